import { parseArgs } from 'node:util';
import type { ScratchChoice } from '../../src/driver/schema-query.ts';
import type { ScoreProduct } from './server.ts';

/** What is scored, and how. */
export type ScoreOptions = {
  readonly product: ScoreProduct;
  readonly file: string;
  /** Only pairs whose id holds this text. */
  readonly only: string | undefined;
  /** Only pairs whose plan must be empty. */
  readonly isSameOnly: boolean;
  readonly scratch: ScratchChoice;
  /** Each side of a pair is imported and loaded again, instead of one being changed to the other. */
  readonly roundTrip: 'sql' | 'yaml' | undefined;
};

/** Reads the arguments of the command; undefined when they say nothing that can be done. */
export function readOptions(args: readonly string[]): ScoreOptions | undefined {
  const parsed = parse(args);
  if (parsed === undefined) return undefined;
  const { positionals, values } = parsed;
  const [product, file, ...rest] = positionals;
  const { scratch = 'database', import: roundTrip } = values;
  if ((product !== 'postgres' && product !== 'mariadb') || file === undefined || rest.length > 0) return undefined;
  if (!isScratch(scratch) || (roundTrip !== undefined && roundTrip !== 'sql' && roundTrip !== 'yaml')) return undefined;
  return { product, file, only: values.only, isSameOnly: values.same ?? false, scratch, roundTrip };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        only: { type: 'string' },
        same: { type: 'boolean' },
        scratch: { type: 'string' },
        import: { type: 'string' },
      },
    });
  } catch {
    return undefined;
  }
}

function isScratch(text: string): text is ScratchChoice {
  return ['url', 'database', 'embedded', 'pglite', 'transaction'].includes(text);
}
