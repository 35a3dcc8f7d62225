import type { Undo } from '@setpoint/model';
import type { TypedRestoration } from '@setpoint/sdk';
import { textWords, wordsText } from '../../driver/action.ts';
import type { ValueDeclared, ValueState } from './declared.ts';

/** What register and coil say of being undone, for their reference pages. */
export const valueUndo =
  'The value that was there comes back, bit by bit, with the same guard and the same limits. An act that was written once does not.';

/** The value as it was, to the bit; what has to hold before a write, and what follows it, stay as they were declared. */
export function restoreValue({ declared, before }: Undo<ValueDeclared, ValueState>): TypedRestoration<ValueDeclared> {
  const { write, when } = declared;
  if (when.kind === 'act')
    return { kind: 'irreversible', why: `An act cannot be taken back: ${write.cell.name} was written once.` };
  if (before.kind !== 'present')
    return { kind: 'irreversible', why: `Nobody could tell what ${write.cell.name} held before.` };
  const { words, value, text } = before.state;
  if (value === null || text === null)
    return { kind: 'irreversible', why: `What ${write.cell.name} held before was no value of its type.` };
  const own = textWords(write.words).map((_, index) => (words[index] ?? 0) & (write.mask[index] ?? 0xffff));
  return {
    kind: 'declared',
    declared: { ...declared, write: { ...write, words: wordsText(own), text }, value, tolerance: null },
  };
}
