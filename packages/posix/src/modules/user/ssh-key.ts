import type { DeclarationProblem } from '@setpoint/model';
import { type ShellText, sh, Type } from '@setpoint/sdk';
import { asAccountLibrary } from '../../accounts/as-account.ts';

/** A key pair that the account is to have for itself. */
export type SshKey = {
  readonly type: 'ed25519' | 'ecdsa' | 'rsa';
  readonly bits: number | null;
  readonly comment: string | null;
  /** Path of the private key below the home directory. */
  readonly path: string;
};

export const sshKeyProperty = Type.Optional(
  Type.Object(
    {
      type: Type.Optional(
        Type.Union([Type.Literal('ed25519'), Type.Literal('ecdsa'), Type.Literal('rsa')], {
          description: 'Kind of key. Default: ed25519.',
        }),
      ),
      bits: Type.Optional(
        Type.Integer({
          description: 'Length of a new `rsa` or `ecdsa` key. Default: that of ssh-keygen.',
          minimum: 256,
        }),
      ),
      comment: Type.Optional(
        Type.String({ description: 'Comment of a new key. Default: ACCOUNT@HOST.', minLength: 1 }),
      ),
      path: Type.Optional(
        Type.String({
          description: 'Private key below the home directory. Default: .ssh/id_ed25519, or as its type is.',
          minLength: 1,
        }),
      ),
    },
    {
      additionalProperties: false,
      description:
        'A key pair of the account itself, such as one to fetch with. It is made on the node by ssh-keygen, without a passphrase, and stays there; one that is there is never changed, whatever its type.',
    },
  ),
);

type Properties = {
  readonly type?: SshKey['type'];
  readonly bits?: number;
  readonly comment?: string;
  readonly path?: string;
};

/** The key in canonical form. */
export function declareSshKey({ type = 'ed25519', bits, comment, path }: Properties): SshKey {
  return { type, bits: bits ?? null, comment: comment ?? null, path: path ?? `.ssh/id_${type}` };
}

/** What ssh-keygen would not take, and what does not lie in the home. */
export function sshKeyProblems({
  type = 'ed25519',
  bits,
  comment = '',
  path,
}: Properties): readonly DeclarationProblem[] {
  const property = 'ssh_key';
  return [
    ...(path === undefined || /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[\w.@+-][\w.@+/-]*[\w.@+-]$/.test(path)
      ? []
      : [{ property, detail: `"${path}" is no path below a home directory.`, hint: 'write it as .ssh/id_ed25519' }]),
    ...(/[\n\r\0]/.test(comment) ? [{ property, detail: 'A comment of a key is one line.' }] : []),
    ...(bits === undefined || lengths[type](bits)
      ? []
      : [{ property, detail: `A key of the type ${type} cannot have ${bits} bits.`, hint: hints[type] }]),
  ];
}

/** ssh-keygen(1), -b. */
const lengths: Readonly<Record<SshKey['type'], (bits: number) => boolean>> = {
  ed25519: () => false,
  ecdsa: (bits) => [256, 384, 521].includes(bits),
  rsa: (bits) => bits >= 1024 && bits <= 16_384,
};

const hints: Readonly<Record<SshKey['type'], string>> = {
  ed25519: 'remove bits',
  ecdsa: 'write 256, 384 or 521',
  rsa: 'write 3072 or 4096',
};

/** Makes the key as the account, which alone can write into its home without being led elsewhere, unless something is there. */
export function makeSshKey(account: string, { type, bits, comment, path }: SshKey): ShellText {
  const words = ['-q', '-t', type, ...(bits === null ? [] : ['-b', bits]), '-N', '', '-f', path];
  const named = comment === null ? sh`${account}"@$(uname -n)"` : sh`${comment}`;
  return sh`{ ${asAccountLibrary}sp_find_user ${account} || { echo ${`nobody but root and ${account} can make a key of ${account}`}; exit 1; }
$sp_as sh -c 'umask 077
cd -- "$1" || exit 1
if [ -e "$2" ] || [ -L "$2" ]; then exit 0; fi
case $2 in */*) mkdir -p -- "\${2%/*}" || exit 1;; esac
shift 2
exec ssh-keygen "$@" </dev/null' sh "$sp_home" ${path} ${words} -C ${named}
}`;
}
