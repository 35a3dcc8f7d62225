import type { DeclarationProblem } from '@setpoint/model';

/** What is wrong with a mode that is to be kept where nothing is copied from the project. */
export function keptMode(property: string): DeclarationProblem {
  const detail = '"keep" means the modes of a source, and no source is declared.';
  return { property, detail, hint: 'write octal digits such as 0755, or add `source:`' };
}
