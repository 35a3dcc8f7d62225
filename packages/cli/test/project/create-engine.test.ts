import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import { parseCommandLine } from '../../src/arguments/parse.ts';
import { commands } from '../../src/commands/index.ts';
import { createEngine } from '../../src/project/create-engine.ts';
import { openCommand } from '../../src/project/open-command.ts';
import { collectingStream } from '../support/collecting-stream.ts';

const cases = [
  { title: 'is 50 unless told otherwise', words: [], config: '', expected: 50 },
  { title: 'comes from setpoint.yaml', words: [], config: 'defaults: { concurrency: 7 }\n', expected: 7 },
  {
    title: 'comes from the command line before all',
    words: ['--concurrency', '3'],
    config: 'defaults: { concurrency: 7 }\n',
    expected: 3,
  },
];

describe('the number of nodes worked on at once', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-engine-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  for (const { title, words, config, expected } of cases) {
    it(title, async () => {
      writeFileSync(join(dir, 'inventory.yaml'), 'nodes: { here: { local: {} } }\n');
      writeFileSync(join(dir, 'setpoint.yaml'), `inventory: inventory.yaml\n${config}`);
      const request = parseCommandLine(['facts', ...words], commands, '0.0.0');
      if (request.kind !== 'run') throw new Error('not a command');
      const io = {
        cwd: dir,
        env: {},
        stdout: collectingStream(),
        stderr: collectingStream(),
        stdin: () => process.stdin,
        signal: new AbortController().signal,
        interruptedBy: () => undefined,
      };
      const { project, redactor } = await openCommand(request.given, io, 'none');
      assert.equal(createEngine(project, request.given, { io, redactor, emit: () => undefined }).concurrency, expected);
    });
  }
});
