import { canonicalJson, type Edit, editValue, type Hunk, type Json } from '@setpoint/model';
import { textDiff } from '@setpoint/sdk';
import type { Fact, FactKey } from '../../catalogue/fact.ts';
import { nameOfKey } from '../../catalogue/fact-key.ts';
import { type Difference, subjectOf } from '../../compare/differences.ts';
import { satelliteKinds } from '../../compare/fact-index.ts';
import { type KindRule, type Rules, ruleFor } from '../../compare/rule.ts';
import type { Segment } from '../../compare/segments.ts';
import type { Statement } from '../../compare/statement.ts';
import { wrapSql } from './wrap-sql.ts';

/** What differs, object by object, and then the statements that end it, transaction by transaction. */
export function editsOf(
  differences: readonly Difference[],
  segments: readonly Segment[],
  rules: Rules,
): readonly Edit[] {
  const edits = differences.flatMap((difference) => editsOfDifference(difference, rules));
  const made = newObjects(differences);
  return [...edits, ...segments.map((segment, index) => segmentEdit(segment, { made, index, count: segments.length }))];
}

function editsOfDifference(difference: Difference, rules: Rules): readonly Edit[] {
  const subject = subjectOf(difference);
  const path = describe(subject, ruleFor(rules, subject.kind));
  switch (difference.kind) {
    case 'created':
      return [{ path, before: { kind: 'absent' }, after: editValue(sketch(difference.fact, difference.below)) }];
    case 'dropped':
      return [{ path, before: editValue(sketch(difference.fact, difference.below)), after: { kind: 'absent' } }];
    case 'renamed':
      return [
        {
          path: `${path} (renamed)`,
          before: editValue(nameOfKey(difference.before.key)),
          after: editValue(nameOfKey(difference.after.key)),
        },
      ];
    case 'remade':
      return [{ path, before: editValue('as declared'), after: editValue('dropped and made anew') }];
    case 'altered':
    case 'rebuilt':
      return payloadEdits(path, difference);
    default:
      return difference satisfies never;
  }
}

function describe(fact: Fact, { noun }: KindRule): string {
  const isSatellite = satelliteKinds.includes(fact.kind);
  return `${noun} ${isSatellite ? fact.name.join(' ') : nameOfKey(fact.key)}`;
}

/** The heart of a fact in a few words: its type or its definition. */
function sketch({ payload }: Fact, below: number): Json {
  const heart =
    payload['type'] ?? payload['definition'] ?? payload['expression'] ?? payload['text'] ?? payload['owner'];
  const text = typeof heart === 'string' ? heart.replaceAll(/\s+/g, ' ').trim() : '';
  const parts = below === 0 ? '' : `${below} ${below === 1 ? 'part' : 'parts'}`;
  if (text === '') return parts === '' ? 'there' : `with ${parts}`;
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function payloadEdits(
  path: string,
  { kind, before, after }: Difference & { readonly before: Fact; readonly after: Fact },
): readonly Edit[] {
  const keys = [...new Set([...Object.keys(before.payload), ...Object.keys(after.payload)])].sort();
  return keys.flatMap((key): readonly Edit[] => {
    const [left, right] = [before.payload[key], after.payload[key]];
    if (canonicalJson(left ?? null) === canonicalJson(right ?? null)) return [];
    const edit: Edit = { path: `${path}: ${key}`, before: editValue(left), after: editValue(right) };
    const [leftText, rightText] = [linesOf(left), linesOf(right)];
    const isText = `${leftText}${rightText}`.includes('\n');
    return [
      {
        ...edit,
        ...(isText ? { hunks: textDiff(ended(leftText), ended(rightText)) } : {}),
        ...(kind === 'rebuilt' ? { replaces: true as const } : {}),
      },
    ];
  });
}

/** Texts as they are, lists an item a line. */
function linesOf(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.length > 2 ? value.map((item) => canonicalJson(item)).join('\n') : '';
}

function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Objects that this plan makes: nobody can be kept waiting by what is done to them. */
function newObjects(differences: readonly Difference[]): ReadonlySet<FactKey> {
  return new Set(differences.flatMap((difference) => (difference.kind === 'created' ? [difference.fact.key] : [])));
}

type SegmentPlace = { readonly made: ReadonlySet<FactKey>; readonly index: number; readonly count: number };

/** The statements as lines that could be pasted into a client, each with what it does to others. */
function segmentEdit({ statements, isTransaction }: Segment, { made, index, count }: SegmentPlace): Edit {
  const lines = statements.flatMap((statement) => [...remarks(statement, made), ...wrapSql(`${statement.text};`)]);
  const signed = lines.map((line) => `+${line}`);
  const hunk: Hunk = { oldStart: 0, oldLines: 0, newStart: 1, newLines: lines.length, lines: signed };
  const number = `${statements.length} ${statements.length === 1 ? 'statement' : 'statements'}`;
  const after = editValue(isTransaction ? `${number} in one transaction` : `${number} in no transaction`);
  return {
    path: count === 1 ? 'sql' : `sql ${index + 1} of ${count}`,
    before: { kind: 'absent' },
    after,
    hunks: [hunk],
  };
}

const blocking: Readonly<Record<Statement['blocks'], string>> = {
  nothing: '',
  ddl: '',
  writes: 'blocks writing',
  all: 'blocks reading and writing',
};

function remarks({ blocks, table, hazards, scans }: Statement, made: ReadonlySet<FactKey>): readonly string[] {
  const isBusy = table !== undefined && !made.has(table);
  const what = [
    isBusy && blocking[blocks] !== '' ? `${blocking[blocks]} of ${nameOfKey(table)}` : '',
    scans === undefined || !isBusy ? '' : scans === 'rewrites' ? 'rewrites the table' : 'reads the whole table',
  ].filter((text) => text !== '');
  const dangers = hazards.map(({ code, message }) => `${code}: ${message}`);
  return [...(what.length > 0 ? [what.join(', ')] : []), ...dangers].map((text) => `-- ${text.replaceAll('\n', ' ')}`);
}
