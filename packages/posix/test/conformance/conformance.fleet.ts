import { assertSameAnswers, type ConformanceHost, conformanceOnHost } from '@setpoint/testkit';
import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { posixModules } from '../../src/registry.ts';
import { openFleetNode } from '../support/fleet-node.ts';
import { fixtures } from './index.ts';

const subjects = posixModules.flatMap((module) => {
  const fixture = fixtures.get(module.type);
  return fixture === undefined ? [] : [{ module, fixture }];
});

fleetSuite('the contract of modules', (fleet) => {
  const [first, second, third, fourth] = fleet.hosts as readonly [FleetHost, FleetHost, FleetHost, FleetHost];

  const conformanceHost = (host: FleetHost): ConformanceHost => ({
    exec: async (command) => (await host.exec(command)).stdout,
    open: () => openFleetNode(host, fleet),
  });

  for (const subject of subjects) conformanceOnHost({ ...subject, host: () => conformanceHost(first) });

  describe('in every shell', () => {
    // Each on a host of its own: not every type can take away again what another shell left there.
    for (const { shell, host } of [
      { shell: 'bash', host: second },
      { shell: 'busybox', host: fourth },
    ]) {
      describe(`${shell} as /bin/sh`, () => {
        before(() => host.exec(`ln -sf ${shell} /bin/sh.new && mv -f /bin/sh.new /bin/sh`));
        after(() => host.exec('ln -sf dash /bin/sh.new && mv -f /bin/sh.new /bin/sh'));
        for (const { module, fixture } of subjects) {
          if (fixture.isSlow === true) continue;
          const { named: _, ...rest } = fixture;
          conformanceOnHost({ module, fixture: rest, host: () => conformanceHost(host) });
        }
      });
    }
  });

  it('the answers are the same in every shell and language', async () => {
    const shell = (name: string): string => `ln -sf ${name} /bin/sh.new && mv -f /bin/sh.new /bin/sh`;
    const language = (name: string): string => `printf 'LANG=%s\\nLC_ALL=%s\\n' ${name} ${name} >/etc/environment`;
    await assertSameAnswers(subjects, conformanceHost(third), [
      { name: 'dash, C', enter: `${shell('dash')}; ${language('C')}` },
      { name: 'bash, C', enter: shell('bash') },
      { name: 'busybox, C', enter: shell('busybox') },
      { name: 'dash, C.UTF-8', enter: `${shell('dash')}; ${language('C.UTF-8')}` },
      { name: 'dash, French, whether it is installed or not', enter: language('fr_FR.UTF-8') },
    ]);
  });
});
