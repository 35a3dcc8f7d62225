import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type } from '@setpoint/sdk';
import { defineTextEdit } from '../../text-edits/define-text-edit.ts';
import { groupProblems, patternProblems } from '../../text-edits/pattern.ts';
import { targetProperties } from '../../text-edits/target.ts';
import { editMatches } from './edit.ts';

/** Every place that fits, as declared. */
export type ReplacePart = {
  readonly match: string;
  readonly with: string;
  readonly from: string | null;
  readonly to: string | null;
};

const replaceSchema = Type.Object(
  {
    match: Type.String({
      description:
        'Regular expression (as in JavaScript) for what is replaced, everywhere; `^` and `$` are the ends of a line. It may fit across lines, whose end is `\\n` also in a file of DOS.',
      minLength: 1,
    }),
    with: Type.Optional(
      Type.String({
        description:
          'What stands there instead; `$1` and `$<name>` are groups, `$$` is a dollar sign. Default: nothing.',
      }),
    ),
    from: Type.Optional(
      Type.String({ description: 'Only behind the first place that fits this regular expression.', minLength: 1 }),
    ),
    to: Type.Optional(
      Type.String({
        description: 'Only before the first place that fits this regular expression, looked for behind `from`.',
        minLength: 1,
      }),
    ),
    ...targetProperties,
  },
  { additionalProperties: false },
);

/** All places of a text file that fit a pattern. */
export const replace = defineTextEdit<ReplacePart>()({
  type: 'replace',
  summary: 'Every place of a text file that fits a pattern; the rest stays as it is.',
  schema: replaceSchema,
  examples: [
    `- replace: /etc/apt/sources.list
  match: 'http://deb\\.debian\\.org'
  with: https://deb.debian.org`,
    `- replace: /etc/nginx/nginx.conf
  match: '^(\\s*)gzip off;'
  with: $1gzip on;
  from: 'http \\{'
  check: nginx -t`,
  ],
  declarePart: declareReplace,
  edit: editMatches,
});

function declareReplace(properties: Static<typeof replaceSchema>): {
  readonly part: ReplacePart;
  readonly problems: readonly DeclarationProblem[];
} {
  const { match, with: text = '', from = null, to = null } = properties;
  const problems = [
    ...patternProblems('match', match),
    ...groupProblems('with', text, match),
    ...(from === null ? [] : patternProblems('from', from)),
    ...(to === null ? [] : patternProblems('to', to)),
  ];
  return { part: { match, with: text, from, to }, problems };
}
