import type { Edit, Observed } from '@setpoint/model';
import type { DatabaseFacts, MysqlDatabase, PostgresDatabase } from '../../driver/objects/database.ts';
import { objectEdits, type Pair } from '../server-object/edits.ts';
import { settingPairs } from '../server-object/settings.ts';
import type { ServerObject } from '../server-object/state.ts';
import type { DatabaseDeclared } from './declared.ts';

/** The properties of a database that differ from their declaration. */
export function diffDatabase(
  declared: DatabaseDeclared,
  observed: Observed<ServerObject<DatabaseFacts>>,
): readonly Edit[] {
  return objectEdits(declared.state, observed, (facts) => [
    ...postgresPairs(declared, facts?.product === 'postgres' ? facts : undefined),
    ...mysqlPairs(declared, facts === undefined || facts.product === 'postgres' ? undefined : facts),
    commentPair(declared, facts?.comment),
  ]);
}

function postgresPairs(declared: DatabaseDeclared, facts: PostgresDatabase | undefined): readonly Pair[] {
  return [
    { path: 'owner', wanted: declared.owner, found: facts?.owner },
    ...fixedPairs(declared, facts),
    { path: 'tablespace', wanted: declared.tablespace, found: facts?.tablespace },
    { path: 'connection_limit', wanted: declared.connectionLimit, found: facts?.connectionLimit },
    { path: 'allow_connections', wanted: declared.allowConnections, found: facts?.allowsConnections },
    { path: 'is_template', wanted: declared.isTemplate, found: facts?.isTemplate },
    ...settingPairs(declared.settings, facts?.settings ?? []),
  ];
}

/** What a database of PostgreSQL has from its beginning and for ever. */
export function fixedPairs(declared: DatabaseDeclared, facts: PostgresDatabase | undefined): readonly Pair[] {
  const { encoding, collate, ctype, localeProvider, icuLocale } = declared;
  return [
    { path: 'encoding', wanted: encoding, found: facts?.encoding, isSame: sameWord(encoding, facts?.encoding) },
    { path: 'collate', wanted: collate, found: facts?.collate, isSame: sameWord(collate, facts?.collate) },
    { path: 'ctype', wanted: ctype, found: facts?.ctype, isSame: sameWord(ctype, facts?.ctype) },
    { path: 'locale_provider', wanted: localeProvider, found: facts?.localeProvider },
    {
      path: 'icu_locale',
      wanted: icuLocale,
      found: facts?.locale,
      isSame: sameWord(icuLocale, facts?.locale ?? undefined),
    },
  ];
}

/** `UTF-8` and `utf8` are one encoding, and `en_US.UTF-8` and `en_US.utf8` one locale. */
function sameWord(wanted: string | null, found: string | undefined): boolean {
  return wanted === null || (found !== undefined && wordOf(wanted) === wordOf(found));
}

function wordOf(text: string): string {
  const word = text.toLowerCase().replaceAll(/[^a-z0-9.@]/g, '');
  return word === 'unicode' ? 'utf8' : word;
}

function mysqlPairs({ charset, collation }: DatabaseDeclared, facts: MysqlDatabase | undefined): readonly Pair[] {
  const wanted = charset === null ? null : charsetOf(charset);
  return [
    {
      path: 'charset',
      wanted,
      found: facts?.charset,
      isSame: wanted === null || wanted === charsetOf(facts?.charset ?? ''),
    },
    {
      path: 'collation',
      wanted: collation,
      found: facts?.collation,
      isSame: collation === null || sameCollation(collation, facts),
    },
  ];
}

function sameCollation(collation: string, facts: MysqlDatabase | undefined): boolean {
  return facts !== undefined && charsetOf(collation) === charsetOf(facts.collation);
}

/** `utf8` is another name of `utf8mb3`, also before the name of a collation. */
function charsetOf(text: string): string {
  return text.toLowerCase().replace(/^utf8(?=_|$)/, 'utf8mb3');
}

/** An empty comment is none. */
function commentPair({ comment }: DatabaseDeclared, found: string | null | undefined): Pair {
  return {
    path: 'comment',
    wanted: comment,
    found: found ?? undefined,
    isSame: (comment ?? '') === (found ?? '') || comment === null,
  };
}
