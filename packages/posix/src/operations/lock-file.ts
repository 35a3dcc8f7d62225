import { ownUidText } from '../program/own-uid.ts';

/** Shell text that sets `f` to the lock file of the account; without single quotes, because it travels inside them. */
export const lockFileText: string = `${ownUidText}; if [ "$u" = 0 ]; then f=/run/setpoint.lock; else f=\${XDG_RUNTIME_DIR:-/tmp}/setpoint-$u.lock; fi`;

/**
 * Shell text that sets `l` to what the lock file tells of who held the node last: `-` where it was never held since the node was
 * booted, `free HOLDER` once HOLDER gave it back, the holder itself while it is held, and afterwards when nobody could say that it was
 * given back. It needs `f`, starts no process, and holds no single quotes.
 */
export const lastHolderText: string =
  'l=-; if [ -e "$f" ] || [ -L "$f" ]; then l=; if [ -f "$f" ] && [ ! -L "$f" ] && [ -O "$f" ] && [ -r "$f" ]; then IFS= read -r l <"$f"; fi; fi';

/** True when nobody held the node between two readings of its lock file, as `lastHolderText` gives them. */
export function isSameAndFree(before: string, after: string): boolean {
  return before === after && (before === '-' || before.startsWith('free '));
}
