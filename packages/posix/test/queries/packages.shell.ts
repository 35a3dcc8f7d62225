import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Answer, Query } from '@setpoint/model';
import { expect } from 'chai';
import { packageKind, packageQuery } from '../../src/queries/package.ts';
import { packageCandidateKind } from '../../src/queries/package-candidate.ts';
import { packageManagerKind, packageManagerQuery } from '../../src/queries/package-manager.ts';
import { unitKind, unitQuery } from '../../src/queries/unit.ts';
import { unitNearKind, unitNearQuery } from '../../src/queries/unit-near.ts';
import { askHere } from '../support/ask-here.ts';
import { hostileNames } from '../support/hostile-names.ts';
import { shells } from '../support/shell-session.ts';

const candidate = (name: string, unless: string, release = ''): Query => ({
  kind: 'package-candidate',
  name,
  unless,
  release,
});
const valueOf = (answer: Answer | undefined): Record<string, unknown> =>
  answer?.status === 'found' ? answer.value : { status: answer?.status };

for (const shell of shells) {
  describe(`packages of this machine, asked in ${shell.name}`, () => {
    before(function () {
      if (!existsSync('/usr/bin/dpkg-query')) this.skip();
    });

    it('tells the version of what is installed, and what provides a virtual name', async () => {
      const version = execFileSync('dpkg-query', ['-W', '-f', '${Version}', 'dpkg'], { encoding: 'utf8' });
      const [dpkg, awk, none] = await askHere(shell.command, ['dpkg', 'awk', 'sp-never'].map(packageQuery));
      expect(valueOf(dpkg)).to.include({ status: 'installed', version, held: false });
      expect(valueOf(dpkg)['changed']).to.match(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+$/);
      expect(valueOf(awk)['providers']).to.contain('mawk');
      expect(none).to.deep.equal({ status: 'absent' });
    });

    it('looks up only what the installed version does not settle', async () => {
      const answers = await askHere(shell.command, [
        candidate('dpkg', '*'),
        candidate('dpkg', ''),
        candidate('sp-never', '*'),
      ]);
      expect(answers.map((answer) => valueOf(answer)['looked'])).to.deep.equal([false, true, undefined]);
      expect(valueOf(answers[1])['versions']).to.be.an('array').that.includes(valueOf(answers[1])['candidate']);
      expect(answers[2]).to.deep.equal({ status: 'absent' });
    });

    it('is not confused by hostile names', async () => {
      const answers = await askHere(shell.command, [
        ...hostileNames.map(packageQuery),
        ...hostileNames.map((name) => candidate(name, '*')),
        ...hostileNames.map(unitQuery),
        ...hostileNames.map(unitNearQuery),
        packageQuery('dpkg'),
      ]);
      expect(answers).to.have.length(hostileNames.length * 4 + 1);
      expect(valueOf(answers.at(-1))['status']).to.equal('installed');
    });

    it('tells how old the package lists are', async () => {
      const [answer] = await askHere(shell.command, [packageManagerQuery]);
      expect(valueOf(answer)).to.have.keys(['lists', 'ageSeconds', 'interrupted']);
      expect(valueOf(answer)['ageSeconds']).to.be.a('number').that.is.at.least(0);
    });
  });
}

describe('answers about packages and units that make no sense', () => {
  const kinds = [
    { kind: packageKind, query: packageQuery('nginx') },
    { kind: packageCandidateKind, query: candidate('nginx', '') },
    { kind: packageManagerKind, query: packageManagerQuery },
    { kind: unitKind, query: unitQuery('nginx.service') },
  ];
  for (const { kind, query } of kinds) {
    for (const text of ['', '\0', '|||\n|', 'row|\nlist|', 'Id=x\n\nId=y', '#release', 'nginx:', 'arch']) {
      it(`gives an answer and no throw for ${JSON.stringify(text)} as ${kind.kind}`, () => {
        expect(kind.parse(Buffer.from(text), [query], 0)).to.have.length(1);
      });
    }
    it(`says which tool is missing for ${kind.kind}`, () => {
      expect(kind.parse(Buffer.alloc(0), [query], 127)[0]).to.deep.include({ status: 'unknown' });
    });
  }
});

/** `systemctl show` of systemd 252 on Debian 12, 2026-11-23, shortened. */
const shown = `Type=simple
MainPID=40
Id=cron.service
LoadState=loaded
ActiveState=active
FragmentPath=/lib/systemd/system/cron.service
DropInPaths=/etc/systemd/system/cron.service.d/a.conf /etc/systemd/system/cron.service.d/b.conf
UnitFileState=enabled
StateChangeTimestamp=Mon 2026-11-23 01:25:49.578144 UTC
ActiveEnterTimestamp=Mon 2026-11-23 01:25:49.578144 UTC
ActiveEnterTimestampMonotonic=3087314987
NeedDaemonReload=no
CanReload=yes

Id=nope.service
LoadState=not-found
ActiveState=inactive
LoadError=org.freedesktop.systemd1.NoSuchUnit "Unit nope.service not found."
`;

describe('units', () => {
  const queries = ['cron.service', '*', 'nope.service'].map(unitQuery);

  it('are read in the order in which they were asked for', () => {
    const [cron, pattern, nope] = unitKind.parse(Buffer.from(shown), queries, 0);
    expect(valueOf(cron)).to.include({
      id: 'cron.service',
      activeState: 'active',
      fileState: 'enabled',
      canReload: true,
      mainPid: 40,
      activeSince: '2026-11-23 01:25:49.578144',
    });
    expect(valueOf(cron)['dropIns']).to.have.length(2);
    expect([pattern, nope]).to.deep.equal([{ status: 'absent' }, { status: 'absent' }]);
  });

  it('have their times counted from the boot where systemctl is too old to tell them exactly', () => {
    const old = `#clock 1795400000.500000000 3100.25 12.00\n${shown}`;
    const [cron] = unitKind.parse(Buffer.from(old), queries, 0);
    expect(valueOf(cron)['activeSince']).to.equal(
      new Date(1795400000500 - 3100250 + 3087314.987).toISOString().replace('T', ' ').replace('Z', ''),
    );
  });

  it('are enabled by the links of their init script, and by themselves when they also enable others', () => {
    const block = (id: string, more: string) => `Id=${id}\nLoadState=loaded\n${more}\n`;
    const text = [
      block('a.service', 'UnitFileState=generated\nSourcePath=/etc/init.d/a'),
      block('b.service', 'UnitFileState=generated\nSourcePath=/etc/init.d/b'),
      block('c.service', 'UnitFileState=indirect\nFragmentPath=/etc/systemd/system/c.service'),
      block('d.service', 'UnitFileState=indirect\nFragmentPath=/etc/systemd/system/d.service'),
      block('e.mount', 'UnitFileState=generated\nSourcePath=/etc/fstab'),
    ].join('\n');
    const more = '\n#more\n/etc/init.d/a\n/etc/systemd/system/c.service\n';
    const names = ['a.service', 'b.service', 'c.service', 'd.service', 'e.mount'].map(unitQuery);
    const found = unitKind.parse(Buffer.from(text + more), names, 0).map((answer) => valueOf(answer));
    expect(found.map(({ fileState, canBeEnabled }) => [fileState, canBeEnabled])).to.deep.equal([
      ['enabled', true],
      ['disabled', true],
      ['indirect', true],
      ['indirect', false],
      ['generated', true],
    ]);
  });

  it('that are not there are compared with the files that are', () => {
    const files = ['cron.service', 'redis-server.service', 'backup.timer', 'x@.service', 'README'];
    const missing = ['crom.service', 'backup.service', 'zzz.service'];
    const text = [...missing.map((name) => `#missing ${name}`), ...files].join('\n');
    const answers = unitNearKind.parse(Buffer.from(text), [...missing, 'cron.service'].map(unitNearQuery), 0);
    expect(answers.map((answer) => valueOf(answer)['name'])).to.deep.equal([
      'cron.service',
      'backup.timer',
      undefined,
      undefined,
    ]);
  });
});
