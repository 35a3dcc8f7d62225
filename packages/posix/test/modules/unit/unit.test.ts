import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { service } from '../../../src/modules/service/index.ts';
import { newUnit } from '../../../src/modules/service/predict.ts';
import { unit } from '../../../src/modules/unit/index.ts';
import type { UnitValue } from '../../../src/queries/unit.ts';
import { declareOrThrow } from '../../support/converge.ts';

const absent: Answer = { status: 'absent' };
const found = (value: JsonObject): Answer => ({ status: 'found', value });
const directory = found({ type: 'directory' });
const path = '/etc/systemd/system/app.service';
const text = '[Service]\nExecStart=/bin/sleep 9\n';
const root = { mode: '0644', uid: 0, gid: 0, owner: 'root', group: 'root', sizeBytes: 33, modified: '', inode: '1' };
const file = found({ type: 'file', ...root });
const mask = found({ type: 'link', ...root, target: '/dev/null' });
const content = (written: string): Answer => {
  const declared = declareOrThrow(unit, { identity: 'app.service', properties: { content: '' }, body: written });
  const { sha256 } = (declared as { readonly file: { readonly body: { readonly sha256: string } } }).file.body;
  return found({ sha256, base64: Buffer.from(written).toString('base64') });
};
const known = (more: Partial<UnitValue> = {}): Answer =>
  found({ ...newUnit('app.service'), fragmentPath: path, ...more });

type Case = {
  readonly title: string;
  readonly identity?: string;
  readonly properties?: JsonObject;
  readonly answers: Answers;
  readonly edited?: readonly string[];
  readonly titles?: readonly string[];
  readonly problems?: readonly string[];
  readonly reasons?: readonly string[];
};

const there = { stat: file, content: content(text), unit: known() };
const write = `write ${path}, once systemd-analyze has verified it`;
const read = 'make systemd read the files of app.service';
const gone = { state: 'absent' };
const limits = '/etc/systemd/system/app.service.d/limits.conf';

const cases: readonly Case[] = [
  { title: 'leaves a unit file that is as declared', answers: there },
  { title: 'writes a new one and has systemd read it', answers: {}, edited: ['content'], titles: [write, read] },
  {
    title: 'writes a changed one, and says that what runs does not change',
    answers: { ...there, content: content('[Service]\n'), unit: known({ activeState: 'active' }) },
    edited: ['content'],
    titles: [write, read],
    reasons: ['app.service runs on as it was started until something such as `restart_on:` restarts it'],
  },
  {
    title: 'has systemd read what a run wrote that was killed before',
    answers: { ...there, unit: known({ needsReload: true }) },
    edited: ['unit_file'],
    titles: [read],
  },
  {
    title: 'has systemd read a file that takes the place of one of the system',
    answers: { ...there, unit: known({ fragmentPath: '/usr/lib/systemd/system/app.service' }) },
    edited: ['unit_file'],
    titles: [read],
  },
  {
    title: 'has nothing read where systemd does not run',
    answers: { ...there, unit: known({ activeState: 'offline', fragmentPath: '' }) },
  },
  {
    title: 'sets the mode alone',
    properties: { mode: '0600' },
    answers: there,
    edited: ['mode'],
    titles: ['set mode 0600 of /etc/systemd/system/app.service'],
  },
  {
    title: 'takes a mask away that stands in its place',
    answers: { stat: mask, unit: known({ loadState: 'masked', fileState: 'masked', fragmentPath: '' }) },
    edited: ['masked', 'content'],
    titles: ['unmask app.service', write, read],
  },
  {
    title: 'refuses a link in its place',
    answers: { stat: found({ type: 'link', ...root, target: '/srv/app.service' }) },
    problems: ['SP603'],
  },
  { title: 'refuses a node without systemd', answers: { system: absent, parent: absent }, problems: ['SP654'] },
  {
    title: 'says that nothing verifies it',
    answers: { verifier: absent },
    edited: ['content'],
    titles: [write, read],
    problems: ['SP655'],
  },
  {
    title: 'verifies nothing when told so',
    properties: { verify: 'none' },
    answers: { verifier: absent },
    edited: ['content'],
    titles: [`write ${path}`, read],
  },
  { title: 'has nothing to remove where nothing is', properties: gone, answers: {} },
  {
    title: 'stops and disables what it removes',
    properties: gone,
    answers: { ...there, unit: known({ activeState: 'active', fileState: 'enabled' }) },
    edited: ['state', 'enabled', 'running'],
    titles: ['stop app.service', 'disable app.service', `remove ${path}`, read],
  },
  {
    title: 'goes on removing what a killed run left',
    properties: gone,
    answers: { unit: known({ needsReload: true, activeState: 'active' }) },
    edited: ['unit_file', 'running'],
    titles: ['stop app.service', read],
  },
  {
    title: 'leaves running what the system has a unit for',
    properties: gone,
    answers: {
      ...there,
      unit: known({ activeState: 'active', fileState: 'enabled' }),
      'at /usr/lib/systemd/system': file,
    },
    edited: ['state'],
    titles: [`remove ${path}`, read],
    reasons: ['/usr/lib/systemd/system/app.service comes into force again'],
  },
  { title: 'leaves a mask where no file is to be', properties: gone, answers: { stat: mask } },
  {
    title: 'makes a drop-in with its directory',
    identity: 'app.service#limits',
    answers: { unit: known(), parent: absent },
    edited: ['content'],
    titles: ['make /etc/systemd/system/app.service.d', `write ${limits}, once systemd-analyze has verified it`, read],
  },
  {
    title: 'has systemd read a drop-in that it does not know',
    identity: 'app.service#limits',
    answers: { stat: file, content: content(text), directory, unit: known() },
    edited: ['unit_file'],
    titles: [read],
  },
  {
    title: 'removes a drop-in and lets the unit run',
    identity: 'app.service#limits.conf',
    properties: gone,
    answers: { stat: file, directory, unit: known({ activeState: 'active', dropIns: [limits] }) },
    edited: ['state'],
    titles: [`remove ${limits}`, read],
  },
  {
    title: 'makes a template, which no unit is',
    identity: 'app@.service',
    answers: {},
    edited: ['content'],
    titles: [
      'write /etc/systemd/system/app@.service, once systemd-analyze has verified it',
      'make systemd read the files of app@.service',
    ],
  },
  {
    title: 'writes one for the managers of accounts, and has none of them read it',
    identity: 'user/app.service',
    answers: {},
    edited: ['content'],
    titles: ['write /etc/systemd/user/app.service, once systemd-analyze has verified it'],
  },
  {
    title: 'stops nothing of accounts when it removes their file',
    identity: 'user/app.service',
    properties: gone,
    answers: { stat: file, content: content(text) },
    edited: ['state'],
    titles: ['remove /etc/systemd/user/app.service'],
  },
];

describe('unit', () => {
  for (const { title, identity = 'app.service', properties = {}, answers: given, ...expected } of cases) {
    it(title, () => {
      const isGone = properties['state'] === 'absent';
      const declared = declareOrThrow(unit, {
        identity,
        properties: isGone ? properties : { content: '', ...properties },
        ...(isGone ? {} : { body: text }),
      });
      const usual: Answers = { parent: directory, system: directory, verifier: found({ path: '/bin/true' }) };
      const answers = {
        ...Object.fromEntries(Object.keys(unit.queries(declared)).map((name) => [name, usual[name] ?? absent])),
        ...given,
      };
      const { observed, problems } = unit.observe(declared, answers);
      expect(problems.map(({ code }) => code)).to.deep.equal(expected.problems ?? []);
      if (problems.some(({ severity }) => severity === 'error')) return;
      const edits = unit.diff(declared, observed);
      expect(edits.map((edit) => edit.path)).to.deep.equal(expected.edited ?? []);
      const { operations, reasons } = unit.operations(declared, edits, observed);
      expect(operations.map((operation) => operation.title)).to.deep.equal(expected.titles ?? []);
      expect(reasons).to.deep.equal(expected.reasons ?? []);
      const after = edits.length === 0 ? answers : { ...answers, ...unit.predict(declared, answers).answers };
      expect(unit.diff(declared, unit.observe(declared, after).observed), 'a second plan').to.deep.equal([]);
    });
  }

  it('writes declared options in a stable form, with a list as several lines', () => {
    const declared = declareOrThrow(unit, {
      identity: 'app.timer',
      properties: {
        Install: { WantedBy: 'timers.target' },
        Timer: { OnCalendar: ['', 'daily', 'Mon *-*-* 03:00:00'], Persistent: 'true' },
      },
    });
    expect((declared as { readonly file: { readonly body: JsonObject } }).file.body['text']).to.equal(
      '[Timer]\nOnCalendar=\nOnCalendar=daily\nOnCalendar=Mon *-*-* 03:00:00\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n',
    );
    expect(unit.references(declared)).to.include('unit:app.service');
  });

  const wrong: readonly (readonly [string, string, JsonObject])[] = [
    ['a name without a suffix', 'app', { content: '' }],
    ['a suffix of nothing', 'app.conf', { content: '' }],
    ['a path', '../app.service', { content: '' }],
    ['a pattern', 'app*.service', { content: '' }],
    ['a drop-in that leads out', 'app.service#../x', { content: '' }],
    ['no content', 'app.service', {}],
    ['two contents', 'app.service', { content: '', Service: {} }],
    ['content of what is to be absent', 'app.service', { state: 'absent', Service: {} }],
    ['a section of another kind', 'app.service', { Timer: { OnCalendar: 'daily' } }],
    ['a value that goes on in the next line', 'app.service', { Service: { ExecStart: 'a\nUser=root' } }],
    ['a name that is no option', 'app.service', { Service: { 'Exec Start=a\n[x]': 'a' } }],
  ];
  for (const [title, identity, properties] of wrong) {
    it(`refuses ${title}`, () => {
      const { content: body, ...rest } = properties;
      const input = { identity, properties: rest, ...(body === undefined ? {} : { body: bodyless }) };
      expect(unit.declare({ ...input, properties }).kind).to.equal('invalid');
    });
  }
  const bodyless = { sha256: '', sizeBytes: 0, text: '' };

  describe('tells services of the same plan', () => {
    const predicted = (written: string, answer: Answer = absent): Answer => {
      const declared = declareOrThrow(unit, { identity: 'app.service', properties: { content: '' }, body: written });
      const { answers } = unit.predict(declared, { stat: absent, unit: answer, parent: directory });
      return answers['unit'] ?? absent;
    };
    const plan = (properties: JsonObject, answer: Answer) => {
      const declared = declareOrThrow(service, { identity: 'app', properties });
      const { observed, problems } = service.observe(declared, {
        unit: answer,
        'file:/etc/x': found({ type: 'file', modified: 'pending' }),
      });
      if (problems.length > 0) return problems.map(({ code }) => code);
      return service
        .operations(declared, service.diff(declared, observed), observed)
        .operations.map((each) => each.title);
    };

    it('what a unit of a bare host will be', () => {
      const answer = predicted('[Service]\nExecStart=/bin/x\n[Install]\nWantedBy=multi-user.target\n');
      expect(plan({ running: true, enabled: true }, answer)).to.deep.equal(['enable app.service', 'start app.service']);
    });

    it('that it cannot be enabled, or reloaded, or found running', () => {
      expect(plan({ enabled: true }, predicted(text))).to.deep.equal(['SP605']);
      expect(plan({ running: true }, predicted('[Service]\nType=oneshot\nExecStart=/bin/x\n'))).to.deep.equal([
        'SP605',
      ]);
      const reloaded = { running: true, reload_on: ['file:/etc/x'] };
      expect(plan(reloaded, predicted(text, known({ activeState: 'active' })))).to.deep.equal(['SP605']);
    });

    it('that systemd needs not be told again', () => {
      expect(
        plan({ running: true }, predicted(text, known({ activeState: 'active', needsReload: true }))),
      ).to.deep.equal([]);
    });

    it('that what it wrote is younger than what runs', () => {
      const declared = declareOrThrow(service, {
        identity: 'app',
        properties: { running: true, restart_on: ['unit:app.service'] },
      });
      const answers = {
        unit: predicted(text, known({ activeState: 'active', activeSince: '2026-11-23 10:00:00.0' })),
        'unit:app.service': found({ type: 'file', modified: 'pending' }),
      };
      const { observed } = service.observe(declared, answers);
      const { operations } = service.operations(declared, service.diff(declared, observed), observed);
      expect(operations.map(({ title }) => title)).to.deep.equal(['restart app.service']);
    });

    it('what the instances of a template will be', () => {
      const declared = declareOrThrow(unit, { identity: 'app@.service', properties: { content: '' }, body: text });
      const [adjusted] = unit.predict(declared, { stat: absent, parent: directory }).adjusts ?? [];
      const instance = adjusted?.adjust({ kind: 'unit', name: 'app@one.service' }, absent);
      expect(instance).to.have.nested.include({ status: 'found', 'value.id': 'app@one.service' });
      expect(adjusted?.adjust({ kind: 'unit', name: 'other@one.service' }, absent)).to.equal(absent);
    });
  });

  it('tells what accounts run of a unit that is theirs, and leaves the reading to their managers', () => {
    const declared = declareOrThrow(unit, { identity: 'user/app.service', properties: { content: '' }, body: text });
    const [adjusted] = unit.predict(declared, { stat: absent, parent: directory }).adjusts ?? [];
    expect(adjusted?.kind).to.equal('user-unit');
    const query = { kind: 'user-unit', account: 'alice', name: 'app.service' };
    expect(adjusted?.adjust(query, absent)).to.have.nested.include({
      'value.id': 'app.service',
      'value.loadedSince': '',
    });
  });

  it('comes back with whether it ran and was enabled', () => {
    const declared = declareOrThrow(unit, { identity: 'app.service', properties: gone });
    const answers = { ...there, unit: known({ activeState: 'active', fileState: 'enabled' }) };
    const { observed } = unit.observe(declared, answers);
    const body = { sha256: 'x', sizeBytes: 3, text: 'old' };
    const way = unit.restore?.({
      declared,
      before: observed,
      edited: ['state', 'enabled', 'running'],
      kept: () => body,
    });
    expect(way).to.have.nested.include({
      'declared.running': true,
      'declared.enabled': true,
      'declared.file.state': 'present',
      'declared.file.body': body,
    });
  });

  it('says that a drop-in of the unit that lets people in can cut the connection', () => {
    const declared = declareOrThrow(unit, { identity: 'ssh.service#limits', properties: { content: '' }, body: text });
    const { operations } = unit.operations(declared, unit.diff(declared, { kind: 'absent' }), { kind: 'absent' });
    expect(operations.flatMap(({ hazards }) => hazards.map(({ kind }) => kind))).to.deep.equal(['connectivity']);
  });

  it('is another thing than what runs of it', () => {
    const own = unit.claims?.(
      declareOrThrow(unit, { identity: 'app.service', properties: { content: '' }, body: text }),
    );
    const running = service.claims?.(declareOrThrow(service, { identity: 'app', properties: { running: true } })) ?? [];
    expect([...(own ?? []), 'unit:app.service'].filter((claim) => running.includes(claim))).to.deep.equal([]);
  });

  it('goes behind a service that is only unmasked on the way back', () => {
    const unmasked = declareOrThrow(service, { identity: 'app', properties: { masked: false, running: false } });
    expect(service.references(unmasked)).to.not.include('unit:app.service');
    const run = declareOrThrow(service, { identity: 'app', properties: { masked: false, running: true } });
    expect(service.references(run)).to.include('unit:app.service');
  });
});
