import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type } from '@setpoint/sdk';
import { type Anchor, anchorProperties, declareAnchor } from '../../text-edits/anchor.ts';
import { defineTextEdit } from '../../text-edits/define-text-edit.ts';
import { targetProperties } from '../../text-edits/target.ts';
import { editBlock } from './edit.ts';

/** Lines between two marks, as declared. */
export type BlockPart = {
  readonly state: 'present' | 'absent';
  readonly lines: readonly string[];
  readonly begin: string;
  readonly end: string;
  readonly anchor: Anchor;
  /** An empty line parts the block from what stands before it, and from what follows. */
  readonly blank: { readonly before: boolean; readonly after: boolean };
};

const blockSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: 'Whether the lines and their marks are there. Default: present.',
      }),
    ),
    text: Type.Optional(Type.String({ description: 'The lines between the marks.' })),
    marker: Type.Optional(
      Type.String({
        description:
          'The line before and behind the block, with `{mark}` where BEGIN and END stand. It tells blocks of one file apart. Default: `# {mark} managed by setpoint`.',
        minLength: 1,
      }),
    ),
    blank_before: Type.Optional(
      Type.Boolean({
        description:
          'Part the block from what stands before it by an empty line of its own, which comes and goes with it. None at the start of the file. Default: false.',
      }),
    ),
    blank_after: Type.Optional(
      Type.Boolean({
        description:
          'The same for what follows the block; none at the end of the file. Where another resource adds lines there, declare `blank_before` of those instead. Default: false.',
      }),
    ),
    ...anchorProperties,
    ...targetProperties,
  },
  { additionalProperties: false },
);

/** Lines of a text file between two marks. */
export const block = defineTextEdit<BlockPart>()({
  type: 'block',
  summary: 'Lines of a text file between two marks; what stands around them stays as it is.',
  schema: blockSchema,
  examples: [
    `- block: /etc/hosts
  text: |
    203.0.113.20 db1
    203.0.113.21 db2`,
    `- block: /etc/ssh/sshd_config#sftp
  marker: "# {mark} sftp"
  blank_before: true
  text: |
    Match Group sftp
      ForceCommand internal-sftp
  check: sshd -t`,
  ],
  declarePart: declareBlock,
  edit: editBlock,
});

const defaultMarker = '# {mark} managed by setpoint';

function declareBlock(properties: Static<typeof blockSchema>): {
  readonly part: BlockPart;
  readonly problems: readonly DeclarationProblem[];
} {
  const { state = 'present', text = '', marker = defaultMarker } = properties;
  const { anchor, problems } = declareAnchor(properties);
  const lines = text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/);
  const [begin, end] = [marker.replaceAll('{mark}', 'BEGIN'), marker.replaceAll('{mark}', 'END')];
  const blank = { before: properties.blank_before ?? false, after: properties.blank_after ?? false };
  const part: BlockPart = { state, lines, begin, end, anchor, blank };
  return { part, problems: [...problems, ...blockProblems(part, properties)] };
}

function blockProblems(
  { state, lines, begin, end }: BlockPart,
  { text, marker = defaultMarker }: Static<typeof blockSchema>,
): readonly DeclarationProblem[] {
  if (begin === end || /[\r\n]/.test(marker)) {
    const detail = 'The marker must be one line that holds `{mark}`, so that the begin and the end differ.';
    return [{ property: 'marker', detail, hint: 'write it like `# {mark} my block`' }];
  }
  if (state === 'present' && text === undefined) {
    const detail = 'There are no lines to put between the marks.';
    return [{ property: 'state', detail, hint: 'add `text:`, or `state: absent`' }];
  }
  if (lines.includes(begin) || lines.includes(end)) {
    const detail = 'The text holds a line that is one of its own marks.';
    return [{ property: 'text', detail, hint: 'declare another `marker:`' }];
  }
  return [];
}
