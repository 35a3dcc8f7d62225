import type { Answers, JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { container } from '../../../src/modules/container/index.ts';
import { containerKind } from '../../../src/queries/container.ts';
import { absent, answer, docker, everything, image, imageId, otherId, plan, podman } from './inspected.ts';

describe('a container', () => {
  for (const [engine, found] of [
    ['docker', docker],
    ['podman', podman],
  ] as const) {
    it(`needs nothing where it is as declared, in all that ${engine} tells`, () => {
      const { edits, problems, operations } = plan(everything, (state) => answer(state, [engine, found]));
      expect({ edits, problems, operations }).to.deep.equal({ edits: [], problems: [], operations: [] });
    });
  }

  const changes: readonly (readonly [string, JsonObject, string])[] = [
    ['command', { command: ['nginx'] }, 'command'],
    ['fewer words', { command: [] }, 'command'],
    ['entrypoint', { entrypoint: ['/other'] }, 'entrypoint'],
    ['a variable', { env: { A: 'c', SECRET: 'x' } }, 'env.A'],
    ['one variable less', { env: { A: 'b' } }, 'env.SECRET'],
    ['one variable more', { env: { A: 'b', SECRET: 'x', NEW: '' } }, 'env.NEW'],
    ['ports', { ports: ['8080:80'] }, 'ports'],
    ['a volume for reading only', { volumes: ['data:/data:ro', '/srv/site:/site:ro'] }, 'volumes'],
    ['networks', { networks: ['front'] }, 'networks'],
    ['a label', { labels: { role: 'db' } }, 'labels.role'],
    ['user', { user: '1000:1000' }, 'user'],
    ['workdir', { workdir: '/x' }, 'workdir'],
    ['hostname', { hostname: 'other' }, 'hostname'],
    ['read_only', { read_only: true }, 'read_only'],
    ['privileged', { privileged: true }, 'privileged'],
    ['cap_add', { cap_add: [] }, 'cap_add'],
    ['healthcheck', { healthcheck: { command: 'true', interval: 11 } }, 'healthcheck'],
    ['no healthcheck', { healthcheck: 'none' }, 'healthcheck'],
    ['options', { options: ['--init'] }, 'options'],
    ['image', { image: 'docker.io/library/nginx:1.28' }, 'image'],
  ];
  for (const [what, properties, path] of changes) {
    it(`is made anew for ${what}, which the plan names`, () => {
      const inPodman = plan({ ...everything, ...properties }, (state) =>
        answer(state, ['podman', podman], path === 'image' ? otherId : imageId),
      );
      expect([inPodman.edits.map((edit) => edit.path), inPodman.remaining]).to.deep.equal([[path], []]);
      const { edits, remaining, operations, reasons } = plan({ ...everything, ...properties }, (state) =>
        answer(state, ['docker', docker], path === 'image' ? otherId : imageId),
      );
      expect(edits.map((edit) => [edit.path, edit.replaces])).to.deep.equal([[path, true]]);
      expect(reasons).to.deep.equal([
        `it is made anew: ${path.split('.')[0]} cannot be changed in a container that is there`,
      ]);
      expect(operations.flatMap(({ hazards }) => hazards.map(({ kind }) => kind))).to.deep.equal([
        'data-loss',
        'service-interruption',
      ]);
      expect(remaining).to.deep.equal([]);
    });
  }

  it('is changed in place where the engine can', () => {
    const properties = { image, restart: 'always', memory: '1g', cpus: 2 };
    const inDocker = plan(properties, (state) => answer(state, ['docker', docker]));
    expect(inDocker.edits.map((edit) => [edit.path, edit.replaces])).to.deep.equal([
      ['restart', undefined],
      ['memory', undefined],
      ['cpus', undefined],
    ]);
    expect(inDocker.reasons).to.deep.equal(['changed in place: restart, memory, cpus']);
    expect(JSON.stringify(inDocker.operations[0]?.action).replaceAll("'", '')).to.include(
      'update --restart always --memory 1073741824 --memory-swap 2147483648 --cpus 2',
    );
    expect(
      plan(properties, (state) => answer(state, ['podman', podman])).edits.every((edit) => edit.replaces === true),
    ).to.equal(true);
  });

  it('is made anew when its tag names another image by now, and left when the node lacks the image', () => {
    const renewed = plan(everything, (state) => answer(state, ['docker', docker], otherId));
    expect(renewed.edits.map(({ path, before, after }) => [path, before, after])).to.deep.equal([
      [
        'image',
        { kind: 'value', value: `${image} (${imageId.slice(0, 12)})` },
        { kind: 'value', value: `${image} (${otherId.slice(0, 12)})` },
      ],
    ]);
    expect(plan(everything, (state) => answer(state, ['docker', docker], null)).edits).to.deep.equal([]);
  });

  it('says what a container loses that is made anew without its being declared', () => {
    const { reasons } = plan({ image, hostname: 'new' }, (state) => answer(state, ['docker', docker]));
    expect(reasons[1]).to.equal(
      'it had ports, volumes, variables, networks, a restart policy, limits, fixed addresses, name servers, devices, file systems in memory, limits of its processes, settings of the kernel, a log of its own, capabilities, further limits, which are not declared, so the new one has none',
    );
    const whole = plan({ ...everything, hostname: 'new' }, (state) => answer(state, ['docker', docker]));
    expect(whole.reasons).to.have.length(1);
  });

  it('leaves alone what is not declared', () => {
    expect(plan({ image }, (state) => answer(state, ['docker', docker])).edits).to.deep.equal([]);
  });

  it('is started, stopped, kept stopped and removed', () => {
    const stopped = { ...docker, State: { Status: 'exited', Running: false } };
    const paths = (state: string, found: JsonObject | null) =>
      plan({ image, state }, (each) => answer(each, ['docker', found])).edits.map(({ path }) => path);
    expect([paths('running', stopped), paths('stopped', docker), paths('stopped', stopped)]).to.deep.equal([
      ['state'],
      ['state'],
      [],
    ]);
    expect([paths('absent', docker), paths('absent', null)]).to.deep.equal([['state'], []]);
    expect(paths('running', null)).to.deep.equal(['state', 'image']);
    for (const state of ['running', 'stopped', 'absent']) {
      for (const found of [docker, stopped, null]) {
        expect(
          plan({ ...(state === 'absent' ? {} : everything), state }, (each) => answer(each, ['docker', found]))
            .remaining,
          state,
        ).to.deep.equal([]);
      }
    }
  });

  it('is made anew when its file of variables has changed, and never tells what is in it', () => {
    const digest = 'e'.repeat(64);
    const labelled = {
      ...docker,
      Config: { ...(docker['Config'] as JsonObject), Labels: { 'setpoint.env-file': digest } },
    };
    const file = (sha256: string): Answers => ({ envFile: { status: 'found', value: { sha256 } } });
    const same = plan(
      { image, env_file: '/etc/app.env' },
      (state) => answer(state, ['docker', labelled]),
      file(digest),
    );
    expect(same.edits).to.deep.equal([]);
    const other = plan(
      { image, env_file: '/etc/app.env' },
      (state) => answer(state, ['docker', labelled]),
      file('f'.repeat(64)),
    );
    expect([other.edits.map(({ path }) => path), other.remaining]).to.deep.equal([['env_file'], []]);
    expect(plan({ image }, (state) => answer(state, ['docker', labelled])).edits.map(({ path }) => path)).to.deep.equal(
      ['env_file'],
    );
    expect(JSON.stringify(plan({ image }, (state) => answer(state, ['docker', docker])).observed)).not.to.include(
      'SECRET=x',
    );
    expect(
      plan({ image, env_file: '/gone' }, (state) => answer(state, ['docker', docker])).problems.map(({ code }) => code),
    ).to.deep.equal(['SP604']);
  });

  it('is told of nodes without an engine, unless an earlier resource may bring one', () => {
    expect(plan({ image }, absent).problems.map(({ code }) => code)).to.deep.equal(['SP605']);
    expect(plan({ state: 'absent' }, absent)).to.deep.include({ edits: [], problems: [] });
    const cause = { kind: 'after', address: 'package:podman' } as const;
    const { observed, operations, problems } = plan({ image }, absent, { podman: { status: 'unknown', cause } });
    expect([observed, problems]).to.deep.equal([{ kind: 'unknown', cause }, []]);
    expect(operations.map(({ title }) => title)).to.deep.equal([`run the container web from ${image}`]);
    expect(
      plan({ image, pull: 'never' }, (state) => answer(state, ['docker', null], null)).problems.map(({ code }) => code),
    ).to.deep.equal(['SP641']);
  });

  it('says when the engine does not answer, and who may not ask it', () => {
    const [denied, down, garbage] = [
      'failed permission denied while trying to connect to the Docker daemon socket',
      'failed Cannot connect to the Docker daemon',
      'engine docker\n=\n[{"Id": ',
    ].map((text) => containerKind.parse(Buffer.from(`${text}\n=\n.\n`), [{ kind: 'container' }], 0)[0]);
    expect(
      [denied, down, garbage].map((each) => (each?.status === 'unknown' ? each.cause.kind : each?.status)),
    ).to.deep.equal(['denied', 'unavailable', 'unavailable']);
  });

  it('refuses names and parts that no engine takes', () => {
    const bad: readonly JsonObject[] = [
      {},
      { image: '-x' },
      { image, ports: ['80'] },
      { image, volumes: ['relative'] },
      { image, volumes: ['/a:/b:x'] },
      { image, volumes: ['/a:/data', 'data:/data/'] },
      { image, command: [] },
      { image, networks: ['-x'] },
      { image, env: { 'a b': 'x' } },
      { image, env: { A: 'x\ny' } },
      { image, restart: 'sometimes' },
      { image, memory: 'much' },
      { image, env_file: 'relative' },
      { image, options: ['privileged'] },
      { image, options: ['--name=other'] },
      { image, labels: { 'setpoint.options': '[]' } },
    ];
    for (const properties of bad)
      expect(container.declare({ identity: 'web', properties }).kind, JSON.stringify(properties)).to.equal('invalid');
    expect(container.declare({ identity: '-web', properties: { image } }).kind).to.equal('invalid');
  });
});
