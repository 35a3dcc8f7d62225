import type { LockHolder, LockResult } from '@setpoint/model';
import { isSameAndFree, lastHolderText, lockFileText } from '../operations/lock-file.ts';
import { commandFor } from '../program/bootstrap.ts';
import { safeguardsText } from '../safeguard/place.ts';
import { settleWithin, timedOut } from '../transports/deadline.ts';
import type { RemoteProcess, Session } from '../transports/transport.ts';
import { identityFor } from './identity.ts';

/** The holder gives the lock up when it has heard nothing for a minute: the longest a vanished controller blocks a node. */
const silenceSeconds = 60;
const heartbeatMs = 15_000;
const answerDeadlineMs = 20_000;
const releaseDeadlineMs = 5000;

/**
 * Takes the node's lock: a shell on the node holds an flock for as long as its channel lives and its heartbeat arrives, so the
 * kernel frees it whatever happens here; a wave that still runs then keeps it until it ends. Root locks under /run; another account only excludes itself.
 */
export async function lockNode(
  context: {
    readonly session: Session;
    readonly sudo: string | boolean | undefined;
    /** Who held the node last when it was last asked, as `lastHolderText` sets it. */
    readonly lastHolder?: string | undefined;
  },
  holder: LockHolder,
): Promise<LockResult> {
  const started = await context.session.start(commandFor(lockScript, identityFor(context.sudo, undefined)));
  if (started.kind === 'failed') return { kind: 'refused', why: started.diagnostic.detail.replace(/\.$/, '') };
  const { process } = started;
  process.stdin.on('error', () => undefined);
  process.stderr.resume();
  process.stdin.write(`${JSON.stringify(holder)}\n`);
  const answer = await readAnswer(process);
  if (answer.startsWith('held:')) {
    const before = answer.slice('held:'.length);
    const isUndisturbed = context.lastHolder !== undefined && isSameAndFree(context.lastHolder, before);
    return { kind: 'held', release: keepAlive(process), isUndisturbed };
  }
  process.abandon('the lock was not given');
  if (answer.startsWith('taken ')) return { kind: 'taken', by: parseHolder(answer.slice('taken '.length)) };
  if (answer.startsWith('unsupported ')) return { kind: 'unsupported', why: answer.slice('unsupported '.length) };
  return { kind: 'refused', why: answer === '' ? 'the node did not answer' : answer.replace(/^refused /, '') };
}

/** What an answer begins with: a login shell may print lines of its own before it. */
const answerMark = 'setpoint-lock: ';

/**
 * No single quotes: it travels inside them. `9>&-` keeps the lock from leaking into children that outlive the shell. Once taken it is
 * held as a shared one, so that a running wave can share it and keep it when this shell is gone. A failed redirection of `:` ends a
 * POSIX shell, so it happens in a subshell. Who held the node before is read once the lock is there, and told with it; that it was
 * given back is written down only when it was, so that a holder that vanished cannot be taken for one that had ended.
 */
const lockScript = [
  'LC_ALL=C; export LC_ALL; umask 077',
  lockFileText,
  `say() { echo "${answerMark}$1"; }`,
  'IFS= read -r me',
  'command -v flock >/dev/null || { say "unsupported the node has no flock"; exit; }',
  'if [ -L "$f" ]; then say "refused $f is a link"; exit; fi',
  'if [ -e "$f" ] && ! { [ -f "$f" ] && [ -O "$f" ]; }; then say "refused $f is not a file of this account"; exit; fi',
  '[ -e "$f" ]; new=$?',
  '( : >>"$f" ) 2>/dev/null && exec 9<>"$f" || { say "unsupported $f cannot be opened"; exit; }',
  // On a full disk the lock is held all the same; the second one is then not told by whom.
  'taken() { say "taken $(head -n 1 "$f")"; exit; }',
  // A node that has still to decide about the changes of a run that is gone belongs to that run.
  `${safeguardsText}; for g in "$sp_top"/confirm-*/armed "$sp_top"/confirm-*/undoing; do [ ! -e "$g" ] || taken; done`,
  'flock -n 9 || taken',
  `${lastHolderText}; [ -n "$l" ] || [ "$new" = 0 ] || l=-`,
  '( echo "$me" >"$f" ) 2>/dev/null',
  'if flock -s -n 9; then say "held:$l"; else taken; fi',
  `t="timeout ${silenceSeconds}"; command -v timeout >/dev/null || t=`,
  `c=.; while [ "$c" = . ]; do c=$($t dd bs=1 count=1 2>/dev/null 9>&-); done`,
  'if [ "$c" = r ]; then ( echo "free $me" >"$f" ) 2>/dev/null; fi',
].join('; ');

/** The first line that is an answer, without its mark; empty when none came. */
async function readAnswer(process: RemoteProcess): Promise<string> {
  let text = '';
  const answer = new Promise<string>((resolve) => {
    process.stdout.on('data', (bytes: Buffer) => {
      text += bytes.toString('utf8');
      const start = text.indexOf(answerMark);
      const end = start < 0 ? -1 : text.indexOf('\n', start);
      if (end >= 0) resolve(text.slice(start + answerMark.length, end).trim());
    });
    void process.exited.then(() => resolve(''));
  });
  const settled = await settleWithin(answer, answerDeadlineMs);
  if (settled !== timedOut) return settled;
  process.abandon('no answer to the lock');
  return '';
}

function keepAlive(process: RemoteProcess): () => Promise<void> {
  const heart = setInterval(() => process.stdin.write('.'), heartbeatMs);
  heart.unref();
  return async () => {
    clearInterval(heart);
    process.stdin.end('r');
    // A shell that hangs must not keep the run from its end; the kernel frees the lock with the connection.
    if ((await settleWithin(process.exited, releaseDeadlineMs)) === timedOut)
      process.abandon('the lock is not given back');
  };
}

function parseHolder(text: string): LockHolder | undefined {
  try {
    return JSON.parse(text.replace(/^free /, '')) as LockHolder;
  } catch {
    return undefined;
  }
}
