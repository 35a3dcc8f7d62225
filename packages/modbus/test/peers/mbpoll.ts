import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Where mbpoll shall look: a TCP port of 127.0.0.1, or a serial device with even parity. */
export type MbpollTarget =
  | { readonly kind: 'tcp'; readonly port: number; readonly unit?: number }
  | { readonly kind: 'rtu'; readonly path: string; readonly baud: number; readonly unit: number };

/** The tables by mbpoll's numbers. */
const tables = { coil: 0, discrete: 1, input: 3, holding: 4 } as const;

/** Reads values with mbpoll, a client that shares no code with ours. */
export async function readWithMbpoll(
  target: MbpollTarget,
  { table, address, count }: { readonly table: keyof typeof tables; readonly address: number; readonly count: number },
): Promise<readonly number[]> {
  const what = ['-t', String(tables[table]), '-0', '-r', String(address), '-c', String(count), '-1'];
  const { stdout } = await promisify(execFile)('mbpoll', [...what, ...argsOf(target)], { timeout: 20_000 });
  // Values beyond 32767 are shown twice: `[0]:  65535 (-1)`.
  return [...stdout.matchAll(/^\[\d+\]:\s+(\d+)/gm)].map((match) => Number(match[1]));
}

function argsOf(target: MbpollTarget): readonly string[] {
  if (target.kind === 'tcp')
    return ['-m', 'tcp', '-a', String(target.unit ?? 1), '-p', String(target.port), '127.0.0.1'];
  return ['-m', 'rtu', '-a', String(target.unit), '-b', String(target.baud), '-P', 'even', target.path];
}

/** Writes values with mbpoll, as another program does that knows nothing of ours. */
export async function writeWithMbpoll(
  target: MbpollTarget,
  {
    table,
    address,
    values,
  }: { readonly table: 'coil' | 'holding'; readonly address: number; readonly values: readonly number[] },
): Promise<void> {
  const what = ['-t', String(tables[table]), '-0', '-r', String(address), '-1', ...argsOf(target)];
  await promisify(execFile)('mbpoll', [...what, ...values.map(String)], { timeout: 20_000 });
}
