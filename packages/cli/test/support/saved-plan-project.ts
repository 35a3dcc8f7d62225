import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { JsonObject, PlanSignature } from '@setpoint/model';
import type { CommandIo } from '../../src/command.ts';
import { sealPlan } from '../../src/saved-plan/text.ts';
import { type CommandResult, runCommand } from './run-command.ts';

/** A project in a folder of its own, with one node that counts who connects to it. */
export type SavedPlanProject = {
  readonly dir: string;
  readonly run: (words: readonly string[], env?: CommandIo['env']) => Promise<CommandResult>;
  /** Connections to the node so far. */
  readonly connections: () => number;
  readonly write: (path: string, text: string) => void;
  readonly read: (path: string) => string;
  /** Changes members of a saved plan and seals it again, as somebody does who knows how digests are made. */
  readonly forge: (path: string, change: (members: Members) => Members) => void;
  readonly remove: () => void;
};

/** The members of a saved plan; a signature is kept as it is. */
export type Members = { readonly [name: string]: never } | JsonObject;

/** Makes a project; `DIR` in its files is its folder, where the node's objects are kept too, under `node`. */
export function savedPlanProject(files: Readonly<Record<string, string>>): SavedPlanProject {
  const dir = mkdtempSync(join(tmpdir(), 'setpoint-saved-'));
  const write = (path: string, text: string): void => {
    mkdirSync(join(dir, dirname(path)), { recursive: true });
    writeFileSync(join(dir, path), text.replaceAll('DIR', dir));
  };
  const read = (path: string): string => readFileSync(join(dir, path), 'utf8');
  mkdirSync(join(dir, 'node'));
  write('shell', '#!/bin/sh\necho >>DIR/connections\nexec "$@"\n');
  chmodSync(join(dir, 'shell'), 0o755);
  write('setpoint.yaml', 'inventory: inventory.yaml\n');
  write('inventory.yaml', 'nodes: { here: { exec: { command: [DIR/shell] } } }\n');
  for (const [path, text] of Object.entries(files)) write(path, text);
  return {
    dir,
    write,
    read,
    run: (words, env) => runCommand(words, dir, env),
    connections: () => (existsSync(join(dir, 'connections')) ? read('connections').length : 0),
    forge: (path, change) => {
      const { digest: _digest, signature, ...members } = JSON.parse(read(path)) as JsonObject;
      const sealed = sealPlan(change(members), signature as PlanSignature | undefined);
      writeFileSync(join(dir, path), sealed.text);
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}
