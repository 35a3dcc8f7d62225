import type { DeclarationProblem, TextFile, Unknown } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { accountNameFault } from '../../accounts/name.ts';
import { canonicalPath, type PathResult } from '../../paths/absolute-path.ts';
import type { AuthorizedKeysValue } from '../../queries/authorized-keys.ts';
import { type KeyLine, parseKeyLine } from './key-line.ts';

/** The keys of an account as declared, in canonical form. */
export type KeysDeclared = {
  readonly account: string;
  /** The file, where it is not the one in the home; null for that. */
  readonly path: string | null;
  readonly state: 'present' | 'absent';
  readonly keys: readonly KeyLine[];
  readonly exclusive: boolean;
  /** The whole file as it was before a run; only on the way back from one. */
  readonly exact?: ExactKeys;
};

/** A file of keys to the byte. `text` and `mode` are null where there was no file; `directoryMode` where there was no directory. */
export type ExactKeys = {
  readonly text: string | null;
  readonly mode: string | null;
  readonly directoryMode: string | null;
};

/** The keys as found; `text` is unknown when the file is no text. */
export type KeysState = Omit<AuthorizedKeysValue, 'base64'> & { readonly text: string | Unknown };

export const keysSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: 'Whether these keys open the account. Default: present.',
      }),
    ),
    keys: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description:
          'Public keys, each as one line of authorized_keys(5) with its options and comment. A key without a comment keeps the one it has. These or `key_files`.',
      }),
    ),
    key_files: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description:
          'Files of public keys beside the playbook, such as `keys/alice.pub` or `keys/*.pub`: a key on each line; empty lines and comments are passed over.',
        'x-files': true,
        minItems: 1,
      }),
    ),
    path: Type.Optional(
      Type.String({
        description:
          "File that sshd reads them from in the place of `~/.ssh/authorized_keys`, as its `AuthorizedKeysFile` says, such as `/etc/ssh/keys/%u`; `%u` is the account. The file is root's, with mode 0644, and so must be its directory, in which nobody else may write.",
        minLength: 1,
      }),
    ),
    exclusive: Type.Optional(
      Type.Boolean({ description: 'Remove every other key of the account. Comments stay. Default: false.' }),
    ),
  },
  { additionalProperties: false },
);

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareKeys({
  identity,
  properties,
  texts,
}: TypedInput<typeof keysSchema>): TypedDeclaration<KeysDeclared> {
  const path = properties.path === undefined ? null : keysPath(properties.path, identity);
  const nameFault = accountNameFault(identity);
  const files = texts?.['key_files'] ?? [];
  const lines = [...(properties.keys ?? []).map((line) => ({ line })), ...linesOf(files)];
  const problems = [
    ...(nameFault === undefined ? [] : [{ property: '', detail: nameFault }]),
    ...keyProblems(lines),
    ...files.filter((file) => linesOf([file]).length === 0).map(emptyFile),
    ...combinationProblems(properties),
    ...(path?.kind === 'invalid' ? [{ property: 'path', detail: path.detail, hint: path.hint }] : []),
  ];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const declared: KeysDeclared = {
    account: identity,
    path: path?.kind === 'path' ? path.path : null,
    state: properties.state ?? 'present',
    keys: lines.flatMap(({ line }) => parseKeyLine(line) ?? []),
    exclusive: properties.exclusive ?? false,
  };
  return { kind: 'declared', identity, declared };
}

/** The tokens of sshd_config(5); the others depend on what the node says of the account. */
function keysPath(text: string, account: string): PathResult {
  const token = /%(?![u%])./.exec(text)?.[0];
  if (token !== undefined || /(^|[^%])(%%)*%$/.test(text)) {
    const detail = `"${text}" has ${token ?? 'a % at its end'}, and only %u, the account, can be told before the node is asked.`;
    return { kind: 'invalid', detail, hint: 'write the path itself; a % is %%. Keys in the home need no `path`' };
  }
  return canonicalPath(text.replaceAll(/%[u%]/g, (found) => (found === '%u' ? account : '%')));
}

/** One key as given, and the file that it comes from. */
type GivenLine = { readonly line: string; readonly from?: string };

function linesOf(files: readonly TextFile[]): readonly GivenLine[] {
  return files.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line) => (/^\s*(?:#|$)/.test(line) ? [] : [{ line, from: path }])),
  );
}

function keyProblems(lines: readonly GivenLine[]): readonly DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  const seen = new Set<string>();
  for (const [index, { line, from }] of lines.entries()) {
    const property = from === undefined ? 'keys' : 'key_files';
    const name = from === undefined ? `Key ${index + 1}` : `A key of ${from}`;
    const key = line.trim().includes('\n') ? undefined : parseKeyLine(line);
    if (key === undefined) {
      problems.push({
        property,
        detail: `${name} is not a public key on one line, or it was cut: ${line.slice(0, 40)}`,
        hint: 'copy the whole line of the .pub file',
      });
    } else if (seen.has(key.key)) {
      problems.push({ property, detail: `${name} is listed twice; which of its lines counts?` });
    } else seen.add(key.key);
  }
  return problems;
}

/** With `exclusive`, a file that was emptied by mistake would close the account. */
function emptyFile({ path }: TextFile): DeclarationProblem {
  return { property: 'key_files', detail: `${path} holds no key.`, hint: 'remove it from the list' };
}

function combinationProblems(properties: Static<typeof keysSchema>): readonly DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  if (properties.keys === undefined && properties.key_files === undefined) {
    const hint = 'add `keys:` or `key_files:`; for no key at all, `keys: []` with `exclusive: true`';
    problems.push({ property: 'keys', detail: 'It is not said which keys.', hint });
  }
  if (properties.state === 'absent' && properties.exclusive === true) {
    problems.push({
      property: 'exclusive',
      detail: '"exclusive" keeps the declared keys alone, and these are to be removed.',
      hint: 'for no key at all, declare `keys: []` with `exclusive: true`',
    });
  }
  return problems;
}
