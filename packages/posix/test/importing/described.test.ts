import type { Answers, Described, Json } from '@setpoint/model';
import { declareForm } from '@setpoint/sdk';
import { assert } from 'chai';
import { tableText } from '../../src/modules/firewall/text.ts';
import { posixModules } from '../../src/registry.ts';

const chain = 'chain spare {\n\ttcp dport 80 accept\n}\n';

describe('a table of nftables that is imported', () => {
  it('is what stands in the file that Setpoint wrote', () => {
    const described = describedAs('firewall', 'inet filter', { file: fileWith(tableText('inet', 'filter', chain)) });
    const [form] = described.kind === 'declared' ? described.forms : [];
    assert.equal(Buffer.from(form?.content?.base64 ?? '', 'base64').toString(), chain);
    assert.equal(form === undefined ? '' : declareForm(moduleOf('firewall'), 'inet filter', form).kind, 'declared');
  });

  for (const text of [
    'table inet filter {\n}\n',
    tableText('inet', 'other', chain),
    `${tableText('inet', 'filter', chain)}x`,
  ])
    it(`is left out where another file stands there: ${JSON.stringify(text.slice(0, 30))}`, () => {
      assert.equal(describedAs('firewall', 'inet filter', { file: fileWith(text) }).kind, 'left out');
    });
});

describe('a container that is imported', () => {
  const found: Json = {
    id: 'a',
    imageId: 'b',
    image: 'docker.io/library/nginx:1.27',
    running: true,
    status: 'running',
    command: ['nginx', '-g'],
    entrypoint: [],
    env: {},
    otherEnv: ['TOKEN'],
    labels: { 'setpoint.options': '["--init"]' },
    ports: [':8080:80/tcp', '127.0.0.1:53:53/udp', '::1:1:2/tcp'],
    volumes: ['/srv:/data:ro', 'named:/x:rw'],
    networks: ['bridge'],
    restart: 'always',
    user: '',
    workdir: '/',
    hostname: 'x',
    memoryBytes: 1048576,
    cpus: 0,
    readOnly: false,
    privileged: false,
    health: null,
    settings: { dns: ['10.0.0.2', '10.0.0.1'], log_driver: 'json-file', ulimits: {} },
  };

  it('is declared by what it was made with, without its variables', () => {
    const value = { engine: 'docker', container: found, imageId: 'b' };
    const described = describedAs('container', 'web', { container: { status: 'found', value } });
    const [form] = described.kind === 'declared' ? described.forms : [];
    assert.deepEqual(form?.properties, {
      image: 'docker.io/library/nginx:1.27',
      state: 'running',
      command: ['nginx', '-g'],
      ports: ['8080:80', '127.0.0.1:53:53/udp', '[::1]:1:2'],
      volumes: ['/srv:/data:ro', 'named:/x'],
      networks: ['bridge'],
      dns: ['10.0.0.2', '10.0.0.1'],
      restart: 'always',
      workdir: '/',
      memory: '1048576',
      options: ['--init'],
    });
    assert.match(form?.lacks.join(' ') ?? '', /variables TOKEN may be secrets/);
    assert.equal(form === undefined ? '' : declareForm(moduleOf('container'), 'web', form).kind, 'declared');
  });
});

function moduleOf(type: string) {
  const module = posixModules.find((each) => each.type === type);
  if (module === undefined) throw new Error(`there is no type ${type}`);
  return module;
}

function describedAs(type: string, identity: string, answers: Answers): Described {
  const { importing } = moduleOf(type);
  if (importing?.kind !== 'importable') throw new Error(`${type} cannot be imported`);
  return importing.describe(identity, answers);
}

function fileWith(text: string): Answers[string] {
  return { status: 'found', value: { sha256: '', base64: Buffer.from(text).toString('base64') } };
}
