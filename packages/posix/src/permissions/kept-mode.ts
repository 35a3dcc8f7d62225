import type { DeclarationProblem } from '@setpoint/model';

/** The properties with the mode in the source where it is to be kept; without any where the source has none. */
export function keepMode<Properties extends { readonly mode?: string }>(
  { mode, ...others }: Properties,
  sourceMode: string | undefined,
): Omit<Properties, 'mode'> & { readonly mode?: string } {
  const written = mode === 'keep' ? sourceMode : mode;
  return written === undefined ? others : { ...others, mode: written };
}

/** What is wrong with a mode that is to be kept where nothing is copied from the project. */
export function keptMode(property: string): DeclarationProblem {
  const detail = '"keep" means the modes of a source, and no source is declared.';
  return { property, detail, hint: 'write octal digits such as 0755, or add `source:`' };
}
