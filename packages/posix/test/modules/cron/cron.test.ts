import { createHash } from 'node:crypto';
import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { assert } from 'chai';
import { cron } from '../../../src/modules/cron/index.ts';
import { declareOrThrow } from '../../support/converge.ts';

const absent: Answer = { status: 'absent' };
const table = (text: string): Answer => ({
  status: 'found',
  value: { base64: Buffer.from(text, 'latin1').toString('base64') },
});
const account: Answer = { status: 'found', value: { name: 'root' } };
const tool: Answer = { status: 'found', value: { path: '/usr/bin/crontab' } };

const nightly = { schedule: '0 3 * * *', command: '/usr/bin/backup' };
const entry = '#Setpoint: backup\n0 3 * * * /usr/bin/backup\n';
const foreign = '# m h dom mon dow command\n\n*/5 * * * *  /usr/bin/other  # caf\xe9\n';

type Case = {
  readonly title: string;
  readonly identity?: string;
  readonly properties?: JsonObject;
  readonly before: string;
  readonly after: string;
};

const gone = { state: 'absent' };

const cases: readonly Case[] = [
  { title: 'leaves a job that is there', before: foreign + entry, after: foreign + entry },
  { title: 'makes the first job of an account', before: '', after: entry },
  { title: 'adds a job behind lines of others, byte for byte', before: foreign, after: foreign + entry },
  { title: 'ends a last line that was cut off', before: foreign.trimEnd(), after: foreign + entry },
  {
    title: 'leaves the name and the blanks of a job that Ansible wrote',
    before: '#Ansible: backup\n0\t3 *  * * /usr/bin/backup\n',
    after: '#Ansible: backup\n0\t3 *  * * /usr/bin/backup\n',
  },
  {
    title: 'changes a job by its name, whatever it ran',
    before: `#Ansible: backup\n@daily /usr/bin/old\n${foreign}`,
    after: `#Ansible: backup\n0 3 * * * /usr/bin/backup\n${foreign}`,
  },
  {
    title: 'changes to a word for a time',
    properties: { schedule: '@reboot', command: '/usr/bin/backup' },
    before: entry + foreign,
    after: `#Setpoint: backup\n@reboot /usr/bin/backup\n${foreign}`,
  },
  {
    title: 'switches a job off, and knows it then',
    properties: { ...nightly, disabled: true },
    before: entry + foreign,
    after: `#Setpoint: backup\n#0 3 * * * /usr/bin/backup\n${foreign}`,
  },
  {
    title: 'switches a job on again',
    before: `#Setpoint: backup\n# 0 3 * * * /usr/bin/backup\n${foreign}`,
    after: entry + foreign,
  },
  {
    title: 'keeps the comment that stands where a job was taken out by hand',
    before: `#Setpoint: backup\n# see the wiki\n${foreign}`,
    after: `${entry}# see the wiki\n${foreign}`,
  },
  {
    title: 'keeps the job of another name where its own was taken out by hand',
    properties: gone,
    before: '#Setpoint: backup\n#Setpoint: other\n@daily /usr/bin/other\n',
    after: '#Setpoint: other\n@daily /usr/bin/other\n',
  },
  {
    title: 'takes quotes, percent signs and letters of all languages as they are',
    identity: 'Übersicht "1"',
    properties: { ...nightly, command: `date +"\\%F" 'ü'` },
    before: '# é\n'.normalize(),
    after: `# é\n#Setpoint: Übersicht "1"\n0 3 * * * date +"\\%F" 'ü'\n`,
  },
  {
    title: 'takes single fields',
    properties: { minute: '*/5', hour: '8-18', command: 'x' },
    before: '',
    after: '#Setpoint: backup\n*/5 8-18 * * * x\n',
  },
  { title: 'removes a job', properties: gone, before: foreign + entry, after: foreign },
  { title: 'removes the table with its last job', properties: gone, before: entry, after: '' },
  { title: 'has nothing to remove', properties: gone, before: foreign, after: foreign },
  {
    title: 'names a job otherwise than its address',
    identity: 'backup of www',
    properties: { ...nightly, label: 'backup' },
    before: entry,
    after: entry,
  },
  {
    title: 'puts a variable before all jobs and what is said of the first one',
    identity: 'MAILTO',
    properties: { value: 'ops@example.com' },
    before: `SHELL=/bin/sh\n${foreign}${entry}`,
    after: `SHELL=/bin/sh\nMAILTO=ops@example.com\n${foreign}${entry}`.replace(
      'MAILTO=ops@example.com\n# m h dom mon dow command\n\n',
      '# m h dom mon dow command\n\nMAILTO=ops@example.com\n',
    ),
  },
  {
    title: 'leaves a variable that is as declared, in quotes or not',
    identity: 'MAILTO',
    properties: { value: 'ops' },
    before: `MAILTO = "ops"\n${entry}`,
    after: `MAILTO = "ops"\n${entry}`,
  },
  {
    title: 'changes a variable and no job',
    identity: 'MAILTO',
    properties: { value: '' },
    before: `MAILTO=x\n${entry}`,
    after: `MAILTO=""\n${entry}`,
  },
  {
    title: 'removes a variable',
    identity: 'MAILTO',
    properties: { value: '', ...gone },
    before: `MAILTO=x\n${entry}`,
    after: entry,
  },
];

describe('cron', () => {
  for (const { title, identity = 'backup', properties = nightly, before, after } of cases) {
    for (const place of ['crontab', 'file'] as const) {
      it(`${title}, in a ${place}`, () => {
        const inFile = (text: string): string =>
          place === 'file'
            ? text.replaceAll(/^(#?\s?(?:@\w+|\S+(?:\s+[-\w*,/]+){4})\s+)(?=\/|date|x)/gm, '$1root ')
            : text;
        const declared = declareOrThrow(cron, {
          identity,
          properties: { ...properties, ...(place === 'file' ? { file: 'sp' } : {}) },
        });
        const found = Buffer.from(
          inFile(before),
          before.includes('\xe9') && !before.includes('# é') ? 'latin1' : 'utf8',
        );
        const answers = place === 'file' ? fileAnswers(found) : { crontab: tableOf(found), account, tool };
        const { observed, problems } = cron.observe(declared, answers);
        assert.deepEqual(problems, []);
        const edits = cron.diff(declared, observed);
        const { operations } = cron.operations(declared, edits, observed);
        assert.equal(operations.length, edits.length);
        const wanted = Buffer.from(
          inFile(after),
          before.includes('\xe9') && !before.includes('# é') ? 'latin1' : 'utf8',
        );
        if (before === after) return assert.deepEqual(edits, []);
        const carried = operations[0]?.action['bytes'];
        const bytes = typeof carried === 'string' ? carried : '';
        assert.equal(Buffer.from(bytes, 'base64').toString('latin1'), wanted.toString('latin1'));
        const again = cron.observe(declared, { ...answers, ...cron.predict(declared, answers).answers }).observed;
        return assert.deepEqual(cron.diff(declared, again), [], 'a second plan');
      });
    }
  }

  const tableOf = (bytes: Buffer): Answer => ({ status: 'found', value: { base64: bytes.toString('base64') } });
  const fileAnswers = (bytes: Buffer): Answers => {
    const directory: Answer = { status: 'found', value: { type: 'directory' } };
    if (bytes.length === 0) return { stat: absent, content: absent, parent: directory, account, tool };
    const stat: Answer = { status: 'found', value: { type: 'file', mode: '0644', sizeBytes: bytes.length } };
    const content: Answer = {
      status: 'found',
      value: { sha256: createHash('sha256').update(bytes).digest('hex'), base64: bytes.toString('base64') },
    };
    return { stat, content, parent: directory, account, tool };
  };

  const wrong: readonly (readonly [string, string, JsonObject])[] = [
    ['no time', 'x', { command: 'x' }],
    ['no command', 'x', { schedule: '@daily' }],
    ['two times', 'x', { schedule: '@daily', minute: '1', command: 'x' }],
    ['a minute that never comes', 'x', { minute: '60', command: 'x' }],
    ['a step of nothing', 'x', { minute: '*/0', command: 'x' }],
    ['a range that ends before it begins', 'x', { hour: '5-3', command: 'x' }],
    ['four fields', 'x', { schedule: '0 3 * *', command: 'x' }],
    ['a word that cron does not know', 'x', { schedule: '@fortnightly', command: 'x' }],
    ['a command of two lines', 'x', { schedule: '@daily', command: 'a\n* * * * * b' }],
    ['a name of two lines', 'a\n* * * * * b', nightly],
    ['a file that cron would not read', 'x', { ...nightly, file: 'backup.cron' }],
    ['a file elsewhere', 'x', { ...nightly, file: '/etc/crontab' }],
    ['a variable that runs', 'MAILTO', { value: 'x', command: 'x' }],
    ['a variable that is none', 'MAIL TO', { value: 'x' }],
    ['a value of two lines', 'MAILTO', { value: 'x\n* * * * * b' }],
    ['an account that cannot be', 'x', { ...nightly, user: '-r' }],
  ];
  for (const [title, identity, properties] of wrong) {
    it(`refuses ${title}`, () => assert.equal(cron.declare({ identity, properties }).kind, 'invalid'));
  }

  for (const [field, text] of [
    ['minute', '0~30'],
    ['hour', '~'],
    ['schedule', '~ 3 * * *'],
  ] as const) {
    it(`says why a ${field} of ${text} is left to no cron`, () => {
      const result = cron.declare({ identity: 'x', properties: { [field]: text, command: 'x' } });
      const [problem] = result.kind === 'invalid' ? result.problems : [];
      assert.equal(problem?.property, field);
      assert.match(problem?.detail ?? '', /cronie alone.*RandomizedDelaySec/);
    });
  }

  it('waits for the cron that a package brings, and says when none does', () => {
    const declared = declareOrThrow(cron, { identity: 'backup', properties: nightly });
    assert.deepEqual(
      cron.observe(declared, { crontab: absent, account }).problems.map(({ code }) => code),
      ['SP656'],
    );
    const after: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:cron' } };
    const { observed, problems } = cron.observe(declared, { crontab: after, account });
    assert.deepEqual(problems, []);
    const { operations } = cron.operations(declared, cron.diff(declared, observed), observed);
    assert.deepEqual(
      operations.map(({ title }) => title),
      ['change the job backup in the crontab of root'],
    );
    assert.include(cron.references(declared), 'package:cron');
  });

  it('refuses an account that does not exist', () => {
    const declared = declareOrThrow(cron, { identity: 'backup', properties: { ...nightly, user: 'nobody2' } });
    const { problems } = cron.observe(declared, { crontab: table(''), account: absent, tool });
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['SP604'],
    );
  });

  it('brings the whole table back, or none', () => {
    const declared = declareOrThrow(cron, { identity: 'backup', properties: nightly });
    const answers = { crontab: table(foreign), account, tool };
    const before = cron.observe(declared, answers).observed;
    const body = { sha256: 'a'.repeat(64), sizeBytes: foreign.length };
    const back = cron.restore?.({ declared, before, edited: ['content'], kept: () => body });
    assert.nestedPropertyVal(back, 'declared.whole', body);
    const none = cron.restore?.({ declared, before: { kind: 'absent' }, edited: ['content'], kept: () => undefined });
    assert.equal(none?.kind, 'declared');
    if (none?.kind !== 'declared') return;
    const { observed } = cron.observe(none.declared, { crontab: table(entry), account, tool });
    const edits = cron.diff(none.declared, observed);
    const [operation] = cron.operations(none.declared, edits, observed).operations;
    assert.equal(operation?.title, 'bring back the crontab of root');
    assert.deepEqual(cron.diff(none.declared, { kind: 'absent' }), []);
  });
});
