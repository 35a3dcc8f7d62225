import type { DiagnosticRow } from './row.ts';

/** SP55x: talking to the shell of a node. */
export const shellDiagnostics = {
  SP551: {
    summary: 'The connection was lost',
    explanation:
      'The connection ended while the node was answering. Reading changes nothing, so it is safe to try again. If it was lost during an apply, the operation that ran then is unknown: plan again to see the state.',
  },
  SP552: {
    summary: 'sudo was refused',
    explanation:
      'The account may not use sudo, or only with a password. Setpoint calls `sudo -n` and never answers prompts. Allow the account in sudoers with NOPASSWD, log in as another account, or declare `sudo: false`.',
  },
  SP553: {
    summary: 'The program did not arrive whole',
    explanation:
      'The text that was sent to the node was cut on its way. The node noticed, because the length did not fit, and executed nothing of it. Something between here and there alters the data; try again, and check the jump host.',
  },
  SP554: {
    summary: 'The shell of the node failed',
    explanation:
      'The node started `/bin/sh`, but it ended before it answered. The login shell may forbid commands, an `exit` may stand in a profile, or the node may have run out of memory or processes.',
  },
  SP555: {
    summary: 'Another apply holds the node',
    explanation:
      'One apply works on a node at a time. The other one is named; when it ends or its connection dies, the node is free at once, and nothing has to be unlocked by hand.',
  },
} as const satisfies Record<string, DiagnosticRow>;
