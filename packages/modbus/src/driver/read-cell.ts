import { describeException } from '../codec/index.ts';
import { wordCount } from '../values/format.ts';
import type { Cell } from './action.ts';
import { exchangeRead, type Unit } from './exchange.ts';

export type CellRead =
  | { readonly kind: 'words'; readonly words: readonly number[] }
  | { readonly kind: 'failed'; readonly why: string };

/** Reads one value by itself, now. */
export async function readCell(unit: Unit, cell: Cell): Promise<CellRead> {
  const { table, readAddress, format } = cell;
  if (readAddress === null) return { kind: 'failed', why: 'it cannot be read' };
  const range = { unit: unit.settings.unit, address: readAddress, count: wordCount(format) };
  const result = await exchangeRead(
    unit,
    table === 'coil' || table === 'discrete'
      ? { kind: 'read-bits', table, ...range }
      : { kind: 'read-words', table, ...range },
  );
  switch (result.kind) {
    case 'reply':
      return result.reply.kind === 'bits'
        ? { kind: 'words', words: result.reply.bits.map(Number) }
        : { kind: 'words', words: result.reply.kind === 'words' ? result.reply.words : [] };
    case 'exception': {
      const { name, meaning } = describeException(result.code);
      return {
        kind: 'failed',
        why: `the device refuses to read it with exception ${result.code}, ${name}. ${meaning}`,
      };
    }
    case 'silent':
      return { kind: 'failed', why: result.why };
    case 'aborted':
      return { kind: 'failed', why: 'the run was interrupted' };
    default:
      return result satisfies never;
  }
}
