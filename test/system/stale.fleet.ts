import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert } from 'chai';
import type { JsonObject } from '../../packages/model/src/index.ts';
import { posixModules } from '../../packages/posix/src/index.ts';
import { createProject, inventoryOf, type Project, playbookOf } from './support/project.ts';
import { runSetpoint, type SetpointResult } from './support/setpoint.ts';

/** One type: how its object is found, what is declared of it, and what somebody does to it after the plan was made. */
type Case = {
  readonly type: string;
  readonly identity: string;
  readonly declared: JsonObject;
  /** Shell commands that make what the plan finds. */
  readonly found: string;
  /** Shell commands that change it to something that is neither what was found nor what is declared. */
  readonly moved: string;
  /** Prints the object as far as it is declared. */
  readonly look: string;
  /** What the refusal names. */
  readonly told: RegExp;
};

const keyOf = (letter: string): string => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${letter.repeat(43)}`;

const cases: readonly Case[] = [
  {
    type: 'file',
    identity: '/srv/file',
    declared: { content: 'declared\n' },
    found: 'echo found >/srv/file',
    moved: 'echo moved >/srv/file',
    look: 'cat /srv/file',
    told: /content was planned from 6 bytes .*, and is 6 bytes .* now/,
  },
  {
    type: 'directory',
    identity: '/srv/directory',
    declared: { mode: '0700' },
    found: 'mkdir -m 0755 /srv/directory',
    moved: 'chmod 0711 /srv/directory',
    look: 'stat -c %a /srv/directory',
    told: /mode was planned from "0755" to "0700", and is "0711" now/,
  },
  {
    type: 'link',
    identity: '/srv/link',
    declared: { target: '/declared' },
    found: 'ln -s /found /srv/link',
    moved: 'ln -sfn /moved /srv/link',
    look: 'readlink /srv/link',
    told: /target was planned from "\/found" to "\/declared", and is "\/moved" now/,
  },
  {
    type: 'user',
    identity: 'staleuser',
    declared: { comment: 'declared' },
    found: 'useradd -m -c found staleuser',
    moved: 'usermod -c moved staleuser',
    look: 'getent passwd staleuser',
    told: /comment was planned from "found" to "declared", and is "moved" now/,
  },
  {
    type: 'group',
    identity: 'stalegroup',
    declared: { gid: 4002 },
    found: 'groupadd -g 4001 stalegroup',
    moved: 'groupmod -g 4003 stalegroup',
    look: 'getent group stalegroup',
    told: /gid was planned from 4001 to 4002, and is 4003 now/,
  },
  {
    type: 'authorized_keys',
    identity: 'keeper',
    declared: { keys: [keyOf('A')], exclusive: true },
    found: 'useradd -m keeper',
    moved: `install -d -o keeper -m 0700 ~keeper/.ssh && echo '${keyOf('B')}' >~keeper/.ssh/authorized_keys`,
    look: 'cat ~keeper/.ssh/authorized_keys',
    told: /keys was planned from absent to .*, and is .* now/,
  },
  {
    type: 'command',
    identity: 'make',
    declared: { run: 'echo declared >/srv/made', creates: '/srv/made', inputs: '/srv/input' },
    found: 'echo found >/srv/input',
    moved: 'echo moved >/srv/made; touch -d 2001-01-01 /srv/made',
    look: 'cat /srv/made',
    told: /what it takes to change it, or why, is not what was planned/,
  },
  {
    type: 'package',
    identity: 'sp-web',
    declared: { state: 'absent' },
    found: 'apt-get install -y -q sp-web',
    moved: 'apt-mark hold sp-web',
    look: "dpkg-query -W -f '${db:Status-Want} ${db:Status-Status}' sp-web",
    told: /sp-web/,
  },
  {
    type: 'service',
    identity: 'stale',
    declared: { running: true },
    found:
      "printf '[Service]\\nExecStart=/bin/sleep 1000\\n' >/lib/systemd/system/stale.service; systemctl daemon-reload",
    moved: 'systemctl mask stale',
    look: 'systemctl is-active stale',
    told: /stale\.service is masked/,
  },
  {
    type: 'line',
    identity: '/srv/lines',
    declared: { match: '^a=', text: 'a=declared' },
    found: 'echo a=found >/srv/lines',
    moved: 'echo a=moved >/srv/lines',
    look: 'cat /srv/lines',
    told: /was planned from .*, and is .* now/,
  },
  {
    type: 'block',
    identity: '/srv/blocks',
    declared: { text: 'declared\n' },
    found: 'echo found >/srv/blocks',
    moved: 'echo moved >/srv/blocks',
    look: 'cat /srv/blocks',
    told: /was planned from .*, and is .* now|difference is another one/,
  },
  {
    type: 'replace',
    identity: '/srv/places',
    declared: { match: 'f[a-z]*', with: 'declared' },
    found: 'echo found >/srv/places',
    moved: 'echo fmoved >/srv/places',
    look: 'cat /srv/places',
    told: /was planned from .*, and is .* now|difference is another one/,
  },
  {
    type: 'ini',
    identity: '/srv/settings.ini',
    declared: { section: 'one', key: 'a', value: 'declared' },
    found: "printf '[one]\\na = found\\n' >/srv/settings.ini",
    moved: "printf '[one]\\na = moved\\n' >/srv/settings.ini",
    look: 'cat /srv/settings.ini',
    told: /was planned from .*, and is .* now/,
  },
  {
    type: 'json',
    identity: '/srv/settings.json',
    declared: { at: 'a', value: 'declared' },
    found: `echo '{ "a": "found" }' >/srv/settings.json`,
    moved: `echo '{ "a": "moved" }' >/srv/settings.json`,
    look: 'cat /srv/settings.json',
    told: /was planned from .*, and is .* now/,
  },
  {
    type: 'yaml',
    identity: '/srv/settings.yaml',
    declared: { at: 'a', value: 'declared' },
    found: 'echo a: found >/srv/settings.yaml',
    moved: 'echo a: moved >/srv/settings.yaml',
    look: 'cat /srv/settings.yaml',
    told: /was planned from .*, and is .* now/,
  },
];

fleetSuite('a saved plan of a host on which everything moved since', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let project: Project;
  let applied: SetpointResult;
  const looks = new Map<string, string>();

  before(async () => {
    // Whether something is there may depend on the command before it; what is there does not.
    await host.exec('echo found >/srv/after');
    for (const { found, type } of cases) {
      const made = await host.exec(found);
      assert.equal(made.code, 0, `${type}: ${made.stderr}`);
    }
    project = createProject({
      'inventory.yaml': inventoryOf([host], fleet),
      'playbooks/site.yaml': playbookOf([
        { file: '/srv/before', content: 'made\n' },
        ...cases.map(({ type, identity, declared }) => ({ [type]: identity, ...declared })),
        { file: '/srv/after', content: 'made\n' },
      ]),
    });
    const planned = await runSetpoint(['plan', '--out', 'plan.json'], { cwd: project.dir });
    assert.equal(planned.code, 0, planned.stdout + planned.stderr);
    for (const { type, moved, look } of cases) {
      const done = await host.exec(moved);
      assert.equal(done.code, 0, `${type}: ${done.stderr}`);
      looks.set(type, (await host.exec(look)).stdout);
    }
    applied = await runSetpoint(['apply', '--yes', 'plan.json', '--json'], { cwd: project.dir });
  });
  after(() => project.remove());

  it('has a case for each type', () => {
    assert.sameMembers(
      cases.map(({ type }) => type),
      posixModules.map(({ type }) => type),
    );
  });

  for (const { type, identity, look, told } of cases) {
    it(`leaves a ${type} as it is, and says what moved`, async () => {
      assert.equal((await host.exec(look)).stdout, looks.get(type));
      const refusal = refusals(applied).find(({ address }) => address === `${type}:${identity}`);
      assert.match(refusal?.detail ?? applied.stderr, told);
    });
  }

  it('is done where nothing moved', async () => {
    assert.equal((await host.exec('cat /srv/before /srv/after')).stdout, 'made\nmade\n', applied.stdout);
    assert.include([1, 3], applied.code);
  });
});

type Refusal = { readonly code: string; readonly address?: string; readonly detail: string };

/** The refusals that the lines of a run hold, wherever they stand in them. */
function refusals({ stdout }: SetpointResult): readonly Refusal[] {
  const found: Refusal[] = [];
  for (const line of stdout.split('\n').filter((each) => each !== '')) {
    JSON.parse(line, (_, value: Partial<Refusal> | null) => {
      if (value?.code === 'SP707' && value.detail !== undefined) found.push(value as Refusal);
      return value;
    });
  }
  return found;
}
