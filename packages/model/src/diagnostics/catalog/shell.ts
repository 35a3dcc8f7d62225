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
      'The account may not use sudo, or only with a password, or only at a terminal (requiretty). Setpoint calls `sudo -n` and never answers prompts. Allow the account in sudoers with NOPASSWD, log in as another account, or declare `sudo: false`.',
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
  SP556: {
    summary: 'The node cannot be locked',
    explanation:
      'Setpoint keeps two applies off one node with an flock on a file of the node: /run/setpoint.lock for root. This node has no `flock` program, or its lock file cannot be written, as on a read-only disk. The apply goes on, since most nodes are changed by one person at a time, but nothing stops a second apply from another machine or project. Install util-linux (busybox has flock too), or make sure that nobody else applies.',
  },
  SP557: {
    summary: 'The lock of the node cannot be trusted',
    explanation:
      "The lock file of the node is a link or the file of another account, or the node did not answer when it was asked for the lock. Somebody who may write to that directory could make two applies work at once, or lead Setpoint to another file, and nobody can tell whether another apply is at work. So nothing is written. Look at the file, remove it when it is nobody's work, and apply again: Setpoint makes a new one.",
  },
  SP558: {
    summary: 'The node does not answer',
    explanation:
      'The node was reached and began to answer, but a tool that reads one kind of facts did not come back in time: a network file system whose server is gone, a directory service that does not answer, a package database that is locked, a disk that fails. Reading changed nothing, and what still ran on the node was ended. The kind of facts tells where to look: `stat` and `content` are files, `account` and `group` the name service, `package` the package tools, `unit` systemd.',
  },
} as const satisfies Record<string, DiagnosticRow>;
