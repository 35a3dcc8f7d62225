import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { editorSchemaNames, editorSchemaText } from '../../src/schema/editor-schemas.ts';
import { schemaSources } from '../../src/schema/sources.ts';
import { runCommand } from '../support/run-command.ts';

describe('setpoint schema', () => {
  let directory = '';

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'setpoint-schema-'));
  });

  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('lists every resource type', async () => {
    const { code, stdout } = await runCommand(['schema'], directory);
    const listed = stdout.split('\n').map((line) => line.split(' ')[0]);
    assert.equal(code, 0);
    assert.includeMembers(
      listed,
      schemaSources.modules.map(({ type }) => type),
    );
  });

  it('tells the properties of a type, with their defaults, and examples', async () => {
    const { stdout } = await runCommand(['schema', 'file'], directory);
    assert.match(stdout, /^backup +true or false +false +Keep the replaced file/m);
    assert.include(stdout, '- file: /etc/motd');
  });

  it('gives programs the JSON Schema of a type', async () => {
    const { stdout } = await runCommand(['schema', 'file', '--json'], directory);
    const { schema } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { readonly schema: object };
    assert.hasAnyKeys(schema, ['properties']);
  });

  for (const name of editorSchemaNames) {
    it(`prints the schema of a ${name} file`, async () => {
      const { stdout } = await runCommand(['schema', name], directory);
      assert.equal(stdout, editorSchemaText(name, schemaSources));
    });
  }

  it('refreshes the schemas in a directory, and leaves nothing else behind', async () => {
    writeFileSync(join(directory, 'playbook.schema.json'), 'of an older version');
    const { code } = await runCommand(['schema', '--out', '.'], directory);
    assert.equal(code, 0);
    assert.deepEqual(readdirSync(directory).sort(), editorSchemaNames.map((name) => `${name}.schema.json`).sort());
    const text = readFileSync(join(directory, 'playbook.schema.json'), 'utf8');
    assert.equal(text, editorSchemaText('playbook', schemaSources));
  });

  it('says why a directory cannot be written', async () => {
    writeFileSync(join(directory, 'taken'), '');
    const { code, stderr } = await runCommand(['schema', '--out', 'taken/schemas'], directory);
    assert.equal(code, 1);
    assert.include(stderr, 'SP808');
  });

  it('names the type that was meant', async () => {
    const { code, stderr } = await runCommand(['schema', 'fiel'], directory);
    assert.equal(code, 1);
    assert.include(stderr, 'Did you mean `file`?');
  });
});
