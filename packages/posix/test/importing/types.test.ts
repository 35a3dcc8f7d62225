import { assert } from 'chai';
import { posixModules } from '../../src/registry.ts';

describe('the import of hosts', () => {
  for (const { type, importing, schema } of posixModules) {
    it(`knows how ${type} is imported, or says in a sentence why it is not`, () => {
      if (importing?.kind === 'none') assert.match(importing.why, /^[A-Z].{20,}\.$/s);
      else assert.equal(importing?.kind, 'importable');
      // What a listing enumerates stands in the reference behind "Imported:", and a content in properties that the type has.
      if (importing?.kind === 'importable' && importing.list !== undefined)
        assert.match(importing.list.what, /^[a-z].*[^.]$/s);
      assert.isDefined(schema.properties);
    });
  }

  it('declares nothing of an object that is not there', () => {
    const found = posixModules.flatMap(({ type, importing }) => {
      if (importing?.kind !== 'importable' || isAlwaysThere.has(type)) return [];
      const identity = identities[type] ?? '/srv/nothing';
      const answers = Object.keys(importing.queries(identity)).map((name) => [name, { status: 'absent' }] as const);
      const described = importing.describe(identity, Object.fromEntries(answers));
      return described.kind === 'declared' ? [type] : [];
    });
    assert.deepEqual(found, []);
  });

  it('leaves out what could not be read, and never throws', () => {
    const denied = { status: 'unknown', cause: { kind: 'denied', what: 'everything' } } as const;
    for (const { type, importing } of posixModules) {
      if (importing?.kind !== 'importable') continue;
      const identity = identities[type] ?? '/srv/nothing';
      const answers = Object.fromEntries(Object.keys(importing.queries(identity)).map((name) => [name, denied]));
      if (!isAlwaysThere.has(type)) assert.notEqual(importing.describe(identity, answers).kind, 'declared', type);
      const lists = Object.keys(importing.list?.queries ?? {}).map((name) => [name, denied] as const);
      const listed = importing.list?.read(Object.fromEntries(lists));
      if (listed !== undefined) {
        assert.isEmpty(listed.identities, type);
        assert.isNotEmpty(listed.notes, type);
      }
    }
  });
});

/** A system has exactly one of each; a plan tells whether it is the named one. Locales tell by files who uses them. */
const isAlwaysThere: ReadonlySet<string> = new Set(['hostname', 'timezone', 'locale']);

const identities: Readonly<Record<string, string>> = {
  authorized_keys: 'nobody',
  container: 'nothing',
  cron: 'nothing',
  firewall: 'inet nothing',
  group: 'nothing',
  kernel_module: 'nothing',
  known_host: 'nothing.example.com',
  limits: 'nothing',
  package: 'nothing',
  repository: 'nothing',
  service: 'nothing',
  sudoers: 'nothing',
  sysctl: 'vm.nothing',
  unit: 'nothing.service',
  user: 'nobody',
};
