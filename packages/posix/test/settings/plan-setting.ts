import { createHash } from 'node:crypto';
import type { Answer, Answers, Diagnostic, Json, JsonObject, Operation, ResourceModule } from '@setpoint/model';
import { assert } from 'chai';
import { declareOrThrow } from '../support/converge.ts';

/** What is declared and what is found; a text that is not named is not there. */
export type SettingCase = {
  readonly identity: string;
  readonly properties: JsonObject;
  readonly texts?: Readonly<Record<string, string>>;
  readonly answers?: Answers;
};

/** What a plan of one setting comes to. */
export type PlannedSetting = {
  /** `PATH BEFORE→AFTER` of each edit; the content of a text is told as `text` and no text as `-`. */
  readonly edits: readonly string[];
  /** Each text as it will be, by name; null for one that goes. */
  readonly texts: Readonly<Record<string, string | null>>;
  readonly operations: readonly Operation[];
  readonly reasons: readonly string[];
  readonly problems: readonly Diagnostic[];
  /** Paths of edits that a plan on the predicted answers would still make: none when the effect was foreseen. */
  readonly left: readonly string[];
  /** The lines of every difference, as shown. */
  readonly lines: readonly string[];
};

/** Plans a setting on data and once more on what it predicts. */
export function planSetting(
  module: ResourceModule,
  { identity, properties, texts, answers }: SettingCase,
): PlannedSetting {
  const declared = declareOrThrow(module, { identity, properties });
  const found = { ...textAnswers(declared, texts ?? {}), ...answers };
  const { observed, problems } = module.observe(declared, found);
  const edits = module.diff(declared, observed);
  const { operations, reasons } = module.operations(declared, edits, observed);
  const predicted = { ...found, ...module.predict(declared, found).answers };
  const left = module.diff(declared, module.observe(declared, predicted).observed);
  return {
    edits: edits.map(({ path, before, after }) => `${path} ${show(before)}→${show(after)}`),
    texts: textsAfter(declared as SettingJson, operations),
    operations,
    reasons,
    problems,
    left: left.map(({ path }) => path),
    lines: edits.flatMap(({ hunks = [] }) => hunks.flatMap(({ lines }) => lines)),
  };
}

/** A rule of a setting that is one text and something live. */
export type SettingRule = {
  readonly rule: string;
  readonly identity?: string;
  readonly properties: JsonObject;
  /** None: there is no file. */
  readonly text?: string;
  readonly live?: Answers;
  readonly edits: readonly string[];
  /** The text afterwards, where it changes. */
  readonly after?: string | null;
  readonly titles?: readonly string[];
};

/** Holds each rule, and that the second plan is empty. `identity` is that of rules which name none, `name` that of the text. */
export function holdsSettings(
  module: ResourceModule,
  { identity: usual, name }: { readonly identity: string; readonly name: string },
  rules: readonly SettingRule[],
): void {
  for (const { rule, identity = usual, properties, text, live, edits, after, titles } of rules) {
    it(rule, () => {
      const texts = text === undefined ? {} : { [name]: text };
      const answers = live === undefined ? {} : { answers: live };
      const plan = planSetting(module, { identity, properties, texts, ...answers });
      assert.deepEqual(plan.problems, []);
      assert.deepEqual(plan.edits, edits);
      if (after !== undefined) assert.equal(plan.texts[name], after);
      const planned = plan.operations.map(({ title }) => title);
      if (titles !== undefined) assert.deepEqual(planned, titles);
      assert.deepEqual(plan.left, [], 'the second plan');
    });
  }
}

/** The script of the operation with this title. */
export function scriptOf(operations: readonly Operation[], title: string | RegExp): string {
  const found = operations.find((each) => (typeof title === 'string' ? each.title === title : title.test(each.title)));
  return textOf(found?.action['script']);
}

function textOf(member: Json | undefined): string {
  return typeof member === 'string' ? member : '';
}

type SettingJson = JsonObject & { readonly texts: Readonly<Record<string, { readonly path: string }>> };

function textAnswers(declared: unknown, texts: Readonly<Record<string, string>>): Answers {
  const names = Object.keys((declared as SettingJson).texts);
  return Object.fromEntries(
    names.flatMap((name): [string, Answer][] => {
      const text = texts[name];
      if (text === undefined)
        return [
          [`${name} stat`, absent],
          [`${name} other stat`, absent],
          [`${name} content`, absent],
          [`${name} parent`, directory],
        ];
      const bytes = Buffer.from(text);
      const stat: Answer = { status: 'found', value: { ...entry, type: 'file', sizeBytes: bytes.length } };
      const value = { sha256: createHash('sha256').update(bytes).digest('hex'), base64: bytes.toString('base64') };
      return [
        [`${name} stat`, stat],
        [`${name} other stat`, stat],
        [`${name} content`, { status: 'found', value }],
        [`${name} parent`, directory],
      ];
    }),
  );
}

const absent: Answer = { status: 'absent' };
const entry = { mode: '0644', uid: 0, gid: 0, owner: 'root', group: 'root', sizeBytes: 0, modified: '', inode: '1' };
const directory: Answer = { status: 'found', value: { ...entry, type: 'directory', mode: '0755' } };

function textsAfter(declared: SettingJson, operations: readonly Operation[]): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    Object.entries(declared.texts).flatMap(([name, { path }]): [string, string | null][] => {
      const write = operations.find(({ title }) => title === `write ${path}`);
      if (write !== undefined) return [[name, Buffer.from(textOf(write.action['bytes']), 'base64').toString('utf8')]];
      return operations.some(({ title }) => title === `remove ${path}`) ? [[name, null]] : [];
    }),
  );
}

function show(value: { readonly kind: string; readonly value?: unknown }): string {
  switch (value.kind) {
    case 'absent':
      return '-';
    case 'content':
      return 'text';
    case 'value':
      return typeof value.value === 'string' ? value.value : JSON.stringify(value.value);
    default:
      return '?';
  }
}
