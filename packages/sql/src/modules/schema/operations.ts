import type { Hazard, HazardKind, JsonObject, Operation, Work } from '@setpoint/model';
import { fingerprintObjects } from '../../catalogue/fingerprint.ts';
import { indexFacts } from '../../compare/fact-index.ts';
import { type SchemaHazardCode, schemaHazards } from '../../compare/hazard.ts';
import type { Segment } from '../../compare/segments.ts';
import type { Statement } from '../../compare/statement.ts';
import type { SchemaReading } from '../../driver/schema-query.ts';
import type { FactsGuard, ScriptStatement } from '../../driver/script-action.ts';
import type { Assessment } from './assessment.ts';
import type { SchemaDeclared } from './declared.ts';

/** One operation per transaction or lone statement; the first carries what the plan relied on. */
export function operationsOf(declared: SchemaDeclared, reading: SchemaReading, assessment: Assessment): Work {
  const { database } = reading;
  const guard = guardOf(assessment);
  const operations = assessment.segments.map((segment, position) =>
    operationOf(segment, { declared, database, guard: position === 0 ? guard : null }),
  );
  return { operations, reasons: [describeScratch(reading)] };
}

const scratchPlaces: Readonly<Record<SchemaReading['scratch']['strategy'], string>> = {
  database: 'a scratch database of the same server',
  url: 'the scratch database that is given',
  embedded: 'an embedded server on this machine',
  pglite: 'PGlite on this machine',
  transaction: 'a transaction that was taken back',
};

/** Where the declaration was spelled: a plan is only as good as that. */
function describeScratch({ scratch: { strategy, versionText } }: SchemaReading): string {
  const version = /^[\d.]+/.exec(versionText)?.[0] ?? versionText;
  return `the declaration was loaded into ${scratchPlaces[strategy]}, version ${version}`;
}

type Frame = {
  readonly declared: SchemaDeclared;
  readonly database: string;
  readonly guard: FactsGuard | null;
};

function operationOf({ statements, isTransaction }: Segment, { declared, database, guard }: Frame): Operation {
  const { pace } = declared;
  const scripts = statements.map((statement) => scriptStatement(statement, declared));
  const runMs = scripts.reduce((sum, { timeoutMs }) => sum + timeoutMs, 0);
  const waitMs = statements.length * pace.lockTimeoutMs + pace.retries * 30_000;
  return {
    title: titleOf(statements),
    action: {
      kind: 'script',
      database,
      isTransaction,
      statements: scripts,
      lockTimeoutMs: pace.lockTimeoutMs,
      retries: pace.retries,
      guard,
    } satisfies JsonObject & { readonly kind: 'script' },
    timeoutMs: runMs * (pace.retries + 1) + waitMs,
    hazards: statements.flatMap(({ hazards }) => hazards.flatMap(toHazard)),
    repeatable: false,
  };
}

function scriptStatement({ text, isLong, precheck, postcheck }: Statement, { pace }: SchemaDeclared): ScriptStatement {
  return {
    text,
    timeoutMs: isLong === true ? pace.longTimeoutMs : pace.statementTimeoutMs,
    precheck: precheck ?? null,
    postcheck: postcheck ?? null,
  };
}

function titleOf(statements: readonly Statement[]): string {
  const [first] = statements;
  const line = (first?.text ?? '').replaceAll(/\s+/g, ' ');
  const short = line.length > 100 ? `${line.slice(0, 100)}…` : line;
  return statements.length === 1 ? short : `${short} and ${statements.length - 1} more in one transaction`;
}

/** Every object that was compared, and those that must not be there yet. */
function guardOf({ comparison: { scope } }: Assessment): FactsGuard {
  const live = indexFacts(scope.live);
  const wanted = indexFacts(scope.wanted);
  const absent = wanted.all.map((fact) => wanted.object(fact).key).filter((key) => live.get(key) === undefined);
  return {
    objects: {
      ...Object.fromEntries(absent.map((key) => [key, ''])),
      ...fingerprintObjects(live.all, live.object),
    },
  };
}

const hazardKindOf: Readonly<Partial<Record<SchemaHazardCode, HazardKind>>> = {
  DB101: 'data-loss',
  DB103: 'unrepeatable',
  DB201: 'blocking',
  DB202: 'blocking',
  DB203: 'blocking',
  DB204: 'blocking',
  DB302: 'blocking',
  DB401: 'privilege',
};

function toHazard({ code, message }: Statement['hazards'][number]): readonly Hazard[] {
  const kind = hazardKindOf[code];
  return kind === undefined ? [] : [{ kind, message: `${code} ${schemaHazards[code].title}: ${message}` }];
}
