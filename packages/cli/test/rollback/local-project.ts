import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CommandResult, runCommand } from '../support/run-command.ts';

/** A project whose only node is this machine, and a directory of it to change files in. */
export type LocalProject = {
  readonly dir: string;
  /** The directory whose files the playbooks manage. */
  readonly managed: string;
  /** Writes the playbook; `DIR` stands for the managed directory. */
  readonly declare: (resources: string) => void;
  readonly run: (...words: readonly string[]) => Promise<CommandResult>;
  readonly remove: () => void;
};

/** Makes such a project in a folder of its own. */
export function createLocalProject(): LocalProject {
  const dir = mkdtempSync(join(tmpdir(), 'setpoint-history-'));
  const managed = join(dir, 'managed');
  mkdirSync(managed);
  mkdirSync(join(dir, 'playbooks'));
  writeFileSync(join(dir, 'setpoint.yaml'), 'inventory: inventory.yaml\n');
  writeFileSync(join(dir, 'inventory.yaml'), 'nodes:\n  here: { local: {} }\n');
  return {
    dir,
    managed,
    declare: (resources) => {
      const text = resources.replaceAll('DIR', managed);
      writeFileSync(join(dir, 'playbooks/site.yaml'), `name: site\nnodes: here\nresources:\n${text}`);
    },
    run: (...words) => runCommand(words, dir, { PATH: process.env['PATH'] ?? '' }),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
