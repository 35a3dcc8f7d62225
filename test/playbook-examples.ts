import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setpointProgram } from './setpoint-program.ts';

const root = join(import.meta.dirname, '..');

/** Every example, by the name of its folder below `playbooks/`. */
export const exampleNames: readonly string[] = readdirSync(join(root, 'playbooks')).sort();

/** True for an example whose nodes are devices that speak Modbus. */
export function needsDevices(name: string): boolean {
  return /^ +modbus:/m.test(readFileSync(join(exampleDir(name), 'inventory.yaml'), 'utf8'));
}

/** True for an example whose nodes are databases. */
export function needsDatabase(name: string): boolean {
  return /^ +(?:postgres|mysql|mariadb):/m.test(readFileSync(join(exampleDir(name), 'inventory.yaml'), 'utf8'));
}

/** The folder of an example in the checkout. */
export function exampleDir(name: string): string {
  return join(root, 'playbooks', name);
}

/** What a command printed and how it ended. */
export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Where a node of an example is in a test: settings in the form of a YAML flow map without its braces, `host` among them. */
export type NodePlace = string;

/**
 * Copies an example, its nodes moved to where the test has them: the first address of its inventory becomes the place at 0, and so
 * on. Everything else stays as the example has it. The key of the project is a fixed one, so that the digests of secrets are
 * the same in every run.
 */
export function copyExample(name: string, dir: string, placeAt: (index: number) => NodePlace | undefined): void {
  cpSync(exampleDir(name), dir, { recursive: true });
  const file = join(dir, 'inventory.yaml');
  const text = readFileSync(file, 'utf8');
  const addresses = [...new Set(text.match(/\b192\.0\.2\.\d+/g))];
  const moved = text.replaceAll(/host: (192\.0\.2\.\d+)/g, (_, address: string) => {
    const place = placeAt(addresses.indexOf(address));
    if (place === undefined) throw new Error(`${name} has more addresses than there are places`);
    return place;
  });
  writeFileSync(file, moved);
  mkdirSync(join(dir, '.setpoint'), { mode: 0o700 });
  writeFileSync(join(dir, '.setpoint', 'key'), Buffer.alloc(32, 7), { mode: 0o600 });
}

/** Values of the secrets that examples name, which nothing may ever print. */
export const exampleSecrets = {
  NOTES_TOKEN: 'canary-7f3a9c1e-notes',
  BOOKING_PASSWORD: 'canary-0c94e6d2-booking',
  PARTS_PASSWORD: 'canary-5d21b7e0-parts',
} as const;

/** Runs the command line on the playbook of an example. */
export function setpoint(dir: string, words: readonly string[]): Promise<Ended> {
  return setpointIn([...words, '-C', dir, join(dir, 'playbook.yaml')]);
}

/** Runs the command line as a process of its own, in the root of the checkout. */
export async function setpointIn(words: readonly string[]): Promise<Ended> {
  const program = setpointProgram();
  const env = { ...process.env, ...program.env, ...exampleSecrets };
  const child = spawn(process.execPath, [...program.args, ...words], { cwd: root, env });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}
