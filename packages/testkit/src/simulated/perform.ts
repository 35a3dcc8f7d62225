import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { BodyStore, JsonObject, Operation, Outcome } from '@setpoint/model';
import { performAccounts } from './account-tools.ts';
import { performCommand } from './command-program.ts';
import type { Entry } from './file-tree.ts';
import type { SimulatedHost } from './host.ts';
import { performKeys } from './key-file.ts';
import { performPackages } from './package-tools.ts';
import { performPaths } from './path-tools.ts';
import { type Command, readCommands } from './shell-commands.ts';
import { isTrue } from './test-command.ts';
import { performUnits } from './unit-tools.ts';

/** An operation as a simulated host sees it: its title, the commands of its script, and what it reads from standard input. */
export type Job = {
  readonly title: string;
  readonly script: string;
  readonly commands: readonly Command[];
  readonly stdin: string;
  readonly action: JsonObject;
};

/** Does one kind of job: undefined for jobs of another kind, otherwise the reason why it failed or an empty text. */
export type Performer = (host: SimulatedHost, job: Job) => string | undefined;

/** Performs one operation on the host by the tools that it would use; an operation that nobody knows fails. */
export function perform(host: SimulatedHost, operation: Operation, bodies: BodyStore): Outcome {
  const { action, title } = operation;
  if (action.kind === 'write-file') return writeFile(host, action as unknown as WriteFile, bodies);
  const script = typeof action['script'] === 'string' ? action['script'] : '';
  const stdin = bodyText(bodies, action['stdin']);
  const job = { title, script, commands: readCommands(script), stdin, action };
  for (const performer of performers) {
    const failure = performer(host, job);
    if (failure === '') return { status: 'done', durationMs: 1 };
    if (failure !== undefined) return failed(failure);
  }
  return failed(`a simulated host does not know how to ${title}`);
}

const performers: readonly Performer[] = [
  performPackages,
  performUnits,
  performAccounts,
  performKeys,
  performCommand,
  performPaths,
];

type StoredBody = { readonly sha256: string };

function bodyText(bodies: BodyStore, stdin: unknown): string {
  const stored = stdin as StoredBody | null | undefined;
  return stored === null || stored === undefined ? '' : (readBody(bodies, stored.sha256)?.toString('utf8') ?? '');
}

function readBody(bodies: BodyStore, sha256: string): Buffer | undefined {
  const source = bodies.get(sha256);
  if (source === undefined) return undefined;
  return source.kind === 'bytes' ? Buffer.from(source.bytes) : readFileSync(source.path);
}

type WriteFile = {
  readonly path: string;
  readonly sha256: string;
  readonly mode: string | null;
  readonly createMode: string;
  readonly owner: string | null;
  readonly group: string | null;
  readonly expect: { readonly kind: string; readonly sha256?: string };
  readonly follow: boolean;
  readonly backup: string | null;
  readonly check: string | null;
};

function writeFile(host: SimulatedHost, action: WriteFile, bodies: BodyStore): Outcome {
  const { files } = host;
  const path = files.resolve(action.path, action.follow);
  if (path === undefined || files.find(posix.dirname(path))?.type !== 'directory')
    return failed(`the directory ${posix.dirname(action.path)} does not exist`);
  const old = files.find(path);
  if (old !== undefined && old.type !== 'file') return { status: 'refused', reason: `${path} is not a regular file` };
  if (!isExpected(old, action.expect)) return { status: 'refused', reason: `${path} is not what the plan found` };
  const entry = newEntry(host, action, { old, content: readBody(bodies, action.sha256) });
  if (entry === undefined) return failed(`${path} cannot be given its owner`);
  files.put(path, entry);
  if (action.check !== null && !isTrue(host, action.check)) {
    if (old === undefined) files.remove(path);
    else files.put(path, old);
    return failed('the check failed with exit code 1');
  }
  if (action.backup !== null && old !== undefined) files.put(action.backup, old);
  return { status: 'done', durationMs: 1 };
}

/** The file with the declared owner, group and mode, or those of the old one, or root's; undefined without such an owner. */
function newEntry(
  host: SimulatedHost,
  { owner, group, mode, createMode }: WriteFile,
  { old, content }: { readonly old: Entry | undefined; readonly content: Buffer | undefined },
): Parameters<SimulatedHost['files']['put']>[1] | undefined {
  const uid = owner === null ? (old?.uid ?? 0) : host.uidOf(owner);
  const gid = group === null ? (old?.gid ?? 0) : host.gidOf(group);
  if (content === undefined || uid === undefined || gid === undefined) return undefined;
  return { type: 'file', content, mode: mode ?? old?.mode ?? createMode, uid, gid };
}

function isExpected(old: Entry | undefined, expect: WriteFile['expect']): boolean {
  if (expect.kind === 'any') return true;
  if (expect.kind === 'absent') return old === undefined;
  return old !== undefined && createHash('sha256').update(old.content).digest('hex') === expect.sha256;
}

function failed(reason: string): Outcome {
  return { status: 'failed', durationMs: 1, reason, exitCode: 1 };
}
