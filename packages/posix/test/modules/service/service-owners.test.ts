import type { Answer, Answers } from '@setpoint/model';
import { expect } from 'chai';
import { service } from '../../../src/modules/service/index.ts';
import { declareOrThrow } from '../../support/converge.ts';
import { type Case, found, holds, stat, unit, up } from './cases.ts';

describe('a service of an account', () => {
  const manager = (status: string): Answer => found({ status });
  const offline = unit({ id: 'sync.service', activeState: 'offline', fileState: 'disabled' });
  const stopped = unit({ id: 'sync.service', activeState: 'inactive', fileState: 'disabled' });
  const accountCases: readonly (Omit<Case, 'reasons'> & { readonly answers: Answers })[] = [
    {
      title: 'leaves what is as declared',
      properties: up,
      answers: { unit: unit({ id: 'sync.service' }), manager: manager('lingers') },
    },
    {
      title: 'starts what does not run',
      properties: up,
      answers: { unit: stopped, manager: manager('lingers') },
      titles: ['enable alice/sync.service', 'start alice/sync.service'],
    },
    {
      title: 'starts it with a manager that an earlier resource brings',
      properties: up,
      answers: { unit: offline, manager: manager('lingers') },
      titles: ['enable alice/sync.service', 'start alice/sync.service'],
    },
    {
      title: 'warns that it ends with the session',
      properties: { running: true },
      answers: { unit: stopped, manager: manager('session') },
      titles: ['start alice/sync.service'],
      warnings: ['SP684'],
    },
    {
      title: 'refuses to start it without a manager',
      properties: { running: true },
      answers: { unit: offline, manager: manager('none') },
      problems: ['SP684'],
    },
    {
      title: 'enables it without a manager',
      properties: { enabled: true },
      answers: { unit: offline, manager: manager('none') },
      titles: ['enable alice/sync.service'],
    },
    { title: 'refuses an account that is not there', properties: up, answers: {}, problems: ['SP604'] },
    {
      title: 'refuses a unit that no file brings',
      properties: up,
      answers: { manager: manager('lingers') },
      problems: ['SP604'],
    },
    { title: 'has nothing to stop for an account that is not there', properties: { running: false }, answers: {} },
    {
      title: 'is content with a file of the account in the place of one for all accounts',
      properties: { running: true },
      answers: {
        unit: unit({ id: 'sync.service', fragmentPath: '/home/alice/.config/systemd/user/sync.service' }),
        manager: manager('lingers'),
        'file:/etc/systemd/user/sync.service': stat('2026-11-23 09:00:00.0'),
        'file:/home/alice/.config/systemd/user/sync.service': stat('2026-11-23 09:00:00.0'),
      },
    },
  ];
  for (const each of accountCases) it(each.title, () => holds('alice/sync', each));

  it('asks two managers in one go', () => {
    const operations = ['alice/sync', 'cron'].flatMap((identity) => {
      const declared = declareOrThrow(service, { identity, properties: { running: true } });
      const answers = { unit: unit({ id: 'x.service', activeState: 'inactive' }), manager: manager('lingers') };
      const { observed } = service.observe(declared, answers);
      return service.operations(declared, service.diff(declared, observed), observed).operations;
    });
    expect(service.merge?.(operations)?.action['script'] as string).to.match(
      /sp_find_user alice\n[^]*\n\) && \( [^]*\n\)$/,
    );
  });
});

describe('a service of all accounts', () => {
  const file = 'file:/etc/systemd/user/sync.service' as const;
  const known = (fileState: string): Answer =>
    unit({ id: 'sync.service', activeState: 'offline', fileState, fragmentPath: '' });
  const masked = unit({ activeState: 'offline', loadState: 'masked', fileState: 'masked', fragmentPath: '' });
  const globalCases: readonly Case[] = [
    { title: 'leaves what is as declared', properties: { enabled: true }, answers: { unit: known('enabled') } },
    {
      title: 'enables what is disabled',
      properties: { enabled: true },
      answers: { unit: known('disabled') },
      titles: ['enable global/sync.service'],
    },
    {
      title: 'enables what this run writes, and has no manager to read it',
      properties: { enabled: true },
      answers: { unit: unit({ fileState: 'disabled', activeState: 'inactive' }), [file]: stat('pending') },
      titles: ['enable global/sync.service'],
    },
    {
      title: 'masks a unit of the system',
      properties: { masked: true },
      answers: { unit: known('disabled') },
      titles: ['mask global/sync.service'],
    },
    { title: 'leaves a mask', properties: { masked: true }, answers: { unit: masked } },
    {
      title: 'takes a mask away',
      properties: { masked: false },
      answers: { unit: masked },
      titles: ['unmask global/sync.service'],
    },
    {
      title: 'refuses to mask a unit whose file stands in the way',
      properties: { masked: true },
      answers: { unit: known('disabled'), [file]: stat('2026-11-23 09:00:00.0') },
      problems: ['SP603'],
    },
    { title: 'refuses a unit that nothing brings', properties: { enabled: true }, answers: {}, problems: ['SP604'] },
  ];
  for (const each of globalCases) it(each.title, () => holds('global/sync', each));

  it('refuses what only the manager of one account could do', () => {
    const properties = { running: true, restart_on: ['file:/etc/sync.conf'], reload_on: ['file:/etc/sync.conf'] };
    const result = service.declare({ identity: 'global/sync', properties });
    const problems = result.kind === 'invalid' ? result.problems : [];
    expect(problems.map(({ property }) => property)).to.deep.equal(['running', 'restart_on', 'reload_on']);
    expect(problems[0]?.hint).to.contain('service: ACCOUNT/sync');
  });

  it('brings back what was there before', () => {
    const declared = declareOrThrow(service, { identity: 'global/sync', properties: { enabled: true } });
    const { observed: before } = service.observe(declared, { unit: known('disabled') });
    const way = service.restore?.({ declared, before, edited: ['enabled'], kept: () => undefined });
    expect(way).to.deep.include({ declared: { ...Object(declared), enabled: false } });
  });
});
