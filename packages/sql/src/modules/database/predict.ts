import { type Answers, isUnknown, type Prediction } from '@setpoint/model';
import { contentKinds, departureKinds } from '../../driver/objects/content-kinds.ts';
import type { DatabaseFacts, MysqlDatabase, PostgresDatabase } from '../../driver/objects/database.ts';
import { found } from '../../driver/objects/object-kind.ts';
import { withDeclared } from '../server-object/edits.ts';
import { predictSettings } from '../server-object/settings.ts';
import { knownOf, observeObject } from '../server-object/state.ts';
import type { DatabaseDeclared } from './declared.ts';

/** The server will have the database as declared, or will not have it. */
export function predictDatabase(declared: DatabaseDeclared, answers: Answers): Prediction {
  if (declared.state === 'absent') return { answers: { database: { status: 'absent' } }, unsettles: departureKinds };
  const observed = observeObject<DatabaseFacts>(answers, 'database');
  if (observed.kind !== 'present') return { answers: {} };
  const { server, object } = observed.state;
  const before = knownOf(object);
  const after =
    server.product === 'postgres'
      ? predictPostgres(declared, before?.product === 'postgres' ? before : undefined, server.user)
      : predictMysql(
          declared,
          before === undefined || before.product === 'postgres' ? undefined : before,
          server.product,
        );
  // A template brings along what nobody listed.
  const isNew = object === null || isUnknown(object);
  return { answers: { database: found(after) }, ...(isNew ? { unsettles: contentKinds } : {}) };
}

function predictPostgres(
  declared: DatabaseDeclared,
  before: PostgresDatabase | undefined,
  user: string,
): PostgresDatabase {
  const { owner, encoding, collate, ctype, localeProvider, connectionLimit, isTemplate, tablespace } = declared;
  const found = before ?? { ...newDatabase, owner: user };
  return {
    ...withDeclared<PostgresDatabase>(found, {
      owner,
      encoding,
      collate,
      ctype,
      localeProvider,
      locale: declared.icuLocale,
      connectionLimit,
      allowsConnections: declared.allowConnections,
      isTemplate,
      tablespace,
    }),
    comment: predictComment(declared, found.comment),
    settings: predictSettings(declared.settings, found.settings),
  };
}

/** A database that was just made; what its template brings along is not known. */
const newDatabase: PostgresDatabase = {
  product: 'postgres',
  owner: '',
  encoding: '',
  collate: '',
  ctype: '',
  localeProvider: '',
  locale: null,
  connectionLimit: -1,
  allowsConnections: true,
  isTemplate: false,
  tablespace: '',
  comment: null,
  settings: [],
  sessions: 0,
};

function predictMysql(
  declared: DatabaseDeclared,
  before: MysqlDatabase | undefined,
  product: 'mysql' | 'mariadb',
): MysqlDatabase {
  const { charset, collation } = declared;
  const found = before ?? { product, charset: '', collation: '', comment: null, tables: 0 };
  return {
    ...withDeclared<MysqlDatabase>(found, { charset, collation }),
    comment: predictComment(declared, found.comment),
  };
}

/** An empty comment is none. */
function predictComment({ comment }: DatabaseDeclared, before: string | null): string | null {
  if (comment === null) return before;
  return comment === '' ? null : comment;
}
