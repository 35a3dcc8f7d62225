import { type Answers, isUnknown, type Prediction } from '@setpoint/model';
import type { DatabaseFacts, MysqlDatabase, PostgresDatabase } from '../../driver/objects/database.ts';
import { found } from '../../driver/objects/object-kind.ts';
import { predictSettings } from '../server-object/settings.ts';
import { knownOf, observeObject } from '../server-object/state.ts';
import type { DatabaseDeclared } from './declared.ts';

/** What a template may bring along, so that nothing of a new database can be said to be absent. */
const broughtAlong: readonly string[] = ['extension', 'extensions', 'grants', 'probe'];

/** The server will have the database as declared, or will not have it. */
export function predictDatabase(declared: DatabaseDeclared, answers: Answers): Prediction {
  if (declared.state === 'absent') return { answers: { database: { status: 'absent' } } };
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
  const isNew = object === null || isUnknown(object);
  return { answers: { database: found(after) }, ...(isNew ? { unsettles: broughtAlong } : {}) };
}

function predictPostgres(
  declared: DatabaseDeclared,
  before: PostgresDatabase | undefined,
  user: string,
): PostgresDatabase {
  return {
    product: 'postgres',
    owner: declared.owner ?? before?.owner ?? user,
    encoding: declared.encoding ?? before?.encoding ?? '',
    collate: declared.collate ?? before?.collate ?? '',
    ctype: declared.ctype ?? before?.ctype ?? '',
    localeProvider: declared.localeProvider ?? before?.localeProvider ?? '',
    locale: declared.icuLocale ?? before?.locale ?? null,
    connectionLimit: declared.connectionLimit ?? before?.connectionLimit ?? -1,
    allowsConnections: declared.allowConnections ?? before?.allowsConnections ?? true,
    isTemplate: declared.isTemplate ?? before?.isTemplate ?? false,
    tablespace: declared.tablespace ?? before?.tablespace ?? '',
    comment: declared.comment === null ? (before?.comment ?? null) : declared.comment === '' ? null : declared.comment,
    settings: predictSettings(declared.settings, before?.settings ?? []),
    sessions: before?.sessions ?? 0,
  };
}

function predictMysql(
  declared: DatabaseDeclared,
  before: MysqlDatabase | undefined,
  product: 'mysql' | 'mariadb',
): MysqlDatabase {
  return {
    product,
    charset: declared.charset ?? before?.charset ?? '',
    collation: declared.collation ?? before?.collation ?? '',
    comment: declared.comment === null ? (before?.comment ?? null) : declared.comment === '' ? null : declared.comment,
    tables: before?.tables ?? 0,
  };
}
