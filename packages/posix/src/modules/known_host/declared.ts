import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { canonicalPath } from '../../paths/absolute-path.ts';
import { targetProperties } from '../../text-edits/target.ts';
import type { TextDeclared } from '../../text-edits/text-edit.ts';
import { type KeyLine, parseKeyLine } from '../authorized_keys/key-line.ts';
import { isAbout, type Marker } from './host-line.ts';

/** What is declared of a host in a file of known hosts. */
export type HostPart = {
  readonly host: string;
  readonly state: 'present' | 'absent';
  readonly marker: Marker;
  /** None with `state: absent` means every key. */
  readonly keys: readonly HostKey[];
  readonly exclusive: boolean;
  /** Null leaves a name as it is written and writes new ones plainly. */
  readonly hashes: boolean | null;
};

/** A public key, with the comment that a new line gets. */
export type HostKey = Pick<KeyLine, 'type' | 'key' | 'comment'>;

export type HostDeclared = TextDeclared<HostPart>;

/** The file that ssh reads for every account. */
export const systemFile = '/etc/ssh/ssh_known_hosts';

const { follow, backup } = targetProperties;

export const hostSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description:
          'Whether the host is known by these keys; absent without `keys` forgets all of them. Default: present.',
      }),
    ),
    keys: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description:
          'Public keys of the host, each as the .pub file or `ssh-keyscan` shows it. A key of the same type that is known for the host is replaced.',
        minItems: 1,
      }),
    ),
    file: Type.Optional(
      Type.String({
        description: `Absolute path of the file. That of an account is best declared together with \`sudo: ACCOUNT\`, so that it belongs to it. Default: ${systemFile}.`,
        minLength: 1,
      }),
    ),
    marker: Type.Optional(
      Type.Union([Type.Literal('cert-authority'), Type.Literal('revoked')], {
        description:
          'The keys are those of an authority whose certificates count for the host, or must never be accepted for it. Lines without and with a marker are apart from each other.',
      }),
    ),
    exclusive: Type.Optional(
      Type.Boolean({ description: 'Forget keys of other types that are known for the host. Default: false.' }),
    ),
    hash: Type.Optional(
      Type.Boolean({
        description:
          'Write the name of the host hashed, so that the file does not tell it, or plainly. Hashed names are recognised in any case. When not declared, names stay as they are and new ones are plain.',
      }),
    ),
    follow,
    backup,
  },
  { additionalProperties: false },
);

type Properties = Static<typeof hostSchema>;

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareHost({ identity, properties }: TypedInput<typeof hostSchema>): TypedDeclaration<HostDeclared> {
  const { named, host } = hostPlace(identity);
  const file = canonicalPath(properties.file ?? named ?? systemFile);
  const keys = (properties.keys ?? []).map((line) => readKey(line, { host, marker: properties.marker }));
  const problems = [
    ...hostProblems(host),
    ...(file.kind === 'invalid' ? [{ property: 'file', detail: file.detail, hint: file.hint }] : []),
    ...keys.flatMap((key, index) => ('detail' in key ? [keyProblem(index, key)] : [])),
    ...combinationProblems(properties, named),
  ];
  if (problems.length > 0 || file.kind === 'invalid') return { kind: 'invalid', problems };
  const part: HostPart = {
    host,
    state: properties.state ?? 'present',
    marker: properties.marker ?? 'none',
    keys: keys.flatMap((key) => ('detail' in key ? [] : [key])),
    exclusive: properties.exclusive ?? false,
    hashes: properties.hash ?? null,
  };
  const target = {
    path: file.path,
    name: host,
    create: true,
    follow: properties.follow ?? false,
    backup: properties.backup ?? false,
    check: null,
  };
  return {
    kind: 'declared',
    identity: file.path === systemFile ? host : `${file.path}#${host}`,
    declared: { target, part, whole: null },
  };
}

/** The host that an identity is about, and the file that it names or that is taken without one. */
export function hostPlace(identity: string): {
  readonly host: string;
  readonly named: string | undefined;
  readonly file: string;
} {
  const [, named, text = identity] = /^(\/[^#]*)#([^#]*)$/.exec(identity) ?? [];
  return { host: canonicalHost(text), named, file: named ?? systemFile };
}

/** ssh knows names in lower case, and the port 22 without saying so. */
function canonicalHost(text: string): string {
  return text.toLowerCase().replace(/^\[(.*)\]:22$/s, '$1');
}

function hostProblems(host: string): readonly DeclarationProblem[] {
  if (host.includes(','))
    return [{ property: '', detail: 'A resource is about one host.', hint: 'use `for_each` for several names' }];
  const [, port = '1'] = /^\[[^[\]]+\]:(\d{1,5})$/.exec(host) ?? [];
  if (/^(?:\[[^\s[\]|#@!]+\]:\d{1,5}|[^\s[\]|#@!]+)$/.test(host) && Number(port) > 0 && Number(port) < 65_536)
    return [];
  const hint = 'write the name or address that ssh is called with, or [HOST]:PORT for another port than 22';
  return [{ property: '', detail: `"${host}" is no name of a host.`, hint }];
}

type Fault = { readonly detail: string; readonly hint: string };

/** Takes a bare key as it is; before it may stand what a file of known hosts has there, which must be about this host. */
function readKey(
  text: string,
  { host, marker = 'none' }: { readonly host: string; readonly marker: Marker | undefined },
): HostKey | Fault {
  const bare = text.trim();
  const hint = 'copy the whole line of the .pub file, or what `ssh-keyscan HOST` prints';
  if (bare.includes('\n')) return { detail: 'is more than one line.', hint: 'list each key by itself' };
  const [, mark, names, rest] = /^(?:@(\S+)\s+)?(\S+)\s+(.*)$/.exec(bare) ?? [];
  const alone = parseKeyLine(bare);
  if (alone !== undefined && alone.options.length === 0) return toHostKey(alone);
  const key = rest === undefined ? undefined : parseKeyLine(rest);
  if (key === undefined || key.options.length > 0 || names === undefined)
    return { detail: `is no public key on one line, or it was cut: ${bare.slice(0, 40)}`, hint };
  if ((mark ?? 'none') !== marker && mark !== undefined)
    return { detail: `has the marker @${mark}.`, hint: `declare \`marker: ${mark}\`` };
  if (!isAbout(names, host))
    return { detail: `is one of ${names}, and not of ${host}.`, hint: 'remove it, or name its host' };
  return toHostKey(key);
}

function toHostKey({ type, key, comment }: KeyLine): HostKey {
  return { type, key, comment };
}

function keyProblem(index: number, { detail, hint }: Fault): DeclarationProblem {
  return { property: 'keys', detail: `Key ${index + 1} ${detail}`, hint };
}

function combinationProblems(
  { state = 'present', keys, exclusive, file }: Properties,
  named: string | undefined,
): readonly DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  if (state === 'present' && keys === undefined) {
    const hint = 'add `keys:`, or `state: absent` to forget the host';
    problems.push({ property: 'keys', detail: 'It is not said by which keys the host is known.', hint });
  }
  if (state === 'absent' && exclusive === true)
    problems.push({ property: 'exclusive', detail: '"exclusive" keeps the declared keys alone, and these are to go.' });
  if (file !== undefined && named !== undefined && file !== named)
    problems.push({ property: 'file', detail: 'The identity names another file.', hint: 'remove one of them' });
  return problems;
}
