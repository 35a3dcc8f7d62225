/**
 * Shell text that sets `u` to the number of the account that it runs as, by the shell's own means where there is a /proc: every command
 * and every wave asks, and a process for `id` takes longer than what it is asked for. No single quotes: it travels inside them.
 */
export const ownUidText =
  'u=; if [ -r /proc/self/status ]; then while read -r k v w x; do if [ "$k" = Uid: ]; then u=$w; break; fi; done </proc/self/status; fi; [ -n "$u" ] || u=$(id -u)';
