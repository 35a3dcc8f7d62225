import type { StaleCase } from './stale-case.ts';

/** A public key, another one for each letter. */
export const keyOf = (letter: string): string => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${letter.repeat(43)}`;

export const accounts: readonly StaleCase[] = [
  {
    type: 'user',
    identity: 'staleuser',
    declared: { comment: 'declared' },
    found: 'useradd -m -c found staleuser',
    moved: 'usermod -c moved staleuser',
    look: 'getent passwd staleuser',
    told: /comment was planned from "found" to "declared", and is "moved" now/,
  },
  {
    type: 'group',
    identity: 'stalegroup',
    declared: { gid: 4002 },
    found: 'groupadd -g 4001 stalegroup',
    moved: 'groupmod -g 4003 stalegroup',
    look: 'getent group stalegroup',
    told: /gid was planned from 4001 to 4002, and is 4003 now/,
  },
  {
    type: 'authorized_keys',
    identity: 'keeper',
    declared: { keys: [keyOf('A')], exclusive: true },
    found: 'useradd -m keeper',
    moved: `install -d -o keeper -m 0700 ~keeper/.ssh && echo '${keyOf('B')}' >~keeper/.ssh/authorized_keys`,
    look: 'cat ~keeper/.ssh/authorized_keys',
    told: /keys was planned from absent to .*, and is .* now/,
  },
];
