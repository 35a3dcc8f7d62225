import { SqlFailure } from './session.ts';

/** What psql printed about a statement that failed. */
export type PsqlError = {
  readonly state: string;
  /** All of standard error since the statement was sent. */
  readonly errors: string;
  readonly text: string;
  /** How many characters of the text the caller did not write. */
  readonly prefixLength: number;
};

/** A statement's failure, told from psql's words: `ERROR:  …`, `LINE 1: …` with a caret below, `DETAIL:`, `HINT:`. */
export function psqlFailure({ state, errors, text, prefixLength }: PsqlError): SqlFailure {
  const offset = offsetOf(errors, text);
  return new SqlFailure({
    message: part(errors, 'ERROR') ?? part(errors, 'FATAL') ?? errors.trim(),
    sqlState: /^[0-9A-Z]{5}$/.test(state) ? state : 'XX000',
    detail: part(errors, 'DETAIL'),
    hint: part(errors, 'HINT'),
    offset: offset === undefined ? undefined : Math.max(0, offset - prefixLength),
    isLost: state.startsWith('57P0'),
  });
}

/** Why psql never got as far as taking a statement. */
export function startFailure(said: string, code: number | string): SqlFailure {
  const message = said === '' ? `psql ended before it answered (${code})` : (said.split('\n').at(-1) ?? said);
  const [, fatal] = /FATAL:\s+(.*)/.exec(said) ?? [];
  if (fatal !== undefined) return new SqlFailure({ message: fatal, sqlState: stateOfFatal(fatal) });
  if (/connection to server|could not connect|psql: error:/.test(said))
    return new SqlFailure({ message, sqlState: '08001' });
  return new SqlFailure({ message, sqlState: '08001', detail: 'PSQL' });
}

/** Before a session stands psql prints words without their state. */
function stateOfFatal(words: string): string {
  return fatalStates.find(([pattern]) => pattern.test(words))?.[1] ?? '08001';
}

const fatalStates: readonly (readonly [RegExp, string])[] = [
  [/database .* does not exist/, '3D000'],
  [/no pg_hba\.conf entry|authentication failed|role .* does not exist/, '28000'],
  [/too many (?:clients|connections)|connection slots/, '53300'],
  [/starting up|shutting down|recovery|not yet accepting/, '57P03'],
];

function part(errors: string, name: string): string | undefined {
  return new RegExp(
    `^(?:psql:.*?)?${name}: +([^]*?)(?=\\n(?:LINE \\d+|DETAIL|HINT|CONTEXT|QUERY|WARNING|NOTICE|ERROR):|\\n*$(?![^]))`,
    'm',
  )
    .exec(errors)?.[1]
    ?.trim();
}

/** Psql shows the line at fault, cut on both sides when it is long, and a caret below the character. */
function offsetOf(errors: string, text: string): number | undefined {
  const [, number, shown = '', below = ''] = /^LINE (\d+): (.*)\n( *)\^/m.exec(errors) ?? [];
  // A query within a function has its own lines, and they are not the caller's.
  if (number === undefined || /^QUERY: /m.test(errors)) return undefined;
  const lines = text.split('\n');
  const line = lines[Number(number) - 1] ?? '';
  const excerpt = shown.replace(/^\.\.\./, '').replace(/\.\.\.$/, '');
  const start = line.replaceAll('\t', ' ').indexOf(excerpt);
  if (start < 0) return undefined;
  const column = below.length - `LINE ${number}: `.length - (shown.startsWith('...') ? 3 : 0);
  const before = lines.slice(0, Number(number) - 1).reduce((sum, each) => sum + each.length + 1, 0);
  return before + start + Math.max(0, column);
}
