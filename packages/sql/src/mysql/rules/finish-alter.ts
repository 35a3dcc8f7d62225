import { nameOfKey } from '../../catalogue/fact-key.ts';
import type { SchemaHazard } from '../../compare/hazard.ts';
import type { AlterSpeed, Statement } from '../../compare/statement.ts';

/**
 * Completes a statement that is a clause: its text with the algorithm that the server must keep to (it refuses rather than fall
 * back to a slower one), what it blocks and the hazards of that.
 */
export function finishAlter(statement: Statement): Statement {
  const { clause, table } = statement;
  if (clause === undefined || table === undefined) return statement;
  const { text, ...way } = ways[clause.speed];
  const speedHazards = way.hazards.map(
    ([code, message]): SchemaHazard => ({ code, object: table, message: message.replace('%', nameOfKey(table)) }),
  );
  return {
    ...statement,
    text: `${clause.head}${clause.clause.startsWith('\n') ? '' : ' '}${clause.clause}${text === '' ? '' : `, ${text}`}`,
    blocks: way.blocks,
    ...(way.scans === undefined ? {} : { scans: way.scans }),
    ...(way.isLong ? { isLong: true } : {}),
    hazards: [...statement.hazards.filter((hazard) => !isOfSpeed(hazard)), ...speedHazards],
  };
}

type Way = {
  readonly text: string;
  readonly blocks: Statement['blocks'];
  readonly scans?: Statement['scans'];
  readonly isLong: boolean;
  /** Code and message, `%` for the table. */
  readonly hazards: readonly (readonly [SchemaHazard['code'], string])[];
};

const instant: Way = { text: 'ALGORITHM=INSTANT', blocks: 'nothing', isLong: false, hazards: [] };

const ways: Readonly<Record<AlterSpeed, Way>> = {
  instant,
  'instant-shape': instant,
  virtual: instant,
  inplace: {
    text: 'ALGORITHM=INPLACE, LOCK=NONE',
    blocks: 'nothing',
    scans: 'reads',
    isLong: true,
    hazards: [],
  },
  rebuild: {
    text: 'ALGORITHM=INPLACE, LOCK=NONE',
    blocks: 'nothing',
    scans: 'rewrites',
    isLong: true,
    hazards: [['DB203', '% is built anew beside the present one; reading and writing go on.']],
  },
  copy: {
    text: '',
    blocks: 'writes',
    scans: 'rewrites',
    isLong: true,
    hazards: [
      ['DB202', 'Nobody can write to % until all of its rows are copied.'],
      ['DB203', 'All rows of % may be copied.'],
    ],
  },
};

/** Hazards that come of the speed alone; they are told anew when clauses are given together. */
function isOfSpeed({ code }: SchemaHazard): boolean {
  return code === 'DB202' || code === 'DB203';
}
