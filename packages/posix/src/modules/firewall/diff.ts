import { createHash } from 'node:crypto';
import { type Body, type Edit, type EditValue, editValue, type Observed } from '@setpoint/model';
import { textDiff } from '@setpoint/sdk';
import type { FirewallDeclared, FirewallState } from './declared.ts';
import { stateOf, textOf } from './observe.ts';
import { mainText } from './text.ts';

/** What differs: the rules in force, the file that holds them, and whether they are loaded when the node starts. */
export function diffFirewall(declared: FirewallDeclared, observed: Observed<FirewallState>): readonly Edit[] {
  const isAbsent = declared.state === 'absent';
  const state = stateOf(observed);
  if (observed.kind === 'unknown') {
    const before: EditValue = { kind: 'unknown', cause: observed.cause };
    return isAbsent
      ? [{ path: 'state', before, after: editValue('absent') }]
      : allEdits(declared).map((edit) => ({ ...edit, before }));
  }
  if (isAbsent) return removal(declared, state);
  if (state === undefined) return allEdits(declared);
  return [...rulesEdits(declared, state), ...fileEdits(declared, state), ...startEdits(declared, state)];
}

function removal({ file }: FirewallDeclared, state: FirewallState | undefined): readonly Edit[] {
  if (state === undefined) return [];
  const isTakenIn = mainText(textOf(state.main) ?? null, file, false) !== undefined;
  if (state.live === null && state.file === null && !isTakenIn) return [];
  const hunks = state.live === null ? {} : { hunks: textDiff(state.live, '') };
  return [{ path: 'state', before: editValue('present'), after: editValue('absent'), ...hunks }];
}

/** A plan that knows nothing yet shows the same values as one that knows everything. */
function allEdits({ text }: FirewallDeclared): readonly Edit[] {
  const before: EditValue = { kind: 'absent' };
  const after = contentValue(text);
  return [
    { path: 'rules', before, after },
    { path: 'file', before, after },
    { path: 'at_start', before: editValue(false), after: editValue(true) },
  ];
}

/**
 * The table is the declared one when the node lists both alike. Where it cannot try the declared one out, a table that is there is
 * taken for the one that its file holds; and so are elements that time or packets take out of a set, which no listing tells.
 */
function rulesEdits(declared: FirewallDeclared, { live, wanted, file }: FirewallState): readonly Edit[] {
  const { text } = declared;
  const isFileSame = file?.sha256 === fileOf(declared).sha256;
  const isListed = wanted === null ? live !== null && isFileSame : live === wanted;
  const found = textOf(file) ?? '';
  if (isListed && (isFileSame || ![text, found].some(hasPassingElements))) return [];
  const before: EditValue = live === null ? { kind: 'absent' } : contentValue(live);
  const shown = isListed ? textDiff(found, text) : textDiff(live ?? '', wanted ?? text);
  return [{ path: 'rules', before, after: contentValue(text), hunks: shown }];
}

/** True when a set is declared with elements although they come and go by themselves. */
function hasPassingElements(text: string): boolean {
  return /\bflags [^;\n]*\b(?:dynamic|timeout)\b[^}]*\belements\b/.test(text);
}

function fileEdits(declared: FirewallDeclared, { file }: FirewallState): readonly Edit[] {
  const found = textOf(file);
  const { sha256, sizeBytes } = fileOf(declared);
  if (file?.sha256 === sha256) return [];
  const before: EditValue = found === null || found === undefined ? { kind: 'absent' } : contentValue(found);
  return [{ path: 'file', before, after: { kind: 'content', sha256, sizeBytes } }];
}

/** What the file of the table is to hold. */
export function fileOf({ text, kept }: FirewallDeclared): Body {
  if (kept !== null) return kept;
  const bytes = Buffer.from(text);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length, text };
}

function startEdits({ file }: FirewallDeclared, { main }: FirewallState): readonly Edit[] {
  const found = textOf(main);
  if (found === undefined || mainText(found, file, true) === undefined) return [];
  return [{ path: 'at_start', before: editValue(false), after: editValue(true) }];
}

function contentValue(text: string): EditValue {
  const bytes = Buffer.from(text);
  return { kind: 'content', sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}
