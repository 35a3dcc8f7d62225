import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type } from '@setpoint/sdk';
import { type Anchor, anchorProperties, declareAnchor } from '../../text-edits/anchor.ts';
import { defineTextEdit } from '../../text-edits/define-text-edit.ts';
import { groupProblems, linePatternProblems } from '../../text-edits/pattern.ts';
import { targetProperties } from '../../text-edits/target.ts';
import { editLine } from './edit.ts';

/** A line as declared. */
export type LinePart = {
  readonly state: 'present' | 'absent';
  /** Without its line end; null when only a pattern says which lines are to be absent. */
  readonly text: string | null;
  readonly match: string | null;
  readonly expand: boolean;
  readonly anchor: Anchor;
};

const lineSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: 'Whether the line is there. Default: present.',
      }),
    ),
    text: Type.Optional(
      Type.String({ description: 'The line, without a line end. Every sign in it stands for itself.' }),
    ),
    match: Type.Optional(
      Type.String({
        description:
          'Regular expression (as in JavaScript) for the line that is replaced: the last one that fits, or the first one with `first_match`. When none fits, the line is added unless it is there. With `state: absent` every line that fits is removed.',
        minLength: 1,
      }),
    ),
    expand: Type.Optional(
      Type.Boolean({
        description:
          'Put what the groups of `match` found into the line, for `$1` and `$<name>`; nothing is added when no line fits. Default: false.',
      }),
    ),
    ...anchorProperties,
    ...targetProperties,
  },
  { additionalProperties: false },
);

/** One line of a text file. */
export const line = defineTextEdit<LinePart>()({
  type: 'line',
  summary: 'One line of a text file; the other lines stay as they are.',
  schema: lineSchema,
  examples: [
    `- line: /etc/ssh/sshd_config#root login
  match: '^#?\\s*PermitRootLogin\\b'
  text: PermitRootLogin no
  check: sshd -t`,
    `- line: /etc/hosts
  text: 203.0.113.20 db1.example.com db1`,
    `- line: /etc/fstab
  match: '\\sswap\\s'
  state: absent`,
  ],
  declarePart: declareLine,
  edit: editLine,
});

function declareLine(properties: Static<typeof lineSchema>): {
  readonly part: LinePart;
  readonly problems: readonly DeclarationProblem[];
} {
  const { state = 'present', text, match, expand = false } = properties;
  const { anchor, problems } = declareAnchor(properties);
  const part: LinePart = { state, text: text ?? null, match: match ?? null, expand, anchor };
  return {
    part,
    problems: [
      ...problems,
      ...(match === undefined ? [] : linePatternProblems('match', match)),
      ...(expand && match !== undefined ? groupProblems('text', text ?? '', match) : []),
      ...shapeProblems(part),
    ],
  };
}

function shapeProblems({ state, text, match, expand }: LinePart): readonly DeclarationProblem[] {
  if (state === 'present' && text === null) {
    const hint = 'add `text:`, or `state: absent` to remove the lines that `match`';
    return [{ property: 'match', detail: 'There is no line to put into the file.', hint }];
  }
  if (text === null && match === null)
    return [{ property: 'state', detail: 'Nothing says which line is to be absent.', hint: 'add `text:` or `match:`' }];
  if (text !== null && /[\r\n]/.test(text)) {
    const detail = 'The text holds a line end, so it is more than one line.';
    return [{ property: 'text', detail, hint: 'use `block:` for several lines' }];
  }
  if (expand && match === null)
    return [{ property: 'expand', detail: 'There are no groups without `match`.', hint: 'add `match:`' }];
  return [];
}
