import type { Random } from './random.ts';

/** The text of a project that was made up: its playbook and its inventory. */
export type GeneratedProject = {
  readonly playbook: string;
  readonly inventory: string;
  readonly nodes: readonly string[];
};

/** Writes a playbook of one to three plays for one to four nodes, which mixes every resource type of hosts. */
export function generateProject(random: Random): GeneratedProject {
  const nodes = ['one', 'two', 'three', 'four'].slice(0, 1 + random.below(4));
  const plays = Array.from({ length: 1 + random.below(3) }, () => (random.chance(0.7) ? 'all' : random.pick(nodes)));
  const declared = new Set<string>();
  const texts = plays.map((selected, index) => playText(random, `play ${index + 1}`, { selected, declared }));
  return {
    playbook: texts.join('---\n'),
    inventory: `nodes:\n${nodes.map((node) => `  ${node}: { local: {} }\n`).join('')}`,
    nodes,
  };
}

type Share = {
  readonly selected: string;
  /** What plays before this one have declared: two declarations of one object contradict each other, also across plays. */
  readonly declared: Set<string>;
};

function playText(random: Random, name: string, { selected, declared }: Share): string {
  const rollout = random.chance(0.2) ? 'rollout: { canary: 1, batch: 2 }\n' : '';
  const resources = generateResources(random, declared);
  const body = resources.length === 0 ? '[]' : `\n${resources.join('')}`;
  return `name: ${name}\nnodes: ${selected}\n${rollout}resources: ${body}\n`;
}

function generateResources(random: Random, seen: Set<string>): readonly string[] {
  const makers = Array.from({ length: 2 + random.below(12) }, () => random.pick(resourceMakers));
  const declare = ({ key, identity, properties, needs = [] }: Made): readonly string[] => {
    if (seen.has(identity)) return [];
    seen.add(identity);
    // What a resource needs is declared before it, most of the time.
    const before = needs.flatMap((need) => declare(need));
    const lines = Object.entries(properties).map(([name, value]) => `    ${name}: ${value}\n`);
    return [...before, `  - ${key}: ${identity.replace(/^[a-z]+ /, '')}\n${lines.join('')}`];
  };
  return makers.flatMap((make) => declare(make(random)));
}

/** The identity begins with a word for what is claimed, so that a file and a link of one path meet. */
type Made = {
  readonly key: string;
  readonly identity: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly needs?: readonly Made[];
};

const directories = ['/srv/app', '/srv/app/conf', '/opt/tool', '/var/lib/data'];
const files = ['/etc/motd', '/etc/app.conf', '/srv/app/index', '/srv/app/conf/main', '/opt/tool/run', '/srv/note'];
const accounts = ['ann', 'bob', 'carl'];
const groups = ['staff', 'ops', 'web'];
const packages = ['nginx', 'tool', 'redis'];

const resourceMakers: readonly ((random: Random) => Made)[] = [
  makeFile,
  makeFile,
  makeDirectory,
  makeLink,
  makeUser,
  makeGroup,
  makePackage,
  makeService,
  makeUnitFile,
  makeCommand,
  makeKeys,
];

function makeFile(random: Random): Made {
  const path = random.pick(files);
  if (random.chance(0.15)) return { key: 'file', identity: `path ${path}`, properties: { state: 'absent' } };
  const text = random.pick(['one line', 'first\\nsecond\\n', '', 'ünïcode ✓', '{{ not a template }}']);
  const owned = ownership(random);
  return {
    key: 'file',
    identity: `path ${path}`,
    needs: [...parentOf(path), ...ownersOf(owned)],
    properties: {
      content: `"${text}"`,
      ...owned,
      ...maybe(random, 0.1, { backup: 'true' }),
      ...maybe(random, 0.1, { create_only: 'true' }),
      ...maybe(random, 0.1, { check: `test -e ${path}` }),
      ...maybe(random, 0.05, { follow: 'true' }),
      ...maybe(random, 0.05, { in_place: 'true' }),
    },
  };
}

function makeDirectory(random: Random): Made {
  if (random.chance(0.15)) {
    const force = maybe(random, 0.7, { force: 'true' });
    return { key: 'directory', identity: 'path /srv/old', properties: { state: 'absent', ...force } };
  }
  const path = random.pick(directories);
  const owned = ownership(random);
  const parents = maybe(random, 0.8, { parents: 'true' });
  return { key: 'directory', identity: `path ${path}`, needs: ownersOf(owned), properties: { ...owned, ...parents } };
}

function makeLink(random: Random): Made {
  const path = random.pick(['/srv/current', '/etc/alias', '/srv/note']);
  if (random.chance(0.15)) return { key: 'link', identity: `path ${path}`, properties: { state: 'absent' } };
  const target = random.pick(['/srv/app', '../opt/tool', '/etc/motd', '/nowhere']);
  return { key: 'link', identity: `path ${path}`, properties: { target, ...maybe(random, 0.2, { force: 'true' }) } };
}

function makeUser(random: Random): Made {
  const name = random.pick(accounts);
  if (random.chance(0.15)) {
    return {
      key: 'user',
      identity: `user ${name}`,
      properties: { state: 'absent', ...maybe(random, 0.5, { remove_home: 'true' }) },
    };
  }
  const joined = random.chance(0.3) ? random.some(groups, 1 + random.below(2)) : [];
  return {
    key: 'user',
    identity: `user ${name}`,
    needs: joined.map((group) => plain('group', group)),
    properties: {
      ...maybe(random, 0.3, { uid: String(2000 + accounts.indexOf(name)) }),
      ...maybe(random, 0.3, { shell: random.pick(['/bin/bash', '/usr/sbin/nologin']) }),
      ...maybe(random, 0.3, { comment: random.pick(['"Ann O. Nym"', '"x"']) }),
      ...(joined.length > 0 ? { groups: `[${joined.join(', ')}]`, ...maybe(random, 0.3, { append: 'true' }) } : {}),
      ...maybe(random, 0.4, { create_home: 'true' }),
      ...maybe(random, 0.2, { locked: random.pick(['true', 'false']) }),
      ...maybe(random, 0.2, { password: `"$6$salt${random.below(9)}$${'0123456789abcdef'.repeat(6).slice(0, 86)}"` }),
      ...maybe(random, 0.2, { password_max_days: String(30 * (1 + random.below(3))) }),
      ...maybe(random, 0.2, { expires: '"2031-02-03"' }),
    },
  };
}

function makeGroup(random: Random): Made {
  const name = random.pick(groups);
  const members = random.chance(0.2) ? random.some(accounts, 1 + random.below(2)) : [];
  if (random.chance(0.1)) return { key: 'group', identity: `group ${name}`, properties: { state: 'absent' } };
  return {
    key: 'group',
    identity: `group ${name}`,
    needs: members.map((member) => plain('user', member)),
    properties: {
      ...maybe(random, 0.3, { gid: String(3000 + groups.indexOf(name)) }),
      ...(members.length > 0 ? { members: `[${members.join(', ')}]` } : {}),
      ...maybe(random, 0.2, { system: 'true' }),
    },
  };
}

function makePackage(random: Random): Made {
  const name = random.pick(packages);
  const state = random.pick(['present', 'present', 'latest', 'absent', 'purged']);
  const isWanted = state === 'present' || state === 'latest';
  return {
    key: 'package',
    identity: `package ${name}`,
    properties: {
      state,
      ...(state === 'present' ? maybe(random, 0.3, { version: '"1.0"', allow_downgrade: 'true' }) : {}),
      ...(isWanted ? maybe(random, 0.2, { hold: random.pick(['true', 'false']) }) : {}),
    },
  };
}

function makeService(random: Random): Made {
  const name = random.pick(['nginx', 'redis', 'own']);
  if (random.chance(0.15)) {
    return { key: 'service', identity: `unit ${name}`, properties: { running: 'false', masked: 'true' } };
  }
  const brings = name === 'own' ? makeUnitFile(random) : plain('package', name);
  return {
    key: 'service',
    identity: `unit ${name}`,
    needs: [brings],
    properties: {
      running: random.pick(['true', 'true', 'false']),
      ...maybe(random, 0.5, { enabled: random.pick(['true', 'false']) }),
      ...maybe(random, 0.3, { masked: 'false' }),
    },
  };
}

function makeUnitFile(random: Random): Made {
  const text = `[Service]\\nExecStart=/usr/bin/own ${random.below(3)}\\n`;
  return { key: 'file', identity: 'path /etc/systemd/system/own.service', properties: { content: `"${text}"` } };
}

function makeCommand(random: Random): Made {
  const path = random.pick(['/var/lib/made', '/srv/app/ready', '/opt/tool/done']);
  const guard = random.pick<Readonly<Record<string, string>>>([
    { creates: path },
    { unless: `test -e ${path}`, safe_guard: 'true' },
    { only_if: `test -${random.pick(['d', 'f'])} /etc`, safe_guard: 'true', creates: path },
    { always: 'true' },
  ]);
  const program = random.pick([{ run: `touch ${path}` }, { argv: `[touch, ${path}]` }]);
  return {
    key: 'command',
    identity: `command make ${path}`,
    needs: parentOf(path),
    properties: { ...program, ...guard },
  };
}

function makeKeys(random: Random): Made {
  const name = random.pick(accounts);
  const keys = random.some([1, 2, 3], 1 + random.below(2)).map((number) => `"${publicKey(number)}"`);
  return {
    key: 'authorized_keys',
    identity: `keys ${name}`,
    needs: [{ ...plain('user', name), properties: { create_home: 'true' } }],
    properties: { keys: `[${keys.join(', ')}]`, ...maybe(random, 0.3, { exclusive: 'true' }) },
  };
}

/** A key in the form of OpenSSH: the type's name, and 32 bytes. */
export function publicKey(number: number): string {
  const type = 'ssh-ed25519';
  const length = (size: number): Buffer => Buffer.from([0, 0, 0, size]);
  const blob = Buffer.concat([length(type.length), Buffer.from(type), length(32), Buffer.alloc(32, number)]);
  return `${type} ${blob.toString('base64')} key-${number}`;
}

/** A resource with nothing but its identity. */
function plain(key: string, name: string): Made {
  return { key, identity: `${key} ${name}`, properties: {} };
}

function parentOf(path: string): readonly Made[] {
  const parent = path.slice(0, path.lastIndexOf('/'));
  return directories.includes(parent)
    ? [{ key: 'directory', identity: `path ${parent}`, properties: { parents: 'true' } }]
    : [];
}

function ownersOf({ owner, group }: Readonly<Record<string, string>>): readonly Made[] {
  return [
    ...(owner === undefined || owner === 'root' ? [] : [plain('user', owner)]),
    ...(group === undefined || group === 'root' ? [] : [plain('group', group)]),
  ];
}

function ownership(random: Random): Readonly<Record<string, string>> {
  return {
    ...maybe(random, 0.5, { mode: `"${random.pick(['0644', '0600', '0755', '0640'])}"` }),
    ...maybe(random, 0.2, { owner: random.pick(['root', ...accounts]) }),
    ...maybe(random, 0.2, { group: random.pick(['root', ...groups]) }),
  };
}

function maybe(
  random: Random,
  probability: number,
  properties: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return random.chance(probability) ? properties : {};
}
