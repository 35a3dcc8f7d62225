import {
  type Address,
  type Answer,
  type Answers,
  type Edit,
  editValue,
  errorDiagnostic,
  formatAddress,
  type Observed,
  type Prediction,
  type Queries,
  type UnknownCause,
  type Work,
} from '@setpoint/model';
import { defineResource, type TypedObservation } from '@setpoint/sdk';
import { contentKinds, departureKinds } from '../../driver/objects/content-kinds.ts';
import { found } from '../../driver/objects/object-kind.ts';
import { type ProbeResult, probeQuery } from '../../driver/objects/probe.ts';
import type { QueryAction } from '../../driver/objects/query-action.ts';
import { lockRetries, lockTimeoutMs } from '../server-object/operation.ts';
import { declareQuery, type QueryDeclared, querySchema } from './declared.ts';

/** Whether the statements have to run. */
export type QueryState = { readonly isNeeded: boolean; readonly why: string };

/** Statements for what no other type manages, with SELECTs that tell whether they have to run. */
export const query = defineResource<QueryDeclared, QueryState>()({
  type: 'query',
  channel: 'sql',
  summary: 'SQL statements for what no other type manages, with SELECTs that tell whether they have to run.',
  identityDescription: 'A name for the statements, shown in plans; it must not hold a secret.',
  schema: querySchema,
  examples: [
    `- query: fill the list of countries
  run: |
    INSERT INTO app.countries (code, name) VALUES ('AT', 'Austria'), ('CH', 'Switzerland')
  unless: SELECT FROM app.countries`,
    `- query: refresh the totals
  run: REFRESH MATERIALIZED VIEW app.totals
  always: true
  timeout_seconds: 1800`,
    `- query: clean up after the import
  run: VACUUM (ANALYZE) app.orders
  only_if: SELECT FROM app.imports WHERE NOT vacuumed
  transaction: false`,
  ],
  declare: declareQuery,
  references: queryReferences,
  queries: queryQueries,
  runsToAsk: ({ unless, onlyIf }) => unless !== null || onlyIf !== null,
  observe: observeQuery,
  diff: diffQuery,
  operations: queryOperations,
  predict: predictQuery,
  undo: 'Cannot be undone: nobody but its author knows what takes a statement back.',
  // The guards are asked again right before the statements.
  decidesOnNode: () => true,
});

/** Timers of Node.js count no further than 2^31 milliseconds. */
const longestTimeoutMs = 2_000_000_000;

function queryReferences({ database }: QueryDeclared): readonly Address[] {
  return database === '' ? [] : [formatAddress('database', database)];
}

function queryQueries({ database, unless, onlyIf }: QueryDeclared): Queries {
  return {
    ...(unless === null ? {} : { unless: probeQuery(database, unless) }),
    ...(onlyIf === null ? {} : { only_if: probeQuery(database, onlyIf) }),
  };
}

/** What one guard says; the statements are needless as soon as one of them says so. */
type Verdict =
  | { readonly kind: 'needed' | 'needless'; readonly why: string }
  | { readonly kind: 'unknown'; readonly cause: UnknownCause }
  | { readonly kind: 'lost' };

function verdictOf(name: 'unless' | 'only_if', answer: Answer | undefined): Verdict {
  if (answer?.status === 'unknown') return { kind: 'unknown', cause: answer.cause };
  if (answer?.status !== 'found') return { kind: 'lost' };
  const { hasRows } = answer.value as ProbeResult;
  const why = `\`${name}\` gives ${hasRows ? 'rows' : 'no rows'}`;
  return { kind: hasRows === (name === 'unless') ? 'needless' : 'needed', why };
}

function observeQuery({ unless, onlyIf }: QueryDeclared, answers: Answers): TypedObservation<QueryState> {
  const verdicts: readonly Verdict[] = [
    ...(unless === null ? [] : [verdictOf('unless', answers['unless'])]),
    ...(onlyIf === null ? [] : [verdictOf('only_if', answers['only_if'])]),
  ];
  const strongest = (['needless', 'lost', 'unknown', 'needed'] as const)
    .map((kind) => verdicts.find((verdict) => verdict.kind === kind))
    .find((verdict) => verdict !== undefined);
  if (strongest === undefined) return present({ isNeeded: true, why: 'it is declared to run always' });
  if (strongest.kind === 'unknown') return { observed: { kind: 'unknown', cause: strongest.cause }, problems: [] };
  if (strongest.kind !== 'lost') return present({ isNeeded: strongest.kind === 'needed', why: strongest.why });
  const problem = errorDiagnostic('SP661', {
    detail: 'What the guards read is not there: a table, a column, a function or the database itself.',
    hint: 'make it before this resource; or ask for it in a way that gives no rows, such as to_regclass or information_schema',
  });
  return { ...present({ isNeeded: true, why: 'its guards cannot be asked' }), problems: [problem] };
}

function present(state: QueryState): TypedObservation<QueryState> {
  return { observed: { kind: 'present', state }, problems: [] };
}

function diffQuery({ text, always }: QueryDeclared, observed: Observed<QueryState>): readonly Edit[] {
  if (observed.kind === 'present' && !observed.state.isNeeded) return [];
  const before: Edit['before'] =
    observed.kind === 'unknown' ? { kind: 'unknown', cause: observed.cause } : { kind: 'absent' };
  return [{ path: 'run', before, after: editValue(text), ...(always ? { act: true } : {}) }];
}

function queryOperations(declared: QueryDeclared, edits: readonly Edit[], observed: Observed<QueryState>): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const { label, always, text, database, unless, onlyIf, isTransaction, timeoutSeconds } = declared;
  const action: QueryAction = {
    kind: 'query',
    database,
    text,
    isTransaction,
    unless,
    onlyIf,
    statementTimeoutMs: timeoutSeconds * 1000,
    lockTimeoutMs,
    retries: lockRetries,
  };
  // How many statements the text holds only the server's dialect tells; no statement ends without a semicolon.
  const statements = text.split(';').length;
  const operation = {
    title: `run ${label}`,
    action,
    timeoutMs: Math.min(statements * timeoutSeconds * 1000 + 2 * lockTimeoutMs * (lockRetries + 1), longestTimeoutMs),
    hazards: always
      ? [
          {
            kind: 'unrepeatable' as const,
            message: 'nothing tells whether it has been run already, so every apply runs it',
          },
        ]
      : [],
    repeatable: !always,
  };
  return { operations: [operation], reasons: observed.kind === 'present' ? [observed.state.why] : [] };
}

/** After the statements their guards hold. They may have made anything, so nothing that was absent is trusted to be so still. */
function predictQuery({ unless, onlyIf }: QueryDeclared): Prediction {
  return {
    answers: {
      ...(unless === null ? {} : { unless: found({ hasRows: true }) }),
      ...(onlyIf === null ? {} : { only_if: found({ hasRows: false }) }),
    },
    unsettles: [...contentKinds, ...departureKinds, 'database', 'role'],
  };
}
