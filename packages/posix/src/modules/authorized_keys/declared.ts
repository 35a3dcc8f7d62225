import type { DeclarationProblem, Unknown } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { accountNameFault } from '../../accounts/name.ts';
import type { AuthorizedKeysValue } from '../../queries/authorized-keys.ts';
import { type KeyLine, parseKeyLine } from './key-line.ts';

/** The keys of an account as declared, in canonical form. */
export type KeysDeclared = {
  readonly account: string;
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
    keys: Type.Array(Type.String({ minLength: 1 }), {
      description:
        'Public keys, each as one line of authorized_keys(5) with its options and comment. A key without a comment keeps the one it has.',
    }),
    exclusive: Type.Optional(
      Type.Boolean({ description: 'Remove every other key of the account. Comments stay. Default: false.' }),
    ),
  },
  { additionalProperties: false },
);

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareKeys({ identity, properties }: TypedInput<typeof keysSchema>): TypedDeclaration<KeysDeclared> {
  const nameFault = accountNameFault(identity);
  const problems = [
    ...(nameFault === undefined ? [] : [{ property: '', detail: nameFault }]),
    ...keyProblems(properties),
  ];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const declared: KeysDeclared = {
    account: identity,
    state: properties.state ?? 'present',
    keys: properties.keys.flatMap((line) => parseKeyLine(line) ?? []),
    exclusive: properties.exclusive ?? false,
  };
  return { kind: 'declared', identity, declared };
}

function keyProblems({ keys, state, exclusive }: Static<typeof keysSchema>): readonly DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  const seen = new Set<string>();
  for (const [index, line] of keys.entries()) {
    const key = line.trim().includes('\n') ? undefined : parseKeyLine(line);
    if (key === undefined) {
      problems.push({
        property: 'keys',
        detail: `Key ${index + 1} is not a public key on one line, or it was cut: ${line.slice(0, 40)}`,
        hint: 'copy the whole line of the .pub file',
      });
    } else if (seen.has(key.key)) {
      problems.push({ property: 'keys', detail: `Key ${index + 1} is listed twice; which of its lines counts?` });
    } else seen.add(key.key);
  }
  if (state === 'absent' && exclusive === true) {
    problems.push({
      property: 'exclusive',
      detail: '"exclusive" keeps the declared keys alone, and these are to be removed.',
      hint: 'for no key at all, declare `keys: []` with `exclusive: true`',
    });
  }
  return problems;
}
