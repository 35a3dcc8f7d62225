import type { DiagnosticRow } from './row.ts';

/** SP654 to SP659, SP684, SP685 and SP689: units, services of other init systems, timetables, and what accounts have of their own. */
export const unitDiagnostics = {
  SP654: {
    summary: 'The node has no systemd',
    explanation:
      'Units belong to systemd, and the node has no directory /etc/systemd/system for them. A package that brings systemd may be declared before the unit; on nodes with another init system leave the unit out with `when:`.',
  },
  SP655: {
    summary: 'The unit is not verified',
    explanation:
      '`systemd-analyze verify` tells a misspelt option or a missing program before a unit file counts. The node does not have it, so the file is written as it is declared. Install the package that brings it, or declare `verify: none` where that is meant.',
  },
  SP656: {
    summary: 'The node has no cron',
    explanation:
      'Jobs at set times need a cron, and the node does not have the program `crontab` that comes with every one of them. Declare the package before the job: `cron` on Debian and Ubuntu, `cronie` on Fedora, SUSE and Arch. Where systemd is enough, a timer declared with `unit:` needs no package.',
    example: '- package: cron\n- cron: nightly backup\n  schedule: "0 3 * * *"\n  command: /usr/local/bin/backup',
  },
  SP657: {
    summary: 'The init system of the node cannot do this',
    explanation:
      'Services of OpenRC and of System V init can be started, stopped, and switched on and off for the next boot. They cannot be masked, nothing tells when they were last reloaded, and when they were started is told only by a file in /run. Declare what the init system knows, or choose by `when:` what holds for nodes with systemd alone.',
  },
  SP658: {
    summary: 'The node lacks a program for accounts',
    explanation:
      'Accounts and groups are made and changed by the programs of the shadow suite. Where they are missing, as on Alpine, busybox can make accounts and groups, set a password and a lock, and change who is in which group; it cannot change the number, home, shell, comment or primary group of an account or the number of a group, set when a password ends, share a number, or take one from a range. Declare the package before the resource: `shadow` on Alpine, `passwd` on Debian and Ubuntu, `shadow-utils` on Fedora, `shadow` on SUSE and Arch.',
    example: '- package: shadow\n- user: deploy\n  shell: /bin/ash',
  },
  SP684: {
    summary: 'Nothing keeps the units of the account running',
    explanation:
      'Units of an account are started by a manager of its own, which systemd runs while the account is logged in. Without a login there is none, and with the last logout it ends and takes along all that it started. An account that lingers has its manager from the start of the node until its end: declare `linger: true` for the `user:` before the unit.',
    example: '- user: alice\n  linger: true\n- service: alice/syncthing\n  running: true\n  enabled: true',
  },
  SP685: {
    summary: 'The node has no logind',
    explanation:
      'Whether an account lingers, so that its own units run without a login, is kept by the logind of systemd, and the node does not have its program `loginctl`. Leave `linger` out for nodes with another init system, by `when:` or by a group of their own.',
  },
  SP689: {
    summary: 'The node cannot make SSH keys',
    explanation:
      'The `ssh_key` of a `user` is made on the node, by its own ssh-keygen, so that the private key never travels. The node does not have that program. Declare its package before the account: `openssh-client` on Debian and Ubuntu, `openssh-clients` on Fedora and SUSE, `openssh-keygen` on Alpine, `openssh` on Arch.',
    example: '- package: openssh-client\n- user: deploy\n  ssh_key: { type: ed25519 }',
  },
} as const satisfies Record<string, DiagnosticRow>;
