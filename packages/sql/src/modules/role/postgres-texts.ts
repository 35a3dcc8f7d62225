import { dialectOf } from '../../dialect.ts';
import { settingClauses } from '../server-object/settings.ts';
import type { RoleDeclared, RoleFlags } from './declared.ts';
import { memberChanges } from './diff.ts';
import type { RoleWork } from './operations.ts';

const { name: quoted, text } = dialectOf('postgres');

/** The statements that make a role of PostgreSQL or change it; its password is not among them. */
export function postgresRoleTexts({ declared, paths, facts }: RoleWork): readonly string[] {
  const { name, comment, settings } = declared;
  const attributes = attributeWords(declared, paths);
  const verb = paths.has('state') ? 'CREATE' : 'ALTER';
  return [
    ...(verb === 'CREATE' || attributes.length > 0
      ? [[`${verb} ROLE ${quoted(name)}`, ...(attributes.length > 0 ? ['WITH', ...attributes] : [])].join(' ')]
      : []),
    ...(paths.has('member_of') ? memberTexts(declared, facts) : []),
    ...settingClauses(settings, paths).map((clause) => `ALTER ROLE ${quoted(name)} ${clause}`),
    ...(paths.has('comment') && comment !== null
      ? [`COMMENT ON ROLE ${quoted(name)} IS ${comment === '' ? 'NULL' : text(comment)}`]
      : []),
  ];
}

const words: Readonly<Record<keyof RoleFlags, string>> = {
  login: 'LOGIN',
  superuser: 'SUPERUSER',
  createdb: 'CREATEDB',
  createrole: 'CREATEROLE',
  replication: 'REPLICATION',
  bypassrls: 'BYPASSRLS',
  inherit: 'INHERIT',
};

function attributeWords(
  { flags, connectionLimit, validUntil }: RoleDeclared,
  paths: ReadonlySet<string>,
): readonly string[] {
  const switched = (Object.keys(words) as (keyof RoleFlags)[])
    .filter((flag) => flags[flag] !== null && paths.has(flag))
    .map((flag) => `${flags[flag] === true ? '' : 'NO'}${words[flag]}`);
  return [
    ...switched,
    ...(connectionLimit !== null && paths.has('connection_limit') ? [`CONNECTION LIMIT ${connectionLimit}`] : []),
    ...(validUntil !== null && paths.has('valid_until') ? [`VALID UNTIL ${text(validUntil)}`] : []),
  ];
}

/** Roles are given in the order of their names, and taken away after that. */
function memberTexts(declared: RoleDeclared, facts: RoleWork['facts']): readonly string[] {
  const { gained, lost } = memberChanges(declared, facts);
  return [
    ...gained.map((role) => `GRANT ${quoted(role)} TO ${quoted(declared.name)}`),
    ...lost.map((role) => `REVOKE ${quoted(role)} FROM ${quoted(declared.name)}`),
  ];
}
