import { type Answer, isJsonArray, isJsonObject, type Json, type JsonObject, type Query } from '@setpoint/model';
import { type ConformanceFixture, conformance, type RawAnswers, type RawSection } from '@setpoint/testkit';
import { assert } from 'chai';
import { found } from '../../src/driver/objects/object-kind.ts';
import { sqlModules } from '../../src/registry.ts';

const fixtures: Readonly<Record<string, ConformanceFixture>> = {
  database: {
    create: { identity: 'shop', properties: { owner: 'deploy', connection_limit: 5, settings: { jit: 'off' } } },
    change: { identity: 'shop', properties: { comment: 'the shop', allow_connections: false, tablespace: 'fast' } },
    absent: { identity: 'shop', properties: { state: 'absent', force: true } },
    watched: [],
  },
  role: {
    create: {
      identity: 'shop',
      properties: { login: true, password: 'x', member_of: ['reader'], valid_until: '2031-01-31' },
      body: 'pass word',
    },
    change: {
      identity: 'shop',
      properties: { superuser: false, member_of: [], exclusive: true, settings: { search_path: ['a', 'b'] } },
    },
    absent: { identity: 'shop', properties: { state: 'absent' } },
    watched: [],
    secret: (canary) => ({ identity: 'shop', properties: { password: 'x' }, body: canary }),
  },
  grant: {
    create: {
      identity: 'reads',
      properties: { role: 'reader', on: { table: 'app.orders', columns: ['id'] }, privileges: ['select'] },
    },
    change: {
      identity: 'reads',
      properties: {
        role: 'reader',
        on: { tables_in: 'app' },
        privileges: ['all'],
        exclusive: true,
        grant_option: true,
      },
    },
    absent: { identity: 'reads', properties: { role: 'public', on: { schema: 'app' }, state: 'absent' } },
    watched: [],
  },
  extension: {
    create: { identity: 'hstore', properties: { schema: 'app', version: 'default', cascade: true } },
    change: { identity: 'hstore', properties: { version: '1.8', database: 'shop' } },
    absent: { identity: 'hstore', properties: { state: 'absent' } },
    watched: [],
  },
  query: {
    create: { identity: 'fill', properties: { run: 'INSERT INTO t VALUES (1)', unless: 'SELECT FROM t' } },
    change: { identity: 'fill', properties: { run: 'VACUUM', always: true, transaction: false, database: 'shop' } },
    watched: [],
  },
};

/** What a server says of each kind of object, for PostgreSQL. */
const said: Readonly<Record<string, (query: Query) => JsonObject>> = {
  server: () => ({
    product: 'postgres',
    version: 150_018,
    versionText: '15.18',
    database: 'postgres',
    user: 'postgres',
    isSuperuser: true,
    passwordScheme: 'scram-sha-256',
  }),
  database: () => ({
    product: 'postgres',
    owner: 'postgres',
    encoding: 'UTF8',
    collate: 'C',
    ctype: 'C',
    localeProvider: 'libc',
    locale: null,
    connectionLimit: -1,
    allowsConnections: true,
    isTemplate: false,
    tablespace: 'pg_default',
    comment: null,
    settings: ['jit=on'],
    sessions: 0,
  }),
  role: () => ({
    product: 'postgres',
    login: false,
    superuser: true,
    createdb: false,
    createrole: false,
    replication: false,
    bypassrls: false,
    inherit: true,
    connectionLimit: -1,
    validUntil: null,
    comment: null,
    settings: [],
    memberOf: [{ role: 'other', admin: false }],
    password: { scheme: 'md5', sha256: '0'.repeat(64) },
  }),
  'role-dependents': () => ({ lines: [] }),
  login: () => ({ result: 'readable', why: '' }),
  grants: () => ({
    objects: [
      {
        text: 'TABLE app.a',
        label: 'app.a',
        column: null,
        held: [{ privilege: 'SELECT', grantable: false }],
        all: ['INSERT', 'SELECT'],
      },
      { text: 'TABLE app.b', label: 'app.b', column: null, held: [], all: ['INSERT', 'SELECT'] },
    ],
  }),
  extension: () => ({ version: '1.7', schema: 'public', isRelocatable: true }),
  'available-extension': () => ({
    defaultVersion: '1.8',
    versions: ['1.7', '1.8'],
    updates: ['1.7→1.8'],
    requires: [],
  }),
  namespace: () => ({}),
  probe: () => ({ hasRows: false }),
};

/**
 * Answers as JSON texts. The driver's readers give every part of an answer its type whatever a server says, so what has lost its shape
 * is unknown; damage that is left is in texts, numbers and lists.
 */
const saidAnswers: RawAnswers = {
  print: (queries) => Promise.resolve(queries.map(printAnswer)),
  read: (queries, sections) => queries.map((query, index) => readAnswer(query, sections[index])),
};

function printAnswer(query: Query): RawSection {
  const value = said[query.kind]?.(query);
  return { bytes: Buffer.from(value === undefined ? 'null' : JSON.stringify(value)), code: 0 };
}

function readAnswer(query: Query, section: RawSection | undefined): Answer {
  if (section === undefined || section.code !== 0) return garbled;
  try {
    const value = JSON.parse(section.bytes.toString('utf8')) as JsonObject | null;
    if (value === null) return { status: 'absent' };
    return hasShape(value, said[query.kind]?.(query) ?? {}) ? found(value) : garbled;
  } catch {
    return garbled;
  }
}

function hasShape(value: Json | undefined, like: Json): boolean {
  if (isJsonArray(like))
    return isJsonArray(value) && value.every((each) => like[0] === undefined || hasShape(each, like[0]));
  if (!isJsonObject(like)) return like === null || typeof value === typeof like;
  return isJsonObject(value) && Object.entries(like).every(([key, part]) => hasShape(value[key], part));
}

const garbled: Answer = { status: 'unknown', cause: { kind: 'unavailable', what: 'its answer' } };

describe('the resource types of databases', () => {
  it('have data for the conformance kit, every one but the schema, whose answer is made by its own comparison', () => {
    assert.sameMembers(
      ['schema', ...Object.keys(fixtures)],
      sqlModules.map(({ type }) => type),
    );
  });
});

for (const module of sqlModules) {
  const fixture = fixtures[module.type];
  if (fixture !== undefined) conformance(module, fixture, saidAnswers);
}
