import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type } from '@setpoint/sdk';
import { defineTextEdit } from '../../text-edits/define-text-edit.ts';
import { targetProperties } from '../../text-edits/target.ts';
import { editIni } from './edit.ts';

/** A key of a section as declared, or a whole section that is to be absent. */
export type IniPart = {
  readonly state: 'present' | 'absent';
  /** Empty: what stands before the first section. */
  readonly section: string;
  /** Keys with values that tell the section from others of its name. */
  readonly having: readonly { readonly key: string; readonly value: string }[];
  /** Null: the section itself is meant. */
  readonly key: string | null;
  /** Null: the key stands alone, without a value. */
  readonly values: readonly string[] | null;
  /** Other values of the key go. */
  readonly exclusive: boolean;
  readonly uncomment: boolean;
  /** Whether a new line has spaces around its `=`; null: as the other lines of the file have. */
  readonly spaces: boolean | null;
};

const valueSchema = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);

const iniSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: 'Whether the key, or the section when no key is declared, is there. Default: present.',
      }),
    ),
    section: Type.Optional(
      Type.String({ description: 'Name in brackets. Default: what stands before the first section.', minLength: 1 }),
    ),
    section_with: Type.Optional(
      Type.Object(
        {},
        {
          description:
            'Keys and values that the section has, where several sections bear one name, such as `[Peer]`. A new section is made with them when none has them all.',
          additionalProperties: Type.Union(valueSchema.anyOf, { 'x-source-text': true }),
          minProperties: 1,
        },
      ),
    ),
    key: Type.Optional(
      Type.String({ description: 'Name before the `=`. Without it, the section itself is meant.', minLength: 1 }),
    ),
    value: Type.Optional(
      Type.Union(valueSchema.anyOf, {
        description:
          'What stands behind the `=`, to the end of the line. Without `value` and `values` the key stands alone. A value that goes on in the next lines is not changed.',
        'x-source-text': true,
      }),
    ),
    values: Type.Optional(
      Type.Array(Type.Union(valueSchema.anyOf, { 'x-source-text': true }), {
        description: 'Values of a key that stands there several times, in any order.',
        minItems: 1,
      }),
    ),
    exclusive: Type.Optional(
      Type.Boolean({
        description:
          'Remove other values of the key. With `state: absent` and without it, only the declared values go. Default: true.',
      }),
    ),
    uncomment: Type.Optional(
      Type.Boolean({
        description:
          'Put the key where it stands commented out, such as `#key = …` or `;key=…`, instead of at the end of its section. Default: false.',
      }),
    ),
    spaces: Type.Optional(
      Type.Boolean({ description: 'Spaces around the `=` of a new line. Default: as the file has them.' }),
    ),
    ...targetProperties,
  },
  { additionalProperties: false },
);

/** One key of an INI file. */
export const ini = defineTextEdit<IniPart>()({
  type: 'ini',
  summary: 'A key of a section in an INI file; everything else stays as it is, comments too.',
  schema: iniSchema,
  examples: [
    `- ini: /etc/php/8.2/fpm/php.ini#memory
  section: PHP
  key: memory_limit
  value: 256M
  uncomment: true`,
    `- ini: /etc/systemd/journald.conf
  section: Journal
  key: SystemMaxUse
  value: 500M
  uncomment: true`,
    `- ini: /etc/wireguard/wg0.conf#db1
  section: Peer
  section_with: { PublicKey: xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg= }
  key: AllowedIPs
  value: 10.9.0.2/32`,
    `- ini: /etc/app.ini#old
  section: legacy
  state: absent`,
  ],
  declarePart: declareIni,
  edit: editIni,
});

function declareIni(properties: Static<typeof iniSchema>): {
  readonly part: IniPart;
  readonly problems: readonly DeclarationProblem[];
} {
  const { state = 'present', section = '', key, value, values, section_with: having = {} } = properties;
  const given = values ?? (value === undefined ? null : [value]);
  const part: IniPart = {
    state,
    section,
    having: Object.entries(having).map(([name, each]) => ({ key: name, value: String(each).trim() })),
    key: key ?? null,
    values: given === null ? null : [...new Set(given.map((each) => String(each).trim()))],
    exclusive: properties.exclusive ?? true,
    uncomment: properties.uncomment ?? false,
    spaces: properties.spaces ?? null,
  };
  return { part, problems: iniProblems(part, properties) };
}

function iniProblems(part: IniPart, properties: Static<typeof iniSchema>): readonly DeclarationProblem[] {
  const { section, having, key } = part;
  const { value, values } = properties;
  const problems: DeclarationProblem[] = [];
  const say = (property: string, detail: string, hint: string): void => void problems.push({ property, detail, hint });
  if (section === '' && key === null) say('section', 'Nothing says what is meant.', 'add `key:` or `section:`');
  if (section === '' && having.length > 0)
    say('section_with', 'What stands before the first section has no name to share.', 'add `section:`');
  if (key === null && part.values !== null) say('key', 'Nothing says which key has the value.', 'add `key:`');
  if (value !== undefined && values !== undefined)
    say('values', '`value` and `values` both say what it is.', 'keep one');
  return [...problems, ...lineProblems(part, values === undefined ? 'value' : 'values')];
}

function lineProblems({ section, having, key, values }: IniPart, property: string): readonly DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  const say = (name: string, detail: string, hint: string): void =>
    void problems.push({ property: name, detail, hint });
  const keys = [...having.map((each) => each.key), ...(key === null ? [] : [key])];
  if (/[\r\n\]]/.test(section))
    say('section', 'A section is one line without a closing bracket.', 'write its name only');
  if (keys.some((each) => /^\s*[#;[]|[=\r\n]/.test(each)))
    say('key', 'A key is one line without `=` that does not begin a comment or a section.', 'write its name only');
  if ([...(values ?? []), ...having.map((each) => each.value)].some((each) => /[\r\n]/.test(each)))
    say(property, 'A value is one line.', 'remove the line end');
  return problems;
}
