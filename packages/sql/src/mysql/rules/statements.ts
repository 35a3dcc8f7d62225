import type { Fact, FactKey } from '../../catalogue/fact.ts';
import { factKey } from '../../catalogue/fact-key.ts';
import type { SchemaHazard } from '../../compare/hazard.ts';
import type { RuleContext } from '../../compare/rule.ts';
import type { AlterClause, Precheck, Statement } from '../../compare/statement.ts';
import { quoteName } from '../quote.ts';
import { asText, textOf } from '../text/members.ts';
import { finishAlter } from './finish-alter.ts';

/** What a statement may say beside its text; every statement of MySQL and MariaDB commits by itself. */
export type StatementParts = Partial<Omit<Statement, 'text' | 'transaction' | 'clause'>>;

/** A statement that is no clause of an ALTER TABLE. */
export function statement(text: string, parts: StatementParts = {}): Statement {
  return { text, blocks: 'nothing', hazards: [], ...parts, transaction: 'alone' };
}

export function hazard(code: SchemaHazard['code'], object: FactKey, message: string): SchemaHazard {
  return { code, object, message };
}

/** What a clause says beside what its table tells. */
export type ClauseParts = Pick<AlterClause, 'clause' | 'speed'> &
  Partial<Pick<AlterClause, 'stage' | 'position'>> & {
    readonly hazards?: readonly SchemaHazard[];
    readonly precheck?: Precheck | undefined;
    readonly touches?: readonly FactKey[];
  };

/** A clause of an ALTER TABLE for the table that a fact is part of, as a statement of its own until it is merged with others. */
export function alterTable(fact: Fact, parts: ClauseParts, context: RuleContext): Statement {
  const [table = ''] = fact.name;
  const { clause, speed, stage = 'shape', position, hazards = [], precheck, touches } = parts;
  const alter: AlterClause = {
    head: `${historyClause(fact, context)}ALTER TABLE ${quoteName(table)}`,
    clause,
    stage,
    speed: isPlain(fact, context) ? speed : 'copy',
    ...(position === undefined ? {} : { position }),
  };
  return finishAlter({
    text: '',
    blocks: 'nothing',
    transaction: 'alone',
    table: factKey('table', [table]),
    hazards,
    ...(precheck === undefined ? {} : { precheck }),
    ...(touches === undefined ? {} : { touches }),
    clause: alter,
  });
}

/** A table that keeps its former rows is changed only when these may be changed with it. */
function historyClause(fact: Fact, { live, wanted }: RuleContext): string {
  const key = factKey('table', fact.name.slice(0, 1));
  const isVersioned = [live(key), wanted(key)].some((table) => table?.payload['versioned'] === true);
  return isVersioned ? 'SET STATEMENT system_versioning_alter_history = KEEP FOR ' : '';
}

/**
 * True for a table of which it is known how fast the server changes it: InnoDB in one of the usual row formats, without partitions,
 * virtual columns, full-text or spatial indexes and kept history. Of all others it is assumed that they are copied. Seen with
 * MariaDB 10.11 by asking for each algorithm in turn; MySQL: manual 8.0, 17.12.1 Online DDL Operations.
 */
function isPlain(fact: Fact, context: RuleContext): boolean {
  const key = factKey('table', fact.name.slice(0, 1));
  const table = context.live(key);
  if (table === undefined || table.payload['engine'] !== 'InnoDB' || table.payload['versioned'] === true) return false;
  const options = table.payload['options'];
  const format =
    typeof options === 'object' && options !== null && 'ROW_FORMAT' in options ? options['ROW_FORMAT'] : '';
  if (!['', 'DYNAMIC', 'COMPACT'].includes(asText(format))) return false;
  return context.liveChildren(key).every((child) => !isSpecial(child));
}

function isSpecial({ kind, payload }: Fact): boolean {
  switch (kind) {
    case 'partitioning':
    case 'period':
      return true;
    case 'column':
      return payload['stored'] === false;
    case 'index':
      return /^(?:FULLTEXT|SPATIAL|VECTOR)/.test(textOf(payload, 'definition'));
    default:
      return false;
  }
}
