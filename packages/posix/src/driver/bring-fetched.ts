import { readFile } from 'node:fs/promises';
import type { BodyStore } from '@setpoint/model';
import { sh } from '@setpoint/sdk';
import { type FetchedFile, fetchShared } from '../fetching/fetched-files.ts';
import type { FetchAction, RunAction } from '../operations/action.ts';
import type { WaveStep } from '../program/wave-program.ts';

/** Steps whose contents are all there; `close` gives back what was fetched for them. */
export type Brought = { readonly steps: readonly WaveStep[]; readonly close: () => void };

/** No content that a node gets by way of the controller is larger. */
const maxBytes = 64 * 1024 * 1024 * 1024;

/**
 * Fetches what steps take from a URL by way of the controller, so that it becomes a body like any other. A step whose content does not
 * come says why and fails, without doing anything on the node.
 */
export async function bringFetched(
  steps: readonly WaveStep[],
  bodies: BodyStore,
  signal: AbortSignal | undefined,
): Promise<Brought> {
  if (!steps.some(({ action }) => action.kind === 'run' && action.fetch !== undefined))
    return { steps, close: () => undefined };
  const files: FetchedFile[] = [];
  const brought = steps.map(async (step): Promise<WaveStep> => {
    const { action } = step;
    if (action.kind !== 'run' || action.fetch === undefined) return step;
    const file = await fetchShared(await orderOf(action.fetch, bodies, signal));
    files.push(file);
    if (file.result.kind === 'failed') return { ...step, action: saying(action, action.fetch.url, file.result.why) };
    const { sha256, sizeBytes } = file.result;
    bodies.put(sha256, { kind: 'file', path: file.path });
    const script = `${sh`sp_arrived=${sha256}\n`.shell}${action.script}`;
    return { ...step, action: { ...action, script, stdin: { sha256, sizeBytes } } };
  });
  return { steps: await Promise.all(brought), close: () => files.forEach((file) => file.close()) };
}

async function orderOf(
  { url, checksum, headers, timeoutMs }: FetchAction,
  bodies: BodyStore,
  signal: AbortSignal | undefined,
) {
  const text = headers === null ? {} : { headers: await textOf(headers.sha256, bodies) };
  return { url, checksum, timeoutMs, maxBytes, ...text, ...(signal === undefined ? {} : { signal }) };
}

async function textOf(sha256: string, bodies: BodyStore): Promise<string> {
  const source = bodies.get(sha256);
  if (source === undefined) return '';
  return source.kind === 'bytes' ? Buffer.from(source.bytes).toString('utf8') : await readFile(source.path, 'utf8');
}

function saying(action: RunAction, url: string, why: string): RunAction {
  const text = `the controller did not get ${url}: ${why}; nothing was changed`;
  return { ...action, script: sh`printf '%s\\n' ${text}\nexit 1`.shell, stdin: null };
}
