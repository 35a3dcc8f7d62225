import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type } from '@setpoint/sdk';
import { sysctlKey, sysctlPath } from '../../kernel/sysctl-key.ts';
import { canonicalPath } from '../../paths/absolute-path.ts';
import type { DeclaredPart } from '../../settings/define-setting.ts';

/** A setting of the kernel as declared. */
export type SysctlPart = {
  /** With dots between its names. */
  readonly key: string;
  /** Below `/proc/sys`. */
  readonly path: string;
  readonly state: 'present' | 'absent';
  /** Its words with one space between them; empty when the setting is to be absent. */
  readonly value: string;
  readonly file: string;
  readonly persistent: boolean;
  readonly live: boolean;
  /** A kernel that does not know the setting is left as it is. */
  readonly optional: boolean;
};

export const sysctlSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description:
          'Whether the setting is there. `absent` takes its lines out of the file; the running kernel keeps its value, because it knows no other one. Default: present.',
      }),
    ),
    value: Type.Optional(
      Type.Union(
        [
          Type.String({ minLength: 1, 'x-source-text': true }),
          Type.Array(Type.Union([Type.String({ minLength: 1 }), Type.Integer()])),
        ],
        {
          description:
            'The value: a text, a number, or a list for settings of several words. How many spaces or tabs lie between words makes no difference. A switch is 1 or 0.',
          'x-source-text': true,
        },
      ),
    ),
    file: Type.Optional(
      Type.String({
        description:
          'File in which the setting stands for the next start. Other lines of it stay as they are. Default: /etc/sysctl.d/KEY.conf, which is read after the files whose names begin with a number.',
        minLength: 1,
      }),
    ),
    persistent: Type.Optional(
      Type.Boolean({ description: 'Write the setting into the file for the next start. Default: true.' }),
    ),
    live: Type.Optional(
      Type.Boolean({
        description:
          'Set the running kernel, too. Where it is forbidden, as in most containers, the plan warns and the file alone is written; `false` says that this is meant. Default: true.',
      }),
    ),
    optional: Type.Optional(
      Type.Boolean({
        description:
          'Accept a kernel that does not know the setting; it is then written to the file alone. Default: false.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareSysctl(identity: string, properties: Static<typeof sysctlSchema>): DeclaredPart<SysctlPart> {
  const path = sysctlPath(identity);
  if (path === undefined) {
    const hint = 'write it as sysctl does, such as net.ipv4.ip_forward or net/ipv4/conf/eth0.100/forwarding';
    return {
      kind: 'invalid',
      problems: [{ property: '', detail: `"${identity}" is no setting of the kernel.`, hint }],
    };
  }
  const key = sysctlKey(path);
  const { state = 'present', persistent = true, live = true, optional = false } = properties;
  const file = canonicalPath(properties.file ?? `/etc/sysctl.d/${key.replaceAll('/', '-')}.conf`);
  const value = valueOf(properties.value);
  const problems: DeclarationProblem[] = [
    ...(file.kind === 'invalid' ? [{ property: 'file', detail: file.detail, hint: file.hint }] : []),
    ...valueProblems(value, state),
    ...placeProblems({ state, persistent, live, hasFile: properties.file !== undefined }),
  ];
  if (problems.length > 0 || file.kind === 'invalid') return { kind: 'invalid', problems };
  const part = { key, path, state, value: wordsOf(value ?? ''), file: file.path, persistent, live, optional };
  return { kind: 'part', identity: key, part };
}

function valueOf(value: Static<typeof sysctlSchema>['value']): string | undefined {
  return Array.isArray(value) ? value.join(' ') : value === undefined ? undefined : String(value);
}

/** The words of a value with one space between them, however a tool prints or a person writes them. */
export function wordsOf(value: string): string {
  return value.trim().replaceAll(/\s+/g, ' ');
}

function valueProblems(value: string | undefined, state: SysctlPart['state']): readonly DeclarationProblem[] {
  if (state === 'absent') {
    if (value === undefined) return [];
    const hint = 'remove value, or state: absent';
    return [{ property: 'value', detail: 'A setting that is declared absent has no value.', hint }];
  }
  if (value === undefined || value.trim() === '')
    return [{ property: 'value', detail: 'The setting has no value.', hint: 'add `value:`' }];
  if (/[\n\r\0]/.test(value)) return [{ property: 'value', detail: 'A value is one line.' }];
  const number = switches[value.trim().toLowerCase()];
  if (number === undefined) return [];
  const detail = `The kernel has numbers for its switches, and takes "${value}" for none of them.`;
  return [{ property: 'value', detail, hint: `write \`value: ${number}\`` }];
}

/** What people write for 1 and 0. */
const switches: Readonly<Record<string, number>> = { yes: 1, true: 1, on: 1, no: 0, false: 0, off: 0 };

function placeProblems(given: {
  readonly state: SysctlPart['state'];
  readonly persistent: boolean;
  readonly live: boolean;
  readonly hasFile: boolean;
}): readonly DeclarationProblem[] {
  const { state, persistent, live, hasFile } = given;
  if (!persistent && hasFile)
    return [
      {
        property: 'file',
        detail: 'Nothing is written to the file with `persistent: false`.',
        hint: 'remove one of them',
      },
    ];
  if (!persistent && (!live || state === 'absent'))
    return [{ property: 'persistent', detail: 'Nothing would be set: neither in a file nor in the running kernel.' }];
  return [];
}
