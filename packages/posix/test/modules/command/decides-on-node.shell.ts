import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject, Outcome, UnknownCause } from '@setpoint/model';
import { assert } from 'chai';
import { command } from '../../../src/modules/command/index.ts';
import { declareOrThrow, executeAll } from '../../support/converge.ts';
import { shellNode } from '../../support/shell-channel.ts';

describe('a command whose guards are not known in the plan', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-undecided-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const cause: UnknownCause = { kind: 'after', address: 'command:before' };
  const declare = (properties: JsonObject) =>
    declareOrThrow(command, { identity: 'the command', properties: { run: 'touch ran', cwd: dir, ...properties } });
  /** Executes what is planned while nothing is known of the node. */
  const execute = async (properties: JsonObject): Promise<Outcome | undefined> => {
    const declared = declare(properties);
    assert.isTrue(command.decidesOnNode?.(declared));
    const edits = command.diff(declared, { kind: 'unknown', cause });
    const { operations } = command.operations(declared, edits, { kind: 'unknown', cause });
    const [outcome] = await executeAll(shellNode().channel, operations);
    return outcome;
  };

  const guards: readonly { readonly name: string; readonly guard: () => JsonObject; readonly holds: boolean }[] = [
    { name: 'creates', guard: () => ({ creates: join(dir, 'there') }), holds: true },
    { name: 'creates', guard: () => ({ creates: join(dir, 'gone') }), holds: false },
    { name: 'creates with a pattern', guard: () => ({ creates: join(dir, 'the*') }), holds: true },
    { name: 'removes', guard: () => ({ removes: join(dir, 'gone') }), holds: true },
    { name: 'removes', guard: () => ({ removes: join(dir, 'there') }), holds: false },
    { name: 'a safe unless', guard: () => ({ unless: 'test -e there', safe_guard: true }), holds: true },
    { name: 'a safe only_if', guard: () => ({ only_if: 'test -e there', safe_guard: true }), holds: false },
  ];
  for (const { name, guard, holds } of guards) {
    it(`is ${holds ? 'left out' : 'run'} when ${name} decides so on the node`, async () => {
      writeFileSync(join(dir, 'there'), '');
      const outcome = await execute(guard());
      assert.equal(outcome?.status, 'done');
      assert.equal(existsSync(join(dir, 'ran')), !holds);
    });
  }

  it('has to wait for them when times are compared, which only the plan can', () => {
    const declared = declare({ creates: join(dir, 'made'), inputs: join(dir, 'input') });
    assert.isFalse(command.decidesOnNode?.(declared));
  });
});
