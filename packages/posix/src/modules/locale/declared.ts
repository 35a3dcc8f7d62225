import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type } from '@setpoint/sdk';
import { parseLocale } from '../../locales/name.ts';
import type { DeclaredPart } from '../../settings/define-setting.ts';

/** A locale as declared. */
export type LocalePart = {
  readonly name: string;
  /** Its name without the character set, which is that of its source. */
  readonly source: string;
  readonly charset: string;
  readonly state: 'present' | 'absent';
  /** The variables that name it for everybody, such as LANG. */
  readonly variables: readonly string[];
};

const categories = [
  'LC_ADDRESS',
  'LC_COLLATE',
  'LC_CTYPE',
  'LC_IDENTIFICATION',
  'LC_MEASUREMENT',
  'LC_MESSAGES',
  'LC_MONETARY',
  'LC_NAME',
  'LC_NUMERIC',
  'LC_PAPER',
  'LC_TELEPHONE',
  'LC_TIME',
];

export const localeSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: 'Whether the node has the locale. Default: present.',
      }),
    ),
    default: Type.Optional(
      Type.Boolean({
        description:
          'Make it the locale of everybody who logs in and of services: `LANG` in /etc/locale.conf where the node has that, else in /etc/default/locale. Default: false.',
      }),
    ),
    categories: Type.Optional(
      Type.Array(Type.String({ minLength: 1 }), {
        description: 'Use it for these categories whatever the default is, such as `[LC_TIME, LC_PAPER]`.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareLocale(identity: string, properties: Static<typeof localeSchema>): DeclaredPart<LocalePart> {
  const { state = 'present', default: isDefault = false, categories: chosen = [] } = properties;
  const name = parseLocale(identity);
  const unknown = chosen.find((category) => !categories.includes(category));
  const variables = [...(isDefault ? ['LANG'] : []), ...new Set(chosen)];
  const problems: DeclarationProblem[] = [
    ...(name === undefined
      ? [
          {
            property: '',
            detail: `"${identity}" cannot be the name of a locale.`,
            hint: 'write it with its character set, such as de_CH.UTF-8',
          },
        ]
      : []),
    ...(unknown === undefined
      ? []
      : [
          {
            property: 'categories',
            detail: `There is no category "${unknown}".`,
            hint: `it is one of ${categories.join(', ')}`,
          },
        ]),
    ...(state === 'absent' && variables.length > 0
      ? [
          {
            property: 'state',
            detail: 'A locale that is absent cannot be used by default.',
            hint: 'remove default and categories',
          },
        ]
      : []),
  ];
  if (state === 'absent' && (name?.language === 'C' || name?.language === 'POSIX'))
    problems.push({
      property: 'state',
      detail: 'The C library cannot be without this locale.',
      hint: 'remove the resource',
    });
  if (problems.length > 0 || name === undefined) return { kind: 'invalid', problems };
  const { language, charset, modifier } = name;
  const canonical = `${language}.${charset}${modifier}`;
  return {
    kind: 'part',
    identity: canonical,
    part: { name: canonical, source: `${language}${modifier}`, charset, state, variables },
  };
}
