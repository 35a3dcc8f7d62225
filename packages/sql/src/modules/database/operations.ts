import { type Edit, type Hazard, isUnknown, type Observed, type Operation, type Work } from '@setpoint/model';
import { dialectOf } from '../../dialect.ts';
import type { DatabaseFacts } from '../../driver/objects/database.ts';
import type { DatabaseAction } from '../../driver/objects/database-action.ts';
import type { ServerFacts } from '../../driver/objects/server.ts';
import { type StatementsOptions, scriptAction, statementsOperation } from '../server-object/operation.ts';
import { settingClauses } from '../server-object/settings.ts';
import { knownOf, type ServerObject } from '../server-object/state.ts';
import type { DatabaseDeclared } from './declared.ts';

/** Copying the files of a template or of a tablespace takes as long as they are large. */
const copyTimeoutMs = 1_800_000;

/** The statements that make the database as declared, or drop it. */
export function databaseOperations(
  declared: DatabaseDeclared,
  edits: readonly Edit[],
  observed: Observed<ServerObject<DatabaseFacts>>,
): Work {
  if (edits.length === 0 || observed.kind !== 'present') return { operations: [], reasons: [] };
  const { server, object } = observed.state;
  const facts = knownOf(object);
  if (declared.state === 'absent') return { operations: removal(declared, server, facts), reasons: [] };
  const paths = new Set(edits.map(({ path }) => path));
  // When it is not known whether the database is there, both ways are shown, and the one that is needed is gone.
  const ways = isUnknown(object) ? [paths, new Set([...paths].filter((path) => path !== 'state'))] : [paths];
  const operations = ways.flatMap((way) =>
    server.product === 'postgres' ? setUpPostgres(declared, way) : setUpMysql(declared, way, server),
  );
  return { operations, reasons: [] };
}

function removal(
  { name, force }: DatabaseDeclared,
  server: ServerFacts,
  facts: DatabaseFacts | undefined,
): readonly Operation[] {
  const dialect = dialectOf(server.product);
  const tables = facts?.product === 'mysql' || facts?.product === 'mariadb' ? ` with ${facts.tables} tables` : '';
  const hazards: Hazard[] = [
    { kind: 'data-loss', message: `everything in the database ${name}${tables} is deleted` },
    ...(force
      ? [{ kind: 'service-interruption', message: `sessions that use ${name} are ended` } satisfies Hazard]
      : []),
  ];
  const drop = exclusively([name], {
    title: `drop database ${name}`,
    texts: [`DROP DATABASE ${dialect.name(name)}${force ? ' WITH (FORCE)' : ''}`],
    isAlone: true,
    hazards,
    repeatable: false,
  });
  if (facts?.product !== 'postgres' || !facts.isTemplate) return [drop];
  const text = `ALTER DATABASE ${dialect.name(name)} WITH IS_TEMPLATE false`;
  return [statementsOperation({ title: `make database ${name} no template`, texts: [text] }), drop];
}

/** Neither a database that is dropped nor one that is copied may be in use, not even by the channel itself. */
function exclusively(releases: readonly string[], options: StatementsOptions): Operation {
  const operation = statementsOperation(options);
  if (releases.length === 0) return operation;
  const action: DatabaseAction = { kind: 'database', script: scriptAction(options), releases };
  return { ...operation, action };
}

function setUpPostgres(declared: DatabaseDeclared, paths: ReadonlySet<string>): readonly Operation[] {
  const { name, tablespace } = declared;
  const { name: quoted } = dialectOf('postgres');
  const creates = paths.has('state');
  const alterations = creates
    ? laterTexts(declared, paths)
    : [...alterTexts(declared, paths), ...laterTexts(declared, paths)];
  return [
    ...(creates ? [createPostgres(declared)] : []),
    ...(!creates && paths.has('tablespace') && tablespace !== null
      ? [
          statementsOperation({
            title: `move database ${name} to tablespace ${tablespace}`,
            texts: [`ALTER DATABASE ${quoted(name)} SET TABLESPACE ${quoted(tablespace)}`],
            isAlone: true,
            hazards: [
              { kind: 'service-interruption', message: `nobody can connect to ${name} while its files are copied` },
            ],
            timeoutMs: copyTimeoutMs,
          }),
        ]
      : []),
    ...(alterations.length === 0
      ? []
      : [
          statementsOperation({
            title: `set up database ${name}`,
            texts: alterations,
            hazards: hazardsOf(declared, paths),
          }),
        ]),
  ];
}

function createPostgres(declared: DatabaseDeclared): Operation {
  const { name: quoted, text } = dialectOf('postgres');
  const { name, owner, encoding, collate, ctype, localeProvider, icuLocale, tablespace } = declared;
  const isOwn = [encoding, collate, ctype, localeProvider].some((each) => each !== null);
  const template = declared.template ?? (isOwn ? 'template0' : null);
  const options = [
    ...(owner === null ? [] : [`OWNER ${quoted(owner)}`]),
    ...(template === null ? [] : [`TEMPLATE ${quoted(template)}`]),
    ...(encoding === null ? [] : [`ENCODING ${text(encoding)}`]),
    ...(localeProvider === null ? [] : [`LOCALE_PROVIDER ${localeProvider}`]),
    ...(collate === null ? [] : [`LC_COLLATE ${text(collate)}`]),
    ...(ctype === null ? [] : [`LC_CTYPE ${text(ctype)}`]),
    ...(icuLocale === null ? [] : [`ICU_LOCALE ${text(icuLocale)}`]),
    ...(tablespace === null ? [] : [`TABLESPACE ${quoted(tablespace)}`]),
    ...flagOptions(declared),
  ];
  const more = options.length === 0 ? '' : ` WITH ${options.join(' ')}`;
  return exclusively(template === null ? [] : [template], {
    title: `create database ${name}`,
    texts: [`CREATE DATABASE ${quoted(name)}${more}`],
    isAlone: true,
    timeoutMs: copyTimeoutMs,
    repeatable: false,
  });
}

function flagOptions({ connectionLimit, allowConnections, isTemplate }: DatabaseDeclared): readonly string[] {
  return [
    ...(connectionLimit === null ? [] : [`CONNECTION LIMIT ${connectionLimit}`]),
    ...(allowConnections === null ? [] : [`ALLOW_CONNECTIONS ${allowConnections}`]),
    ...(isTemplate === null ? [] : [`IS_TEMPLATE ${isTemplate}`]),
  ];
}

/** What CREATE DATABASE can say, of a database that is there. */
function alterTexts(declared: DatabaseDeclared, paths: ReadonlySet<string>): readonly string[] {
  const { name: quoted } = dialectOf('postgres');
  const { name, owner, connectionLimit, allowConnections, isTemplate } = declared;
  const flags = flagOptions({
    ...declared,
    connectionLimit: paths.has('connection_limit') ? connectionLimit : null,
    allowConnections: paths.has('allow_connections') ? allowConnections : null,
    isTemplate: paths.has('is_template') ? isTemplate : null,
  });
  return [
    ...(paths.has('owner') && owner !== null ? [`ALTER DATABASE ${quoted(name)} OWNER TO ${quoted(owner)}`] : []),
    ...(flags.length === 0 ? [] : [`ALTER DATABASE ${quoted(name)} WITH ${flags.join(' ')}`]),
  ];
}

/** What CREATE DATABASE cannot say. */
function laterTexts({ name, comment, settings }: DatabaseDeclared, paths: ReadonlySet<string>): readonly string[] {
  const { name: quoted, text } = dialectOf('postgres');
  return [
    ...settingClauses(settings, paths).map((clause) => `ALTER DATABASE ${quoted(name)} ${clause}`),
    ...(paths.has('comment') && comment !== null
      ? [`COMMENT ON DATABASE ${quoted(name)} IS ${comment === '' ? 'NULL' : text(comment)}`]
      : []),
  ];
}

function hazardsOf({ name, owner, allowConnections }: DatabaseDeclared, paths: ReadonlySet<string>): readonly Hazard[] {
  if (paths.has('state')) return [];
  return [
    ...(paths.has('owner')
      ? [{ kind: 'privilege', message: `the database ${name} belongs to ${owner ?? ''} from then on` } satisfies Hazard]
      : []),
    ...(paths.has('allow_connections') && allowConnections === false
      ? [{ kind: 'service-interruption', message: `nobody can connect to ${name} any more` } satisfies Hazard]
      : []),
  ];
}

/** MySQL and MariaDB say the same after CREATE and after ALTER. */
function setUpMysql(
  declared: DatabaseDeclared,
  paths: ReadonlySet<string>,
  { product }: ServerFacts,
): readonly Operation[] {
  const { name, charset, collation, comment } = declared;
  const dialect = dialectOf(product);
  const isNew = paths.has('state');
  const options = [
    ...(charset !== null && (paths.has('charset') || paths.has('collation')) ? [`CHARACTER SET ${charset}`] : []),
    ...(collation !== null && (paths.has('collation') || paths.has('charset')) ? [`COLLATE ${collation}`] : []),
    ...(comment !== null && paths.has('comment') ? [`COMMENT ${dialect.text(comment)}`] : []),
  ];
  if (!isNew && options.length === 0) return [];
  const verb = isNew ? 'CREATE' : 'ALTER';
  return [
    statementsOperation({
      title: `${isNew ? 'create' : 'set up'} database ${name}`,
      texts: [[`${verb} DATABASE ${dialect.name(name)}`, ...options].join(' ')],
      isAlone: true,
      repeatable: !isNew,
    }),
  ];
}
