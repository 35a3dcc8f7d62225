import { once } from 'node:events';
import type { LockHolder, LockResult } from '@setpoint/model';
import { commandFor } from '../program/bootstrap.ts';
import type { RemoteProcess, Session } from '../transports/transport.ts';
import { identityFor } from './identity.ts';

/** The holder gives the lock up when it has heard nothing for a minute: the longest a vanished controller blocks a node. */
const silenceSeconds = 60;
const heartbeatMs = 15_000;
const answerDeadlineMs = 20_000;

/**
 * Takes the node's lock: a shell on the node holds an flock for as long as its channel lives and its heartbeat arrives, so the
 * kernel frees it whatever happens here. Root locks under /run; another account only excludes itself.
 */
export async function lockNode(
  context: { readonly session: Session; readonly sudo: string | boolean | undefined },
  holder: LockHolder,
): Promise<LockResult> {
  const started = await context.session.start(commandFor(lockScript, identityFor(context.sudo, undefined)));
  if (started.kind === 'failed') return { kind: 'unsupported', why: started.diagnostic.detail };
  const { process } = started;
  process.stdin.on('error', () => undefined);
  process.stderr.resume();
  process.stdin.write(`${JSON.stringify(holder)}\n`);
  const answer = await readAnswer(process);
  if (answer === 'held') return { kind: 'held', release: keepAlive(process) };
  process.abandon('the lock was not given');
  if (answer.startsWith('taken ')) return { kind: 'taken', by: parseHolder(answer.slice('taken '.length)) };
  return { kind: 'unsupported', why: answer === '' ? 'the node did not answer' : answer };
}

/** No single quotes: it travels inside them. `9>&-` keeps the lock from leaking into children that outlive the shell. */
const lockScript = [
  'LC_ALL=C; export LC_ALL; umask 077',
  'if [ "$(id -u)" = 0 ]; then f=/run/setpoint.lock; else f=${XDG_RUNTIME_DIR:-/tmp}/setpoint-$(id -u).lock; fi',
  'IFS= read -r me',
  'command -v flock >/dev/null || { echo "unsupported: the node has no flock"; exit; }',
  'if [ -L "$f" ]; then echo "unsupported: $f is a link"; exit; fi',
  '{ : >>"$f"; } 2>/dev/null && exec 9<>"$f" || { echo "unsupported: $f cannot be opened"; exit; }',
  'if flock -n 9; then echo "$me" >"$f"; echo held; else echo "taken $(head -n 1 "$f")"; exit; fi',
  `while [ "$(timeout ${silenceSeconds} dd bs=1 count=1 2>/dev/null 9>&- | wc -c)" = 1 ]; do :; done`,
  ': >"$f"',
].join('; ');

async function readAnswer(process: RemoteProcess): Promise<string> {
  const timer = setTimeout(() => process.abandon('no answer to the lock'), answerDeadlineMs);
  let text = '';
  process.stdout.on('data', (bytes: Buffer) => {
    text += bytes.toString('utf8');
    if (text.includes('\n')) process.stdout.emit('line');
  });
  await Promise.race([once(process.stdout, 'line'), process.exited]);
  clearTimeout(timer);
  return text.trim();
}

function keepAlive(process: RemoteProcess): () => Promise<void> {
  const heart = setInterval(() => process.stdin.write('.'), heartbeatMs);
  heart.unref();
  return async () => {
    clearInterval(heart);
    process.stdin.end();
    await process.exited;
  };
}

function parseHolder(text: string): LockHolder | undefined {
  try {
    return JSON.parse(text) as LockHolder;
  } catch {
    return undefined;
  }
}
