import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { loadedModules } from '../support/loaded-modules.ts';

const playbook = `name: small
nodes: all
vars: { app: /srv/app }
resources:
  - package: nginx
  - directory: \${{ app }}
    mode: "0755"
  - file: \${{ app }}/motd
    content: |
      hello
  - service: nginx
    running: true
    reload_on: ["file:\${{ app }}/motd"]
`;

/** What takes long to load, and what of a project it is for. */
const heavy: Readonly<Record<string, RegExp>> = {
  'the template engine': /minijinja/,
  'the SSH client': /\/ssh2@|transports\/ssh\/open/,
  'the runner of processes': /\/execa@/,
  'the schema library': /typebox/,
  'the schema compiler': /\/ajv@/,
  'what only commands for devices need': /modbus\/src\/(?:tools|facts|import|client)/,
  'the tables of grapheme clusters': /^Intl\.Segmenter$/,
  'what reaches nodes': /posix\/src\/driver\/|sql\/src\/driver\/(?:sql-driver|channel)|engine\/src\/apply/,
  'other commands': /src\/commands\/(?:plan|apply|init|schema)\.ts/,
};

describe('what a command loads', function () {
  this.timeout(30_000);
  let project = '';

  before(() => {
    project = mkdtempSync(join(tmpdir(), 'setpoint-loading-'));
    mkdirSync(join(project, 'playbooks'));
    writeFileSync(join(project, 'setpoint.yaml'), 'inventory: inventory.yaml\n');
    writeFileSync(
      join(project, 'inventory.yaml'),
      'nodes:\n  web1: { ssh: { host: 192.0.2.1 } }\n  here: { local: {} }\n',
    );
    writeFileSync(join(project, 'playbooks/site.yaml'), playbook);
  });

  after(() => rmSync(project, { recursive: true, force: true }));

  it('is seen at all: an expression that computes loads the template engine', () => {
    const computing = join(project, 'computing.yaml');
    writeFileSync(computing, 'name: x\nnodes: here\nresources:\n  - directory: /srv/${{ 1 + 1 }}\n');
    const { code, stderr, modules } = loadedModules(['validate', computing], project);
    assert.equal(code, 0, stderr);
    assert.isTrue(modules.some((name) => heavy['the template engine']?.test(name)));
  });

  it('is no driver of databases and devices for the plan of a host', () => {
    const { code, stderr, modules } = loadedModules(['plan', '--limit', 'here'], project);
    assert.equal(code, 0, stderr);
    assert.isTrue(modules.some((name) => name.includes('posix/src/driver/sh-driver')));
    const drivers = /\/(?:sql\/src\/driver\/sql-driver|modbus\/src\/driver\/modbus-driver)\.ts$/;
    assert.deepEqual(
      modules.filter((name) => drivers.test(name)),
      [],
    );
  });

  describe('setpoint validate, of packages, files and services with plain variables', () => {
    let modules: readonly string[] = [];

    before(() => {
      const loaded = loadedModules(['validate'], project);
      assert.equal(loaded.code, 0, loaded.stderr);
      modules = loaded.modules;
    });

    for (const [name, pattern] of Object.entries(heavy)) {
      it(`does without ${name}`, () =>
        assert.deepEqual(
          modules.filter((module) => pattern.test(module)),
          [],
        ));
    }
  });
});
