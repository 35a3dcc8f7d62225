import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBodyStore, type Operation } from '@setpoint/model';
import { type ShellText, sh } from '@setpoint/sdk';
import { channelContract } from '@setpoint/testkit';
import { createShChannel } from '../src/driver/sh-driver.ts';
import { runOperation } from '../src/operations/run-operation.ts';
import { statQuery } from '../src/queries/stat.ts';
import { shellSession, shells } from './support/shell-session.ts';

for (const shell of shells) {
  channelContract(`the sh channel in ${shell.name}`, async () => {
    const dir = mkdtempSync(join(tmpdir(), 'setpoint-channel-'));
    const node = { name: 'here', connection: { driver: 'local', settings: {} }, groups: [] };
    return {
      open: async () => createShChannel(shellSession(shell.command), node, createBodyStore()),
      mark: (name) => operation(sh`: >${join(dir, name)}`),
      slowMark: (name) => operation(sh`sleep 0.5; : >${join(dir, name)}`),
      failing: operation(sh`exit 3`),
      question: (name) => ({ query: statQuery(join(dir, name)) }),
      dispose: async () => rmSync(dir, { recursive: true, force: true }),
    };
  });
}

function operation(script: ShellText): Operation {
  return runOperation({ title: 'a step', script, timeoutMs: 10_000, repeatable: true });
}
