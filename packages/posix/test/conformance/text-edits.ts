import type { ConformanceFixture } from '@setpoint/testkit';

const prepare = (name: string): string => `printf 'one\\ntwo\\n' >/srv/${name}.conf`;

export const block: ConformanceFixture = {
  prepare: prepare('block'),
  create: { identity: '/srv/block.conf', properties: { text: 'a\nb\n' } },
  change: { identity: '/srv/block.conf', properties: { text: 'b\n', insert_before: '^two$' } },
  absent: { identity: '/srv/block.conf', properties: { state: 'absent' } },
  watched: ['/srv/block.conf'],
  named: (text) => ({
    create: { identity: `/srv/block ${text}`, properties: { text: `${text}\n`, create: true } },
    absent: { identity: `/srv/block ${text}`, properties: { state: 'absent' } },
  }),
  secret: (canary) => ({ identity: '/srv/block.conf', properties: { text: `token ${canary}\n` } }),
};

export const ini: ConformanceFixture = {
  prepare: "printf '[a]\\nk=1\\n' >/srv/conf.ini",
  create: { identity: '/srv/conf.ini', properties: { section: 'b', key: 'k', value: '1' } },
  change: { identity: '/srv/conf.ini', properties: { section: 'b', key: 'k', values: ['1', '2'] } },
  absent: { identity: '/srv/conf.ini', properties: { section: 'b', state: 'absent' } },
  watched: ['/srv/conf.ini'],
  named: (text) => ({
    create: { identity: `/srv/ini ${text}`, properties: { key: 'k', value: text.replaceAll('\n', ' '), create: true } },
    absent: { identity: `/srv/ini ${text}`, properties: { key: 'k', state: 'absent' } },
  }),
  secret: (canary) => ({ identity: '/srv/conf.ini', properties: { key: 'token', value: canary } }),
};

export const json: ConformanceFixture = {
  prepare: 'echo "{}" >/srv/conf.json',
  create: { identity: '/srv/conf.json', properties: { at: 'a.b', value: 1 } },
  change: { identity: '/srv/conf.json', properties: { at: 'a.b', value: { c: [true, null] } } },
  absent: { identity: '/srv/conf.json', properties: { at: 'a', state: 'absent' } },
  watched: ['/srv/conf.json'],
  named: (text) => ({
    create: { identity: `/srv/json ${text}`, properties: { at: 'k', value: text, create: true } },
    absent: { identity: `/srv/json ${text}`, properties: { at: 'k', state: 'absent' } },
  }),
  secret: (canary) => ({ identity: '/srv/conf.json', properties: { at: 'token', value: canary } }),
};

export const toml: ConformanceFixture = {
  prepare: 'echo "# none" >/srv/conf.toml',
  create: { identity: '/srv/conf.toml', properties: { at: 'a.b', value: 1 } },
  change: { identity: '/srv/conf.toml', properties: { at: 'a.b', value: { c: [true, 'd'] } } },
  absent: { identity: '/srv/conf.toml', properties: { at: 'a', state: 'absent' } },
  watched: ['/srv/conf.toml'],
  named: (text) => ({
    create: { identity: `/srv/toml ${text}`, properties: { at: 'k', value: text, create: true } },
    absent: { identity: `/srv/toml ${text}`, properties: { at: 'k', state: 'absent' } },
  }),
  secret: (canary) => ({ identity: '/srv/conf.toml', properties: { at: 'token', value: canary } }),
};

export const line: ConformanceFixture = {
  prepare: prepare('line'),
  create: { identity: '/srv/line.conf#port', properties: { match: '^Port ', text: 'Port 22' } },
  change: { identity: '/srv/line.conf#port', properties: { match: '^Port ', text: 'Port 2222' } },
  absent: { identity: '/srv/line.conf#port', properties: { match: '^Port ', state: 'absent' } },
  watched: ['/srv/line.conf'],
  named: (text) => ({
    create: { identity: `/srv/line ${text}`, properties: { text: text.replaceAll('\n', ' '), create: true } },
    absent: { identity: `/srv/line ${text}`, properties: { text: text.replaceAll('\n', ' '), state: 'absent' } },
  }),
  secret: (canary) => ({ identity: '/srv/line.conf', properties: { text: `token ${canary}` } }),
};

export const replace: ConformanceFixture = {
  prepare: prepare('replace'),
  create: { identity: '/srv/replace.conf', properties: { match: '^one$', with: 'three' } },
  change: { identity: '/srv/replace.conf', properties: { match: '^three$', with: 'one' } },
  watched: ['/srv/replace.conf'],
  secret: (canary) => ({ identity: '/srv/replace.conf', properties: { match: '^two$', with: `token ${canary}` } }),
};

export const yaml: ConformanceFixture = {
  prepare: 'echo "k: 1" >/srv/conf.yaml',
  create: { identity: '/srv/conf.yaml', properties: { at: 'a.b', value: 1 } },
  change: { identity: '/srv/conf.yaml', properties: { at: 'a.b', value: { c: [true, null] } } },
  absent: { identity: '/srv/conf.yaml', properties: { at: 'a', state: 'absent' } },
  watched: ['/srv/conf.yaml'],
  named: (text) => ({
    create: { identity: `/srv/yaml ${text}`, properties: { at: 'k', value: text, create: true } },
    absent: { identity: `/srv/yaml ${text}`, properties: { at: 'k', state: 'absent' } },
  }),
  secret: (canary) => ({ identity: '/srv/conf.yaml', properties: { at: 'token', value: canary } }),
};
