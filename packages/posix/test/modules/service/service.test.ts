import type { Answer } from '@setpoint/model';
import { expect } from 'chai';
import { service } from '../../../src/modules/service/index.ts';
import { declareOrThrow } from '../../support/converge.ts';
import { absent, type Case, found, holds, stat, unit, up } from './cases.ts';

const afterPackage: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:nginx' } };

const input = 'file:/etc/nginx.conf' as const;
const own = 'file:/etc/systemd/system/nginx.service' as const;
const readUnitFiles = 'make systemd read the unit files of nginx.service';

const cases: readonly Case[] = [
  { title: 'leaves a unit that is as declared', properties: up, answers: { unit: unit() } },
  {
    title: 'leaves a unit that is younger than its input',
    properties: { ...up, restart_on: [input] },
    answers: { unit: unit(), [input]: stat('2026-11-23 09:59:59.999999999') },
  },
  {
    title: 'is not led astray by a modification time in the future',
    properties: { restart_on: [input] },
    answers: {
      unit: unit(),
      [input]: found({ type: 'file', modified: '2030-01-01 00:00:00.0', changed: '2026-11-23 09:00:00.0' }),
    },
  },
  {
    title: 'restarts a unit that is older than its input',
    properties: { restart_on: [input] },
    answers: { unit: unit(), [input]: stat('2026-11-23 10:00:00.000000001') },
    titles: ['restart nginx.service'],
    reasons: [`nginx.service runs since before ${input} changed`],
  },
  {
    title: 'reloads a unit whose input changes in this run',
    properties: { ...up, reload_on: [input] },
    answers: { unit: unit(), [input]: stat('pending') },
    titles: ['reload nginx.service'],
    reasons: [`${input} changes in this run`],
  },
  {
    title: 'tells that nothing but this run tells of a change of a file whose time is declared',
    properties: { ...up, restart_on: [input] },
    answers: { unit: unit(), [input]: found({ modified: 'pending', dated: '2024-05-01 12:00:00' }) },
    titles: ['restart nginx.service'],
    reasons: [`${input} changes in this run; its time is declared, so a run that breaks off leaves no trace of it`],
  },
  {
    title: 'counts a reload as reading the input again',
    properties: { reload_on: [input] },
    answers: { unit: unit({ changedSince: '2026-11-23 12:00:00.000000' }), [input]: stat('2026-11-23 11:00:00.0') },
  },
  {
    title: 'restarts only, when a reload is due as well',
    properties: { restart_on: ['package:nginx'], reload_on: [input] },
    answers: { unit: unit(), 'package:nginx': found({ changed: 'pending' }), [input]: stat('pending') },
    titles: ['restart nginx.service'],
    reasons: ['package:nginx changes in this run'],
  },
  {
    title: 'does not wake a stopped unit for its input',
    properties: { restart_on: [input] },
    answers: { unit: unit({ activeState: 'inactive', activeSince: '' }), [input]: stat('pending') },
  },
  {
    title: 'plans what a package of this run may bring, whichever way it turns out',
    properties: { ...up, reload_on: [input] },
    answers: { unit: afterPackage, [input]: stat('pending') },
    titles: [readUnitFiles, 'enable nginx.service', 'start nginx.service', 'reload nginx.service'],
  },
  {
    title: 'waits for the unit file that this run writes',
    properties: { running: true },
    answers: { unit: absent, [own]: stat('pending') },
    titles: [readUnitFiles, 'start nginx.service'],
  },
  {
    title: 'reads a unit file again that this run changes',
    properties: up,
    answers: { unit: unit({ fragmentPath: '/etc/systemd/system/nginx.service' }), [own]: stat('pending') },
    titles: [readUnitFiles],
  },
  {
    title: 'tells of a unit that systemd cannot load that alone, whatever else it seems to be',
    properties: up,
    answers: { unit: unit({ loadState: 'bad-setting', type: 'oneshot', activeState: 'inactive' }) },
    problems: ['SP605'],
  },
  { title: 'refuses a unit that nothing brings', properties: up, answers: { unit: absent }, problems: ['SP604'] },
  {
    title: 'takes a unit that is not there for stopped',
    properties: { running: false, enabled: false },
    answers: { unit: absent },
  },
  {
    title: 'starts a unit that waits between two crashes',
    properties: { running: true },
    answers: { unit: unit({ activeState: 'activating', subState: 'auto-restart' }) },
    titles: ['start nginx.service'],
  },
  ...(['enabled-runtime', 'indirect', 'alias', 'linked'] as const).map((fileState) => ({
    title: `does not take ${fileState} for enabled`,
    properties: { enabled: true },
    answers: { unit: unit({ fileState }) },
    titles: ['enable nginx.service'],
  })),
  {
    title: 'refuses to enable what can only enable others',
    properties: { enabled: true },
    answers: { unit: unit({ fileState: 'indirect', canBeEnabled: false }) },
    problems: ['SP605'],
  },
  {
    title: 'reloads again when the last reload failed',
    properties: { reload_on: [input] },
    answers: {
      unit: unit({ changedSince: '2026-11-23 12:00:00.000000', reloadFailed: true }),
      [input]: stat('2026-11-23 11:00:00.0'),
    },
    titles: ['reload nginx.service'],
    reasons: [`nginx.service was last loaded before ${input} changed`],
  },
  {
    title: 'takes what is masked until the next boot for masked, but not for declared so',
    properties: { masked: true },
    answers: { unit: unit({ loadState: 'masked', fileState: 'masked-runtime', activeState: 'inactive' }) },
    titles: ['mask nginx.service'],
  },
  {
    title: 'unmasks what is masked until the next boot',
    properties: { masked: false },
    answers: { unit: unit({ loadState: 'masked', fileState: 'masked-runtime', activeState: 'inactive' }) },
    titles: ['unmask nginx.service'],
  },
  {
    title: 'names what can start a stopped unit again',
    properties: { running: false },
    answers: { unit: unit({ triggeredBy: ['nginx.socket'] }) },
    titles: ['stop nginx.service'],
    reasons: ['unless it is stopped too, nginx.socket can start nginx.service again'],
  },
  {
    title: 'enables what does not run in the image of a machine, and starts nothing there',
    properties: { ...up, restart_on: [input] },
    answers: {
      unit: unit({ activeState: 'offline', fileState: 'disabled', fragmentPath: '' }),
      [input]: stat('pending'),
    },
    titles: ['enable nginx.service'],
    warnings: ['SP635'],
  },
  {
    title: 'does not stop what cannot run in the image of a machine',
    properties: { running: false, enabled: false },
    answers: { unit: unit({ activeState: 'offline', fileState: 'disabled', fragmentPath: '' }) },
  },
  {
    title: 'masks a unit whose file goes in this run',
    properties: { masked: true },
    answers: { unit: unit({ fragmentPath: '/etc/systemd/system/nginx.service', needsReload: false }), [own]: absent },
    titles: ['mask nginx.service'],
  },
  {
    title: 'refuses to mask a unit whose file stands in the way',
    properties: { masked: true },
    answers: {
      unit: unit({ fragmentPath: '/etc/systemd/system/nginx.service' }),
      [own]: stat('2026-11-23 09:00:00.0'),
    },
    problems: ['SP603'],
  },
  ...(['openrc', 'sysv'] as const).flatMap((manager): readonly Case[] => [
    {
      title: `starts and switches on a service of ${manager}`,
      properties: up,
      answers: { unit: unit({ manager, activeState: 'inactive', fileState: 'disabled', activeSince: '' }) },
      titles: ['enable nginx.service', 'start nginx.service'],
    },
    {
      title: `restarts a service of ${manager} that is older than its input`,
      properties: { restart_on: [input] },
      answers: {
        unit: unit({ manager }),
        [input]: stat('2026-11-23 10:00:01.0'),
        [own]: stat('2026-11-23 10:00:01.0'),
      },
      titles: ['restart nginx.service'],
      reasons: [`nginx.service runs since before ${input} changed`],
    },
    {
      title: `cannot tell when a service of ${manager} was started that leaves no trace`,
      properties: { restart_on: [input] },
      answers: { unit: unit({ manager, activeSince: '' }), [input]: stat('2026-11-23 10:00:01.0') },
      problems: ['SP657'],
    },
    {
      title: `masks no service of ${manager}`,
      properties: { masked: true },
      answers: { unit: unit({ manager }) },
      problems: ['SP657'],
    },
    {
      title: `reloads no service of ${manager}`,
      properties: { reload_on: [input] },
      answers: { unit: unit({ manager }) },
      problems: ['SP657'],
    },
  ]),
  {
    title: 'refuses to start what is masked',
    properties: { running: true },
    answers: { unit: unit({ loadState: 'masked', fileState: 'masked', activeState: 'inactive' }) },
    problems: ['SP633'],
  },
];

describe('service', () => {
  for (const each of cases) it(each.title, () => holds('nginx', each));

  it('does what the init system of the node knows', () => {
    const script = (manager: 'openrc' | 'sysv'): string => {
      const declared = declareOrThrow(service, { identity: 'nginx', properties: up });
      const answers = { unit: unit({ manager, activeState: 'inactive', fileState: 'disabled' }) };
      const { observed } = service.observe(declared, answers);
      const { operations } = service.operations(declared, service.diff(declared, observed), observed);
      return String(service.merge?.(operations)?.action['script'] as string);
    };
    expect(script('openrc')).to.contain('rc-update add').and.contain('sp_prove nginx').and.not.contain('systemctl');
    expect(script('sysv')).to.contain('update-rc.d').and.contain('sp_prove nginx').and.not.contain('systemctl');
  });

  it('suggests the unit that was meant', () => {
    const declared = declareOrThrow(service, { identity: 'ngnix', properties: { running: true } });
    const { problems } = service.observe(declared, { unit: absent, near: found({ name: 'nginx.service' }) });
    expect(problems[0]?.hint).to.match(/^did you mean `service: nginx`\?/);
  });

  it('says that a stop can cut the connection', () => {
    const declared = declareOrThrow(service, { identity: 'ssh', properties: { running: false } });
    const { observed } = service.observe(declared, { unit: unit() });
    const { operations } = service.operations(declared, service.diff(declared, observed), observed);
    expect(operations.flatMap(({ hazards }) => hazards.map(({ kind }) => kind))).to.deep.equal([
      'service-interruption',
      'connectivity',
    ]);
  });

  it('is one unit with and without the suffix', () => {
    const identities = [
      'nginx',
      'nginx.service',
      'nginx.timer',
      'getty@tty1',
      'alice/sync.service',
      'global/sync.service',
    ].map((identity) => {
      const result = service.declare({ identity, properties: {} });
      return result.kind === 'declared' ? result.identity : result.problems;
    });
    expect(identities).to.deep.equal(['nginx', 'nginx', 'nginx.timer', 'getty@tty1', 'alice/sync', 'global/sync']);
  });

  for (const name of ['', 'a b', 'ngin*', 'x@', '$(id)', '-x', 'a\nb', '/b', 'a/', 'a/b/c', '$(id)/b', '7/b']) {
    it(`refuses the name ${JSON.stringify(name)}`, () => {
      expect(service.declare({ identity: name, properties: {} }).kind).to.equal('invalid');
    });
  }

  it('takes a part of a file for the file', () => {
    for (const address of ['line:/etc/app.conf#port', 'ini:/etc/app.conf', 'block:/etc/app.conf#one']) {
      const declared = declareOrThrow(service, { identity: 'x', properties: { restart_on: [address] } });
      expect(service.queries(declared)[address]).to.include({ kind: 'stat', path: '/etc/app.conf' });
    }
  });

  it('refuses inputs that leave no trace', () => {
    const result = service.declare({ identity: 'x', properties: { restart_on: ['command:make', 'file:/etc/x'] } });
    expect(result.kind === 'invalid' && result.problems.map(({ property }) => property)).to.deep.equal(['restart_on']);
  });
});
