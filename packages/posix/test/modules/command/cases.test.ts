import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { command } from '../../../src/modules/command/index.ts';
import { declareOrThrow } from '../../support/converge.ts';

const file = (modified: string): Answer => ({
  status: 'found',
  value: {
    type: 'file',
    mode: '0644',
    owner: 'root',
    group: 'root',
    uid: 0,
    gid: 0,
    sizeBytes: 0,
    modified,
    inode: '1',
  },
});
const absent: Answer = { status: 'absent' };
const after: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:postfix' } };
const aliases = { run: 'newaliases', creates: '/etc/aliases.db', inputs: '/etc/aliases' };

/** Whether and why the command is planned to run, and whether it is foreseen to be needless afterwards. */
function plan(properties: JsonObject, answers: Answers) {
  const declared = declareOrThrow(command, { identity: 'aliases', properties });
  const { observed } = command.observe(declared, answers);
  const edits = command.diff(declared, observed);
  const { operations, reasons } = command.operations(declared, edits, observed);
  const prediction = command.predict(declared, answers);
  const foreseen = command.observe(declared, { ...answers, ...prediction.answers }).observed;
  return {
    runs: operations.length,
    before: edits[0]?.before.kind,
    reasons,
    left: command.diff(declared, foreseen).filter((edit) => edit.act !== true).length,
    unsettles: (prediction.unsettles?.length ?? 0) > 0,
  };
}

const cases: readonly {
  readonly title: string;
  readonly properties: JsonObject;
  readonly answers: Answers;
  readonly expected: Partial<ReturnType<typeof plan>>;
}[] = [
  {
    title: 'needless while its result is newer than its input',
    properties: aliases,
    answers: {
      'creates /etc/aliases.db': file('2026-01-02 00:00:00.5'),
      'inputs /etc/aliases': file('2026-01-02 00:00:00.4'),
    },
    expected: { runs: 0, unsettles: false },
  },
  {
    title: 'needed when the input is newer by a moment',
    properties: aliases,
    answers: {
      'creates /etc/aliases.db': file('2026-01-02 00:00:00.4'),
      'inputs /etc/aliases': file('2026-01-02 00:00:00.5'),
    },
    expected: { runs: 1, reasons: ['/etc/aliases is newer than /etc/aliases.db'], left: 0, unsettles: true },
  },
  {
    title: 'needed when this very plan is about to write the input',
    properties: aliases,
    answers: { 'creates /etc/aliases.db': file('2026-01-02 00:00:00'), 'inputs /etc/aliases': file('pending') },
    expected: { runs: 1, left: 0 },
  },
  {
    title: 'unknown while a package before it may bring the result',
    properties: aliases,
    answers: { 'creates /etc/aliases.db': after, 'inputs /etc/aliases': file('2026-01-02 00:00:00') },
    expected: { runs: 1, before: 'unknown', left: 0 },
  },
  {
    title: 'needless as soon as one of its guards holds',
    properties: { run: 'x', creates: '/made', removes: '/gone' },
    answers: { 'creates /made': absent, 'removes /gone': absent },
    expected: { runs: 0 },
  },
  {
    title: 'decided on the node when its guard may not run in a plan',
    properties: { run: 'x', unless: 'test -e /made' },
    answers: {},
    expected: {
      runs: 1,
      before: 'absent',
      reasons: ['`unless` is not declared a `safe_guard`, so it decides on the node'],
    },
  },
];

describe('planning a command', () => {
  for (const { title, properties, answers, expected } of cases) {
    it(`finds it ${title}`, () => expect(plan(properties, answers)).to.deep.include(expected));
  }
});

describe('the words of a command', () => {
  const shown: readonly (readonly [readonly string[], string])[] = [
    [['tar', '-xzf', '/srv/app.tar.gz'], 'tar -xzf /srv/app.tar.gz'],
    [['touch', 'a b', 'c'], "touch 'a b' c"],
    [['printf', "it's", ''], "printf 'it'\\''s' ''"],
  ];
  for (const [argv, text] of shown) {
    it(`are shown as ${text}`, () => {
      const declared = declareOrThrow(command, { identity: 'x', properties: { argv: [...argv], always: true } });
      const { observed } = command.observe(declared, {});
      const [edit] = command.diff(declared, observed);
      expect(edit?.after).to.deep.equal({ kind: 'value', value: text });
    });
  }
});

describe('declaring a command', () => {
  const faults: readonly (readonly [JsonObject, string])[] = [
    [{ always: true }, ''],
    [{ run: 'x' }, ''],
    [{ run: 'x', argv: ['x'], always: true }, 'argv'],
    [{ run: 'x', creates: '/made', always: true }, 'always'],
    [{ run: 'x', removes: '/gone', inputs: '/in' }, 'inputs'],
    [{ run: 'x', creates: '/made', safe_guard: true }, 'safe_guard'],
    [{ run: 'x', creates: 'relative' }, 'creates'],
    [{ argv: ['x'], interpreter: 'python3', always: true }, 'interpreter'],
    [{ run: 'x', env: { 'A-B': 'x' }, always: true }, 'env'],
  ];
  for (const [properties, property] of faults) {
    it(`finds fault with ${JSON.stringify(properties)}`, () => {
      const result = command.declare({ identity: 'x', properties });
      expect(result.kind === 'invalid' && result.problems.map((problem) => problem.property)).to.deep.equal([property]);
    });
  }
});
