import { type Diagnostic, errorDiagnostic, warningDiagnostic } from '@setpoint/model';
import { nameOfKey } from '../../catalogue/fact-key.ts';
import type { JudgedHazard } from '../../compare/allowance.ts';
import { schemaHazards } from '../../compare/hazard.ts';
import type { LoadProblem } from '../../declaration/declaration.ts';
import type { SchemaReading } from '../../driver/schema-query.ts';
import type { Assessment } from './assessment.ts';
import type { SchemaDeclared } from './declared.ts';

/** How many names a warning spells out before it counts the rest. */
const namesShown = 8;

/** What stands in the way of the declared schema, and what should be known of it. */
export function problemsOf(
  { database }: SchemaDeclared,
  reading: SchemaReading,
  assess: () => Assessment,
): readonly Diagnostic[] {
  if (!reading.exists && database === '') return [missingOwnDatabase(reading.database)];
  if (reading.problems.length > 0) return reading.problems.map(loadProblem);
  const { comparison, allowance, expired } = assess();
  const { scope } = comparison;
  return [
    ...(reading.exists ? [] : [missingDatabase(database)]),
    ...(reading.isStandby && comparison.statements.length > 0 ? [standbyProblem()] : []),
    ...reading.roles.map(missingRole),
    ...withheldWarning(reading.withheld),
    ...comparison.problems.map((detail) => errorDiagnostic('SP673', { detail })),
    ...scope.outside.map(({ key }) => outsideProblem(nameOfKey(key), scope.schemas)),
    ...comparison.collateral.map(({ fact, because }) =>
      errorDiagnostic('SP675', {
        detail: `DB903: ${fact.kind} ${nameOfKey(fact.key)} depends on ${because.kind} ${nameOfKey(because.key)}, which has to be dropped or made anew, and is not owned by this declaration.`,
        hint: 'Own it too, or take the dependency away first.',
      }),
    ),
    ...allowance.denied.map(deniedProblem),
    ...unmodelledWarning(scope.unmodelled.map(({ what, name }) => `${what} ${name}`)),
    ...unmanagedWarning(scope.unmanaged.map(({ kind, key }) => `${kind} ${nameOfKey(key)}`)),
    ...allowance.unused.map(({ code, objects }) => unusedAllow(`${code}${on(objects)} is allowed and does not occur.`)),
    ...expired.map(({ code, objects, until }) => unusedAllow(`${code}${on(objects)} was allowed until ${until}.`)),
  ];
}

function missingOwnDatabase(name: string): Diagnostic {
  const called = name === '' ? '' : ` "${name}"`;
  return errorDiagnostic('SP585', {
    detail: `The database${called} in the settings of the node does not exist.`,
    hint: 'Correct `database` there; or connect to `postgres` (MySQL: to none), declare `- database: NAME`, and give the schema `database: NAME`.',
  });
}

function missingDatabase(name: string): Diagnostic {
  return warningDiagnostic('SP697', {
    detail: `The database "${name}" does not exist yet. The plan shows what it gets when it is there.`,
    hint: `See that \`- database: ${yamlText(name)}\` is declared for the node.`,
  });
}

/** What differs is worth to be seen although nothing of it can be done here. */
function standbyProblem(): Diagnostic {
  return warningDiagnostic('SP592', {
    detail: 'The server is a standby: what this plan shows cannot be applied to it.',
    hint: 'Plan and apply on the primary server.',
  });
}

function missingRole(name: string): Diagnostic {
  return warningDiagnostic('SP698', {
    detail: `The role "${name}" does not exist yet. The plan shows what it is given when it is there.`,
    hint: `See that \`- role: ${yamlText(name)}\` is declared before the schema.`,
  });
}

function withheldWarning(statements: readonly string[]): readonly Diagnostic[] {
  if (statements.length === 0) return [];
  const detail = `${statements.length} declared that the account may not do: ${enumerate(statements)}.`;
  const hint = 'Make the account a member of the role, or leave owners to others with `owns: { owners: false }`.';
  return [warningDiagnostic('SP699', { detail, hint })];
}

function loadProblem({ file, line, column, message, hint, excerpt }: LoadProblem): Diagnostic {
  const place = line === 0 ? file : `${file}:${line}:${column}`;
  const text = excerpt === '' ? '' : ` – in: ${excerpt}`;
  return errorDiagnostic('SP671', {
    detail: `${place}: ${message}${text}`,
    ...(hint === undefined ? {} : { hint }),
  });
}

function outsideProblem(name: string, schemas: readonly string[]): Diagnostic {
  return errorDiagnostic('SP674', {
    detail: `${name} is declared and not owned.`,
    hint:
      schemas.length === 0
        ? 'Take it out of `owns.except`, or out of the declaration.'
        : `Add its schema to \`owns.schemas\` (now: ${schemas.join(', ')}), or take it out of the declaration.`,
  });
}

function deniedProblem({ hazard, statement }: JudgedHazard): Diagnostic {
  const { code, object, message } = hazard;
  return errorDiagnostic('SP672', {
    detail: `${code} ${schemaHazards[code].title}: ${message} Statement: ${shorten(statement.text)}`,
    hint: `If this is meant: allow: [{ hazard: ${code}, objects: [${yamlText(nameOfKey(object))}] }]`,
  });
}

function unmodelledWarning(names: readonly string[]): readonly Diagnostic[] {
  if (names.length === 0) return [];
  const detail = `DB901: ${names.length} found that Setpoint does not manage: ${enumerate(names)}.`;
  return [warningDiagnostic('SP676', { detail })];
}

function unmanagedWarning(names: readonly string[]): readonly Diagnostic[] {
  if (names.length === 0) return [];
  const detail = `${names.length} there and not declared, left alone: ${enumerate(names)}.`;
  return [warningDiagnostic('SP677', { detail, hint: 'Set `prune: true` to drop what is not declared.' })];
}

function unusedAllow(detail: string): Diagnostic {
  return warningDiagnostic('SP678', { detail, hint: 'Take the entry out of `allow`.' });
}

function on(objects: readonly string[]): string {
  return objects.length === 0 ? '' : ` on ${objects.join(', ')}`;
}

function enumerate(names: readonly string[]): string {
  const shown = [...names].sort().slice(0, namesShown).join(', ');
  return names.length > namesShown ? `${shown} and ${names.length - namesShown} more` : shown;
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

function yamlText(name: string): string {
  return /^[\w.]+$/.test(name) ? name : JSON.stringify(name);
}
