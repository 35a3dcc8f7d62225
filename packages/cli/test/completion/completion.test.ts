import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { assert } from 'chai';
import { commands } from '../../src/commands/index.ts';
import { nodeNames } from '../../src/completion/node-names.ts';
import { runCommand } from '../support/run-command.ts';

const inventory = `# nodes: not these
nodes:
  web[01:03].example.com: {}
  "quoted-name": { local: {} }
  $(touch pwned): {}
  pump-plc:
    ssh:
      host: 10.1.0.5
groups:
  web: { nodes: [web*] }
`;

const printNodes = join(import.meta.dirname, 'print-nodes.ts');

/** What is typed up to the cursor, and what must be among the words offered; the last column must not be. */
const typed: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['setpoint ', commands.map(({ name }) => name), []],
  ['setpoint pl', ['plan'], ['apply']],
  ['setpoint plan --li', ['--limit'], ['--tags', 'plan']],
  ['setpoint plan --limit w', ['web', 'web01.example.com', 'web03.example.com'], ['pump-plc', 'wrong']],
  ['setpoint plan -l p', ['pump-plc'], ['web']],
  ['setpoint plan --limit = p', ['pump-plc'], ['web']],
  ['setpoint plan -v inv', ['inventory.yaml'], ['setpoint.yaml']],
  ['setpoint plan --limit web inv', ['inventory.yaml'], ['web']],
  ['setpoint schema f', ['file'], ['playbook']],
  ['setpoint explain SP20', ['SP201'], ['SP301']],
  ['setpoint explain pu', ['pump-plc'], ['SP201']],
  ['setpoint modbus w', ['watch'], ['read']],
  ['setpoint modbus read pu', ['pump-plc'], ['web']],
  ['setpoint modbus import-map inv', ['inventory.yaml'], ['setpoint.yaml']],
  ['setpoint modbus read pump-plc holding:1 --type fl', ['float32', 'float64'], ['int16']],
  ['setpoint import p', ['pump-plc'], ['web']],
  ['setpoint completion z', ['zsh'], ['bash']],
];

describe('completion', () => {
  let project = '';
  const scripts: Record<string, string> = {};

  before(async () => {
    project = mkdtempSync(join(tmpdir(), 'setpoint-completion-'));
    writeFileSync(join(project, 'setpoint.yaml'), 'inventory: inventory.yaml\n');
    writeFileSync(join(project, 'inventory.yaml'), inventory);
    for (const shell of ['bash', 'zsh', 'fish']) {
      scripts[shell] = (await runCommand(['completion', shell], project)).stdout;
      writeFileSync(join(project, `script.${shell}`), scripts[shell]);
    }
    const program = `#!/bin/sh\nexec '${process.execPath}' --conditions=@setpoint/source '${printNodes}' "$@"\n`;
    writeFileSync(join(project, 'setpoint'), program, { mode: 0o755 });
  });

  after(() => rmSync(project, { recursive: true, force: true }));

  for (const shell of ['bash', 'zsh', 'fish']) {
    it(`prints a script that ${shell} can read`, function () {
      const found = spawnSync(shell, ['-n', `script.${shell}`], { cwd: project, encoding: 'utf8' });
      if (found.error !== undefined) return this.skip();
      assert.equal(found.stderr, '');
      assert.equal(found.status, 0);
    });

    it(`knows every command and option in ${shell}`, () => {
      for (const { name, options } of commands) {
        assert.include(scripts[shell], name);
        for (const option of options) assert.include(scripts[shell], option.name);
      }
    });
  }

  for (const [line, offered, notOffered] of typed) {
    it(`offers what fits after "${line}" in bash`, () => {
      const words = offeredByBash(project, line);
      assert.includeMembers([...words], [...offered]);
      for (const word of notOffered) assert.notInclude(words, word);
    });
  }

  it('never runs what stands in an inventory', () => {
    offeredByBash(project, 'setpoint facts ');
    offeredByBash(project, 'setpoint plan --limit ');
    assert.equal(spawnSync('ls', ['pwned'], { cwd: project }).status === 0, false);
  });

  it('finds the nodes and groups of an inventory of 5,000 nodes in 100 ms', () => {
    const keys = Array.from({ length: 5000 }, (_, index) => `  node${index}.example.com: { ssh: { user: x } }\n`);
    writeFileSync(join(project, 'inventory.yaml'), `nodes:\n${keys.join('')}groups:\n  web: {}\n`);
    const startMs = performance.now();
    const names = nodeNames(project);
    assert.isBelow(performance.now() - startMs, 100);
    assert.lengthOf(names, 5002);
    writeFileSync(join(project, 'inventory.yaml'), inventory);
  });

  it('gives no names where there is no inventory', () => {
    assert.deepEqual(nodeNames('/nonexistent'), ['all']);
  });

  it('names the shells when there is no script for the one asked for', async () => {
    const { code, stderr } = await runCommand(['completion', 'tcsh'], project);
    assert.equal(code, 1);
    assert.include(stderr, 'bash, zsh, fish');
  });
});

/** Asks bash itself: the script is loaded, the words are set as bash sets them on a press of the tabulator. */
function offeredByBash(project: string, line: string): readonly string[] {
  const words = line.split(' ').map((word) => `'${word}'`);
  const program = `source script.bash; COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _setpoint; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const environment = { ...process.env, PATH: [project, process.env['PATH'] ?? ''].join(delimiter) };
  const found = spawnSync('bash', ['-c', program], { cwd: project, encoding: 'utf8', env: environment });
  assert.equal(found.stderr, '');
  return found.stdout.split('\n').filter((word) => word !== '');
}
