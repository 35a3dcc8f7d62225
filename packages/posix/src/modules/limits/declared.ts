import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type } from '@setpoint/sdk';
import { canonicalPath } from '../../paths/absolute-path.ts';
import type { DeclaredPart } from '../../settings/define-setting.ts';

/** One limit: `-` is soft and hard at once. */
export type Limit = { readonly kind: 'soft' | 'hard' | '-'; readonly item: string; readonly value: string };

/** The limits of those that log in, as declared. */
export type LimitsPart = {
  readonly domain: string;
  readonly state: 'present' | 'absent';
  readonly limits: readonly Limit[];
  readonly file: string;
};

const items = [
  'as',
  'core',
  'cpu',
  'data',
  'fsize',
  'locks',
  'maxlogins',
  'maxsyslogins',
  'memlock',
  'msgqueue',
  'nice',
  'nofile',
  'nonewprivs',
  'nproc',
  'priority',
  'rss',
  'rtprio',
  'sigpending',
  'stack',
];

const limitMap = (description: string) =>
  Type.Optional(
    Type.Record(Type.String(), Type.Union([Type.Integer(), Type.String({ minLength: 1 })]), { description }),
  );

export const limitsSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: '`absent` takes every line of the domain out of the file. Default: present.',
      }),
    ),
    soft: limitMap('Limits that a program may raise up to the hard ones, by item, such as `nofile: 4096`.'),
    hard: limitMap('Limits that only root raises, by item. `unlimited`, `infinity` and -1 mean the same.'),
    both: limitMap('Limits that are soft and hard at once, by item.'),
    file: Type.Optional(
      Type.String({
        description:
          'File in which the limits stand. Other lines of it stay as they are. Default: /etc/security/limits.d/DOMAIN.conf.',
        minLength: 1,
      }),
    ),
  },
  { additionalProperties: false },
);

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareLimits(identity: string, properties: Static<typeof limitsSchema>): DeclaredPart<LimitsPart> {
  const { state = 'present', soft = {}, hard = {}, both = {} } = properties;
  const file = canonicalPath(properties.file ?? ownLimitsFile(identity));
  const maps = { soft, hard, both };
  const limits = Object.entries(maps).flatMap(([name, map]) =>
    Object.entries(map).map(
      ([item, value]): Limit => ({
        kind: name === 'both' ? '-' : (name as 'soft' | 'hard'),
        item,
        value: canonicalLimit(String(value)),
      }),
    ),
  );
  const problems = [
    ...domainProblems(identity),
    ...(file.kind === 'invalid' ? [{ property: 'file', detail: file.detail, hint: file.hint }] : []),
    ...Object.entries(maps).flatMap(([name, map]) => mapProblems(name, map)),
    ...amountProblems(state, limits),
    ...Object.keys(both).flatMap((item) =>
      Object.hasOwn(soft, item) || Object.hasOwn(hard, item)
        ? [
            {
              property: 'both',
              detail: `The limit of ${item} is declared twice.`,
              hint: 'remove it from `both`, or from the others',
            },
          ]
        : [],
    ),
  ];
  if (problems.length > 0 || file.kind === 'invalid') return { kind: 'invalid', problems };
  return { kind: 'part', identity, part: { domain: identity, state, limits, file: file.path } };
}

/** The file that belongs to a domain alone. */
export function ownLimitsFile(domain: string): string {
  const name = domain === '*' ? 'everybody' : domain.replaceAll(/[^A-Za-z0-9_.@-]/g, '_');
  return `/etc/security/limits.d/${name}.conf`;
}

/** All words for "no limit" are one. */
export function canonicalLimit(value: string): string {
  return ['unlimited', 'infinity', '-1'].includes(value) ? 'unlimited' : value;
}

function domainProblems(domain: string): readonly DeclarationProblem[] {
  if (/^[@%]?[A-Za-z0-9_*.:$@-]+$/.test(domain) && !/^\.+$/.test(domain)) return [];
  const hint = 'write an account, @GROUP, or "*" for everybody';
  return [{ property: '', detail: `"${domain}" is nobody whom limits could be given.`, hint }];
}

function mapProblems(property: string, map: Readonly<Record<string, string | number>>): readonly DeclarationProblem[] {
  return Object.entries(map).flatMap(([item, value]) => {
    if (!items.includes(item))
      return [{ property, detail: `There is no limit named "${item}".`, hint: `it is one of ${items.join(', ')}` }];
    if (/^-?\d+$/.test(String(value)) || canonicalLimit(String(value)) === 'unlimited') return [];
    return [{ property, detail: `"${value}" is no value of ${item}.`, hint: 'write a number, or unlimited' }];
  });
}

function amountProblems(state: LimitsPart['state'], limits: readonly Limit[]): readonly DeclarationProblem[] {
  if (state === 'present' && limits.length === 0)
    return [{ property: 'both', detail: 'No limit is declared.', hint: 'add `soft:`, `hard:` or `both:`' }];
  if (state === 'absent' && limits.length > 0)
    return [
      {
        property: 'state',
        detail: 'Limits that are absent have no values.',
        hint: 'remove the values, or state: absent',
      },
    ];
  return [];
}
