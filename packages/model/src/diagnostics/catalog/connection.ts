import type { DiagnosticRow } from './row.ts';

/** SP5xx: reaching a node. */
export const connectionDiagnostics = {
  SP501: {
    summary: 'The node cannot be reached',
    explanation:
      'The connection was refused, timed out or could not be routed. Nothing was read or changed. Check the address, the port and the way there; `ssh NODE` with the same configuration shows the same problem.',
  },
  SP502: {
    summary: 'The name of the node does not resolve',
    explanation:
      'Neither DNS nor the hosts file knows the name, so there is no address to connect to. The name of a node is its address unless `host` is set: correct the name, or give the address, for example `ssh: { host: 203.0.113.7 }`.',
    example: 'nodes:\n  web1: { ssh: { host: 203.0.113.7 } }',
  },
  SP503: {
    summary: 'The SSH handshake failed',
    explanation:
      'Something answered, but no encrypted connection could be agreed on: it does not speak SSH, or it shares no key exchange, host key, cipher or MAC algorithm with the built-in client. No credential was sent. Update the server, or reach the node through the `openssh` transport, which uses the algorithms of the installed ssh program.',
  },
  SP504: {
    summary: 'The server closed the connection before login',
    explanation:
      'The server accepted the connection and closed it again before anybody logged in, and did so on every attempt. The usual reason is its limit on connections that are not logged in yet (MaxStartups), a penalty for earlier failures from this address (PerSourcePenalties), or a rule such as hosts.deny. Wait a moment, run with fewer nodes at once, or raise the limits in sshd_config.',
  },
  SP505: {
    summary: 'The host key of the node is not known',
    explanation:
      'No known_hosts file has a key for this node, so nothing proves that the machine that answered is the right one. Setpoint refuses before any credential is sent. Compare the fingerprint with the one the machine shows on its console (`ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub`), then add the key, or let the run pin unknown keys in the project.',
  },
  SP506: {
    summary: 'The host key of the node has changed',
    explanation:
      'The machine that answered shows another key than the one that is known for it. Either the machine was installed anew, or another machine answers in its place and would receive your credentials and commands. Nothing was sent. Find out which; only when the new key is proven right, remove the old line and add the new key. Setpoint never accepts a changed key on its own.',
  },
  SP507: {
    summary: 'The host key of the node is revoked',
    explanation:
      'A known_hosts file marks the key that the machine showed as @revoked: the key is known to be compromised or retired, so whoever answers with it cannot be trusted. Nothing was sent. Give the machine a new host key.',
  },
  SP508: {
    summary: 'The node refused the login',
    explanation:
      'The server was reached and its key is right, but none of the offered keys and passwords was accepted for this account, or there was none to offer. The message lists what was tried and which keys could not be used and why. Add the public key to ~/.ssh/authorized_keys of the account, load the key into the agent with ssh-add, or correct `user`, `identity_file` or `passphrase`.',
  },
  SP509: {
    summary: 'Too many keys were offered',
    explanation:
      'The server ends a connection after a number of refused keys (MaxAuthTries, 6 by default), and the right key was not among the first. Name the key with `identity_file` and set `identities_only: true`, so that the agent does not offer its other keys.',
    example: 'nodes:\n  web1: { ssh: { identity_file: ~/.ssh/web, identities_only: true } }',
  },
  SP510: {
    summary: 'The password of the account has expired',
    explanation:
      'The server demands a new password before it lets the account in. Setpoint does not change login passwords. Log in once by hand and change it, or give the account a key.',
  },
  SP511: {
    summary: 'The way through a jump host is wrong',
    explanation:
      'A jump host is the name of another node that is reached by ssh, or `user@host:port`. Here the name leads to a node that is not reached by ssh, the text cannot be read, or the jump hosts lead in a circle.',
    example: 'nodes:\n  bastion: { ssh: { host: 203.0.113.7 } }\n  web1: { ssh: { jump: bastion } }',
  },
  SP512: {
    summary: 'The ssh configuration cannot be used',
    explanation:
      'The ssh configuration of this user or machine could not be evaluated for the node, so its address, keys and jump hosts are not known. `ssh -G NODE` shows the same problem. Mend the file, name another with `config`, or set `config: false` to do without.',
  },
  SP513: {
    summary: 'No further command can be started on the node',
    explanation:
      'The connection stands, but the server opens no further channel or refuses to run commands, or all channels stayed busy for too long. sshd limits the channels of one connection with MaxSessions (10 by default); ForceCommand and restricted accounts refuse commands. The command was not started.',
  },
  SP514: {
    summary: 'A program on this machine cannot be started',
    explanation:
      'The node is reached through a program on this machine, and that program is missing or may not be executed. Install it, or correct its name.',
  },
  SP515: {
    summary: 'The known hosts of the project cannot be written',
    explanation:
      'The key of a new host was to be pinned in the project, but its file could not be written. Without the pin a later run could not notice another key, so the connection was refused. Make the file and its directory writable.',
  },
  SP516: {
    summary: 'The connection to the node has ended',
    explanation:
      'The connection was closed or broke before the command was started: the command did not run. A command that was running at that moment is reported as unknown, never as done or failed.',
  },
  SP517: {
    summary: 'Connecting was interrupted',
    explanation: 'The run was stopped while this node was being connected. Nothing was read or changed on it.',
  },
  SP518: {
    summary: 'The settings of the connection are not usable',
    explanation:
      'A setting under `local`, `ssh`, `openssh` or `exec` is missing or contradicts another. `setpoint schema` lists the settings of each.',
  },
  SP519: {
    summary: 'The node is not reached without secrets',
    explanation:
      'With `--without-secrets` a node is not planned when its connection needs a secret, or when it would be reached by running a program on this machine that the inventory names. It is told and does not fail the plan.',
  },
} as const satisfies Record<string, DiagnosticRow>;
