import type { Answer, JsonObject, ResourceModule } from '@setpoint/model';
import { type Declared, declareOrThrow } from '@setpoint/testkit';
import { assert } from 'chai';
import { found } from '../../../src/driver/objects/object-kind.ts';
import { database } from '../../../src/modules/database/index.ts';
import { extension } from '../../../src/modules/extension/index.ts';
import { grant } from '../../../src/modules/grant/index.ts';
import { role } from '../../../src/modules/role/index.ts';

/** A server of another product or version than those that tests can start. */
const mysql: JsonObject = {
  product: 'mysql',
  version: 80_036,
  versionText: '8.0.36',
  database: 'shop',
  user: 'root@localhost',
  isSuperuser: false,
  passwordScheme: 'caching_sha2_password',
};
const postgres = (version: number): JsonObject => ({
  ...mysql,
  product: 'postgres',
  version,
  versionText: String(version),
});

function plan(module: ResourceModule, given: Declared, said: Readonly<Record<string, JsonObject>>) {
  const declared = declareOrThrow(module, given);
  const names = Object.keys(module.queries(declared));
  const answers = Object.fromEntries(
    names.map((name): [string, Answer] => [name, said[name] === undefined ? { status: 'absent' } : found(said[name])]),
  );
  const { observed, problems } = module.observe(declared, answers);
  const codes = problems.map(({ code }): string => code);
  if (codes.length > 0) return { codes, texts: [], second: [] };
  const edits = module.diff(declared, observed);
  const texts = module.operations(declared, edits, observed).operations.flatMap(({ action }) => textsOf(action));
  const predicted = { ...answers, ...module.predict(declared, answers).answers };
  return { codes, texts, second: module.diff(declared, module.observe(declared, predicted).observed) };
}

function textsOf(action: JsonObject): readonly string[] {
  const { head, tail, statements, script } = action as {
    readonly head?: string;
    readonly tail?: string;
    readonly statements?: readonly { readonly text: string }[];
    readonly script?: JsonObject;
  };
  if (script !== undefined) return textsOf(script);
  return head === undefined ? (statements ?? []).map(({ text }) => text) : [`${head}<secret>${tail ?? ''}`];
}

const account: JsonObject = {
  product: 'mysql',
  isRole: false,
  plugin: 'mysql_native_password',
  password: { scheme: 'none' },
  locked: false,
  memberOf: [],
  defaultRoles: [],
  tls: 'none',
  tlsIssuer: '',
  tlsSubject: '',
  tlsCipher: '',
  maxQueriesPerHour: 0,
  maxUpdatesPerHour: 0,
  maxConnectionsPerHour: 0,
  maxUserConnections: 0,
};

const cases: readonly {
  readonly rule: string;
  readonly module: ResourceModule;
  readonly given: Declared;
  readonly said: Readonly<Record<string, JsonObject>>;
  readonly texts?: readonly string[];
  readonly codes?: readonly string[];
}[] = [
  {
    rule: 'an account is made by the server’s own plugin, with its password at once',
    module: role,
    given: { identity: 'app@%', properties: { password: 'x', tls: 'ssl', connection_limit: 9 }, body: 'x' },
    said: { server: mysql },
    texts: [
      'CREATE USER `app`@`%` IDENTIFIED WITH caching_sha2_password AS <secret> REQUIRE SSL WITH MAX_USER_CONNECTIONS 9',
    ],
  },
  {
    rule: 'an account keeps its plugin when only its password changes',
    module: role,
    given: { identity: 'app@%', properties: { password: 'x' }, body: 'x' },
    said: { server: mysql, role: account },
    texts: ['ALTER USER `app`@`%` IDENTIFIED WITH mysql_native_password AS <secret>'],
  },
  {
    rule: 'an account gets another plugin together with its password',
    module: role,
    given: { identity: 'app@%', properties: { password: 'x', authentication: 'caching_sha2_password' }, body: 'x' },
    said: { server: mysql, role: account },
    texts: ['ALTER USER `app`@`%` IDENTIFIED WITH caching_sha2_password AS <secret>'],
  },
  {
    rule: 'a role and its members',
    module: role,
    given: { identity: 'staff', properties: { member_of: ['reader'] } },
    said: { server: mysql, 'role reader': account },
    texts: ['CREATE ROLE `staff`', 'GRANT `reader` TO `staff`'],
  },
  {
    rule: 'default roles of an account',
    module: role,
    given: { identity: 'app@%', properties: { default_roles: ['b', 'a'] } },
    said: { server: mysql, role: account, 'role a': account, 'role b': account },
    texts: ['SET DEFAULT ROLE `a`, `b` TO `app`@`%`'],
  },
  {
    rule: 'a plugin whose passwords nobody knows how to store is refused',
    module: role,
    given: {
      identity: 'app@%',
      properties: { password: 'x', authentication: 'authentication_ldap_simple' },
      body: 'x',
    },
    said: { server: mysql },
    codes: ['SP662'],
  },
  {
    rule: 'a name is no longer than 32 characters',
    module: role,
    given: { identity: `${'a'.repeat(33)}@%`, properties: { locked: true } },
    said: { server: mysql },
    codes: ['SP665'],
  },
  {
    rule: 'a database has no comment',
    module: database,
    given: { identity: 'shop', properties: { comment: 'x' } },
    said: { server: mysql },
    codes: ['SP662'],
  },
  {
    rule: 'a grant on columns',
    module: grant,
    given: {
      identity: 'x',
      properties: {
        role: 'app@%',
        on: { table: 'shop.t', columns: ['a', 'b'] },
        privileges: ['select', 'update'],
        grant_option: true,
      },
    },
    said: {
      server: mysql,
      role: account,
      grants: {
        objects: ['a', 'b'].map((column) => ({
          text: '`shop`.`t`',
          label: 'shop.t',
          column,
          held: [],
          all: ['SELECT', 'UPDATE'],
        })),
      },
    },
    texts: ['GRANT SELECT (`a`, `b`), UPDATE (`a`, `b`) ON `shop`.`t` TO `app`@`%` WITH GRANT OPTION'],
  },
  {
    rule: 'knows no extensions',
    module: extension,
    given: { identity: 'hstore', properties: {} },
    said: { server: mysql },
    codes: ['SP662'],
  },
];

describe('a server of MySQL 8', () => {
  for (const { rule, module, given, said, texts = [], codes = [] } of cases) {
    it(rule, () => assert.deepEqual(plan(module, given, said), { codes: [...codes], texts: [...texts], second: [] }));
  }
});

describe('an older PostgreSQL', () => {
  const problems = (properties: JsonObject, version: number, said: Readonly<Record<string, JsonObject>> = {}) =>
    plan(database, { identity: 'shop', properties }, { server: postgres(version), ...said }).codes;

  it('cannot end the sessions of a database that goes before version 13', () => {
    assert.deepEqual(problems({ state: 'absent', force: true }, 120_000), ['SP662']);
    assert.deepEqual(problems({ state: 'absent', force: true }, 130_000), []);
  });

  it('has no locales of ICU for databases before version 15', () => {
    assert.deepEqual(problems({ locale_provider: 'icu', icu_locale: 'de' }, 140_000), ['SP662']);
    assert.deepEqual(problems({ locale_provider: 'icu', icu_locale: 'de' }, 150_000), []);
  });

  it('stores passwords as MD5 where it is set to', () => {
    const server = { ...postgres(130_000), passwordScheme: 'md5' };
    const { operations } = (() => {
      const declared = declareOrThrow(role, { identity: 'app', properties: { password: 'x' }, body: 'x' });
      const answers: Readonly<Record<string, Answer>> = {
        server: found(server),
        role: { status: 'absent' },
        login: { status: 'absent' },
      };
      const { observed } = role.observe(declared, answers);
      return role.operations(declared, role.diff(declared, observed), observed);
    })();
    assert.equal(operations.at(-1)?.action['scheme'], 'md5');
  });
});
