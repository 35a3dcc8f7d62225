import { posix } from 'node:path';
import type { SimulatedHost } from './host.ts';
import type { Job } from './perform.ts';
import type { Command } from './shell-commands.ts';

/**
 * Jobs on one path, which the title names: to make, link, remove it, or set its owner and mode. The title says what is done; by which
 * owner, mode and target is what the commands of the script say.
 */
export function performPaths(host: SimulatedHost, job: Job): string | undefined {
  const { title } = job;
  const [, create, withParents] = /^create (\/.*?)( with its missing parents)?$/.exec(title) ?? [];
  if (create !== undefined) return makeDirectory(host, job, { path: create, parents: withParents !== undefined });
  const [, link] = /^link (\/.*?) to /.exec(title) ?? [];
  if (link !== undefined) return makeLink(host, job, link);
  const [, remove, everything] = /^remove (\/.*?)( with everything in it)?$/.exec(title) ?? [];
  if (remove !== undefined) return removePath(host, job, { path: remove, everything: everything !== undefined });
  const [, dressed] = /^set .* of (\/.*)$/.exec(title) ?? [];
  return dressed === undefined ? undefined : dress(host, job, dressed);
}

type Making = { readonly path: string; readonly parents: boolean };

function makeDirectory(host: SimulatedHost, job: Job, { path, parents }: Making): string {
  if (parents) host.files.makeAll(posix.dirname(path));
  const there = host.files.find(path);
  if (there === undefined && !host.files.put(path, { type: 'directory' }))
    return `${posix.dirname(path)} does not exist`;
  if (there !== undefined && there.type !== 'directory') return `${path} is no directory`;
  return dress(host, job, path);
}

function makeLink(host: SimulatedHost, job: Job, path: string): string {
  const target = job.commands.find((command) => isCalled(command, 'ln'))?.at(-2)?.text ?? '';
  const old = host.files.find(path);
  if (old?.type === 'directory' && host.files.below(path).length > 0) return `${path} is not empty`;
  if (old !== undefined) host.files.remove(path);
  if (!host.files.put(path, { type: 'link', target })) return `${posix.dirname(path)} does not exist`;
  return dress(host, job, path);
}

function removePath(
  host: SimulatedHost,
  { commands }: Job,
  { path, everything }: { readonly path: string; readonly everything: boolean },
): string {
  const found = host.files.find(path);
  if (found === undefined) return '';
  const tool = commands.some(
    (command) => isCalled(command, 'rmdir') && command.at(-1)?.text === `./${posix.basename(path)}`,
  );
  if (tool !== (found.type === 'directory')) return `${path} is a ${found.type}`;
  if (tool && !everything && host.files.below(path).length > 0) return `${path} is not empty`;
  host.files.remove(path);
  return '';
}

/** Sets what the commands that name no other path say. */
function dress(host: SimulatedHost, { commands }: Job, path: string): string {
  for (const command of commands) {
    const words = command.slice(1).filter((word) => !word.text.startsWith('-'));
    const [value, subject] = words;
    const name = command[0]?.text ?? '';
    if (!['chown', 'chgrp', 'chmod'].includes(name) || value?.isFixed !== true || subject === undefined) continue;
    if (subject.text.startsWith('/proc/')) continue;
    const change = changeOf(host, name, value.text);
    if (change === undefined) return `${name}: invalid: ${value.text}`;
    if (!host.files.change(path, !command.some((word) => word.text === '-h'), change)) return `${path} is not there`;
  }
  return '';
}

function changeOf(
  host: SimulatedHost,
  tool: string,
  value: string,
): Parameters<SimulatedHost['files']['change']>[2] | undefined {
  if (tool === 'chmod')
    return /^[0-7]{3,5}$/.test(value) ? { mode: Number.parseInt(value, 8).toString(8).padStart(4, '0') } : undefined;
  const number = tool === 'chown' ? host.uidOf(value) : host.gidOf(value);
  if (number === undefined) return undefined;
  return tool === 'chown' ? { uid: number } : { gid: number };
}

function isCalled(command: Command, name: string): boolean {
  return command[0]?.text === name;
}
