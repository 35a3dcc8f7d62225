import { canonicalJson, type Edit, editValue, type Hunk, type Json } from '@setpoint/model';
import { textDiff } from '@setpoint/sdk';
import type { Fact, FactKey } from '../../catalogue/fact.ts';
import { nameOfKey } from '../../catalogue/fact-key.ts';
import { type Difference, subjectOf } from '../../compare/differences.ts';
import { type KindRule, type Rules, ruleFor } from '../../compare/rule.ts';
import type { Statement } from '../../compare/statement.ts';
import { wrapSql } from './wrap-sql.ts';

/** What differs, object by object, and then the statements that end it. */
export function editsOf(
  differences: readonly Difference[],
  statements: readonly Statement[],
  rules: Rules,
): readonly Edit[] {
  const edits = differences.flatMap((difference) => editsOfDifference(difference, rules));
  return edits.length === 0 ? [] : [...edits, statementsEdit(statements, newObjects(differences))];
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
      return payloadEdits(path, difference.before, difference.after, difference.kind === 'rebuilt');
    default:
      return difference satisfies never;
  }
}

function describe(fact: Fact, { noun }: KindRule): string {
  const isSatellite = fact.kind === 'comment' || fact.kind === 'grant';
  return `${noun} ${isSatellite ? fact.name.join(' ') : nameOfKey(fact.key)}`;
}

/** The heart of a fact in a few words: its type or its definition. */
function sketch({ payload }: Fact, below: number): Json {
  const heart = payload['type'] ?? payload['definition'] ?? payload['expression'] ?? payload['text'];
  const text = typeof heart === 'string' ? heart.replaceAll(/\s+/g, ' ').trim() : '';
  const parts = below === 0 ? '' : `${below} ${below === 1 ? 'part' : 'parts'}`;
  if (text === '') return parts === '' ? 'there' : `with ${parts}`;
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function payloadEdits(path: string, before: Fact, after: Fact, isRebuilt: boolean): readonly Edit[] {
  const keys = [...new Set([...Object.keys(before.payload), ...Object.keys(after.payload)])].sort();
  return keys.flatMap((key): readonly Edit[] => {
    const [left, right] = [before.payload[key], after.payload[key]];
    if (canonicalJson(left ?? null) === canonicalJson(right ?? null)) return [];
    const edit: Edit = { path: `${path}: ${key}`, before: editValue(left), after: editValue(right) };
    const isText = typeof left === 'string' && typeof right === 'string' && `${left}${right}`.includes('\n');
    return [
      {
        ...edit,
        ...(isText ? { hunks: textDiff(ended(left), ended(right)) } : {}),
        ...(isRebuilt ? { replaces: true as const } : {}),
      },
    ];
  });
}

function ended(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** Objects that this plan makes: nobody can be kept waiting by what is done to them. */
function newObjects(differences: readonly Difference[]): ReadonlySet<FactKey> {
  return new Set(differences.flatMap((difference) => (difference.kind === 'created' ? [difference.fact.key] : [])));
}

/** The statements as lines that could be pasted into a client, each with what it does to others. */
function statementsEdit(statements: readonly Statement[], made: ReadonlySet<FactKey>): Edit {
  const lines = statements.flatMap((statement) => [...remarks(statement, made), ...wrapSql(`${statement.text};`)]);
  const signed = lines.map((line) => `+${line}`);
  const hunk: Hunk = { oldStart: 0, oldLines: 0, newStart: 1, newLines: lines.length, lines: signed };
  const after = editValue(`${statements.length} ${statements.length === 1 ? 'statement' : 'statements'}`);
  return { path: 'sql', before: { kind: 'absent' }, after, hunks: [hunk] };
}

const blocking: Readonly<Record<Statement['blocks'], string>> = {
  nothing: '',
  ddl: '',
  writes: 'blocks writing',
  all: 'blocks reading and writing',
};

function remarks(
  { blocks, table, hazards, scans, transaction }: Statement,
  made: ReadonlySet<FactKey>,
): readonly string[] {
  const isBusy = table !== undefined && !made.has(table);
  const what = [
    isBusy && blocking[blocks] !== '' ? `${blocking[blocks]} of ${nameOfKey(table)}` : '',
    scans === undefined || !isBusy ? '' : scans === 'rewrites' ? 'rewrites the table' : 'reads the whole table',
    transaction === 'alone' ? 'in no transaction' : '',
  ].filter((text) => text !== '');
  const dangers = hazards.map(({ code, message }) => `${code}: ${message}`);
  return [...(what.length > 0 ? [what.join(', ')] : []), ...dangers].map((text) => `-- ${text.replaceAll('\n', ' ')}`);
}
