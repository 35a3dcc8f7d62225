import type { Edit, Hazard, Work } from '@setpoint/model';

/** The work on a file, with the hazard that it has where the way to the node depends on that file. */
export function withAccessHazards(work: Work, path: string, edits: readonly Edit[]): Work {
  const hazards = accessHazards(path, edits);
  const [first, ...others] = work.operations;
  if (first === undefined || hazards.length === 0) return work;
  return { ...work, operations: [{ ...first, hazards: [...first.hazards, ...hazards] }, ...others] };
}

/**
 * The hazard of edits to a file on which the way to the node depends: how sshd lets people in, what the packet filter lets pass, who may
 * use sudo, how the network is set up. None for any other file, and none for lines of sshd that do not matter to it.
 */
export function accessHazards(path: string, edits: readonly Edit[]): readonly Hazard[] {
  if (!edits.some((edit) => edit.path === 'content' || edit.path === 'state' || (edit.hunks ?? []).length > 0))
    return [];
  if (sshdFiles.test(path)) return sshdHazards(path, edits);
  const kind = accessFiles.find(({ pattern }) => pattern.test(path));
  return kind === undefined ? [] : [{ kind: 'connectivity', message: `${path} says ${kind.says}` }];
}

const sshdFiles = /^\/etc\/ssh\/sshd_config(?:$|\.d\/)/;

const accessFiles: readonly { readonly pattern: RegExp; readonly says: string }[] = [
  { pattern: /^\/etc\/sudoers(?:$|\.d\/)/, says: 'who may use sudo; one mistake in it takes sudo from everybody' },
  {
    pattern: /^\/etc\/(?:nftables|iptables|firewalld|ufw)(?:\.|\/|$)/,
    says: 'which connections to the node are let in',
  },
  {
    pattern: /^\/etc\/(?:network\/interfaces|systemd\/network|netplan)(?:\.|\/|$)/,
    says: 'how the node is on the network',
  },
  { pattern: /^\/etc\/(?:pam\.d\/(?:sshd|common-\w+)|security\/access\.conf|nologin)$/, says: 'who may log in' },
];

/** Options of sshd_config(5) that decide where it listens and whom it lets in. */
const sshdOptions = new Map(
  [
    'Port',
    'ListenAddress',
    'AddressFamily',
    'PermitRootLogin',
    'PasswordAuthentication',
    'KbdInteractiveAuthentication',
    'PubkeyAuthentication',
    'PubkeyAcceptedAlgorithms',
    'AuthenticationMethods',
    'AuthorizedKeysFile',
    'AuthorizedKeysCommand',
    'AuthorizedPrincipalsFile',
    'TrustedUserCAKeys',
    'AllowUsers',
    'AllowGroups',
    'DenyUsers',
    'DenyGroups',
    'HostKey',
    'HostKeyAlgorithms',
    'Ciphers',
    'KexAlgorithms',
    'MACs',
    'UsePAM',
    'StrictModes',
    'ForceCommand',
    'ChrootDirectory',
    'Match',
    'Include',
  ].map((option) => [option.toLowerCase(), option]),
);

function sshdHazards(path: string, edits: readonly Edit[]): readonly Hazard[] {
  const hunks = edits.flatMap((edit) => edit.hunks ?? []);
  const changed = hunks.flatMap((hunk) => hunk.lines.filter((line) => /^[+-]/.test(line)));
  const options = new Set(
    changed.flatMap((line) => sshdOptions.get(/^[+-]\s*(\w+)/.exec(line)?.[1]?.toLowerCase() ?? '') ?? []),
  );
  // Where the lines cannot be shown, nobody knows that the ones that matter are the same.
  if (options.size === 0 && changed.length > 0) return [];
  const what = options.size === 0 ? path : `${[...options].join(', ')} in ${path}`;
  return [
    {
      kind: 'connectivity',
      message: `${what} ${options.size > 1 ? 'decide' : 'decides'} who gets in by ssh, and where`,
    },
  ];
}
