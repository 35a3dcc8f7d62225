import { type Edit, isUnknown, type Observed, type Operation, type Work } from '@setpoint/model';
import { dialectOf } from '../../dialect.ts';
import { statementsOperation } from '../server-object/operation.ts';
import { knownOf } from '../server-object/state.ts';
import type { ExtensionDeclared } from './declared.ts';
import { wantedVersion } from './diff.ts';
import type { ExtensionState } from './observe.ts';

const { name: quoted } = dialectOf('postgres');

/** Scripts of extensions make hundreds of objects, and an update may rewrite data. */
const timeoutMs = 600_000;

/** The statements that create, update, move or drop an extension. */
export function extensionOperations(
  declared: ExtensionDeclared,
  edits: readonly Edit[],
  observed: Observed<ExtensionState>,
): Work {
  if (edits.length === 0 || observed.kind !== 'present') return { operations: [], reasons: [] };
  const { object, available } = observed.state;
  if (declared.state === 'absent') return { operations: [removal(declared)], reasons: [] };
  const paths = new Set(edits.map(({ path }) => path));
  const version = wantedVersion(declared, available);
  // When it is not known whether it is there, both ways are shown, and the one that is needed is gone.
  const operations = [
    ...(paths.has('state') ? [creation(declared, version)] : []),
    ...(!paths.has('state') || isUnknown(object) ? changes(declared, paths, version) : []),
  ];
  const from = knownOf(object)?.version;
  return {
    operations,
    reasons: paths.has('version') && from !== undefined ? [`the server’s files know the way from ${from}`] : [],
  };
}

function creation({ name, database, schema, cascade }: ExtensionDeclared, version: string | null): Operation {
  const options = [
    ...(schema === null ? [] : [`SCHEMA ${quoted(schema)}`]),
    ...(version === null ? [] : [`VERSION ${quoted(version)}`]),
    ...(cascade ? ['CASCADE'] : []),
  ];
  return statementsOperation({
    title: `create extension ${name}`,
    texts: [[`CREATE EXTENSION ${quoted(name)}`, ...(options.length === 0 ? [] : ['WITH', ...options])].join(' ')],
    database,
    timeoutMs,
    repeatable: false,
  });
}

function changes(
  { name, database, schema }: ExtensionDeclared,
  paths: ReadonlySet<string>,
  version: string | null,
): readonly Operation[] {
  const texts = [
    ...(paths.has('version') && version !== null
      ? [`ALTER EXTENSION ${quoted(name)} UPDATE TO ${quoted(version)}`]
      : []),
    ...(paths.has('schema') && schema !== null ? [`ALTER EXTENSION ${quoted(name)} SET SCHEMA ${quoted(schema)}`] : []),
  ];
  if (texts.length === 0) return [];
  return [statementsOperation({ title: `change extension ${name}`, texts, database, timeoutMs, repeatable: false })];
}

/** Whatever uses the extension keeps it: the server refuses, because CASCADE is not said. */
function removal({ name, database }: ExtensionDeclared): Operation {
  return statementsOperation({
    title: `drop extension ${name}`,
    texts: [`DROP EXTENSION ${quoted(name)}`],
    database,
    hazards: [
      {
        kind: 'data-loss',
        message: `the objects of the extension ${name} are dropped, with the rows of its own tables`,
      },
    ],
    repeatable: false,
  });
}
