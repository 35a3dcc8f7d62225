import type { Edit, Observed, Queries, Undo } from '@setpoint/model';
import { isUnknown } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import { editableContentQuery } from './observe.ts';
import type { TextDeclared, TextState } from './text-edit.ts';

/** The file as it was, as a whole: what a part of it was cannot be told from the new text alone. */
export function restoreText<Part>({
  declared,
  before,
  kept,
}: Undo<TextDeclared<Part>, TextState>): TypedRestoration<TextDeclared<Part>> {
  const { path } = declared.target;
  if (before.kind === 'unknown') return irreversible(`Nobody could tell what was at ${path} before.`);
  if (before.kind === 'absent')
    return irreversible(`${path} was made by the run; remove it with \`file: ${path}\` and \`state: absent\`.`);
  const { sha256 } = before.state;
  const whole = isUnknown(sha256) ? undefined : kept(sha256);
  if (whole === undefined) return irreversible(`The content of ${path} before the run was not kept.`);
  const target = { ...declared.target, create: true, backup: false, check: null };
  return { kind: 'declared', declared: { ...declared, target, whole } };
}

/** The bytes are read for every plan, so there is nothing more to be kept. */
export function keepText(
  { target }: TextDeclared<unknown>,
  edits: readonly Edit[],
  observed: Observed<TextState>,
): Queries {
  const isKnown = observed.kind === 'present' && observed.state.base64 !== undefined;
  return edits.length === 0 || isKnown ? {} : { content: editableContentQuery(target) };
}

function irreversible(why: string): TypedRestoration<never> {
  return { kind: 'irreversible', why };
}
