import type { Answer, Answers, JsonObject, Operation } from '@setpoint/model';
import { expect } from 'chai';
import { packageModule } from '../../../src/modules/package/index.ts';
import type { RunAction } from '../../../src/operations/action.ts';
import type { PackageValue } from '../../../src/queries/package.ts';
import { notLookedUp, type PackageCandidateValue } from '../../../src/queries/package-candidate.ts';
import type { PackageManagerValue } from '../../../src/queries/package-manager.ts';
import { declareOrThrow } from '../../support/converge.ts';

const absent: Answer = { status: 'absent' };
const found = (value: JsonObject): Answer => ({ status: 'found', value });
const later: Answer = { status: 'unknown', cause: { kind: 'after', address: 'command:add the archive' } };

const dpkg = (version: string, more: Partial<PackageValue> = {}): Answer =>
  found({
    status: 'installed',
    version,
    held: false,
    manual: true,
    changed: '2026-01-01',
    providers: [],
    essential: false,
    ...more,
  });
const lists = (candidate: string, versions: readonly string[], more: Partial<PackageCandidateValue> = {}): Answer =>
  found({ ...notLookedUp, looked: true, candidate, versions, ...more });
const apt = (more: Partial<PackageManagerValue> = {}): Answer =>
  found({ lists: 'read', ageSeconds: 60, interrupted: false, ...more });

const good = found(notLookedUp);
const nginx = lists('1.22-1', ['1.22-1', '1.20-3']);

type Case = {
  readonly title: string;
  readonly properties?: JsonObject;
  readonly answers: readonly [installed: Answer, candidate: Answer, manager?: Answer];
  readonly edits?: readonly string[];
  readonly titles?: readonly string[];
  readonly reasons?: readonly string[];
  readonly problems?: readonly string[];
};

const unknownVersion = 'cannot be told: known after refreshing the package lists';

const cases: readonly Case[] = [
  { title: 'leaves a package that is installed', answers: [dpkg('1.22-1'), good] },
  {
    title: 'installs, if it has to, whatever version there is after what comes before it, with fresh lists if need be',
    answers: [later, later],
    edits: ['state: unknown → "present"', 'version: unknown → unknown'],
    titles: ['refresh the package lists', 'install nginx'],
  },
  {
    title: 'installs what a repository of the plan may bring',
    answers: [absent, later],
    edits: ['state: - → "present"', 'version: unknown → unknown'],
    titles: ['install nginx'],
  },
  {
    title: 'installs a declared version of a package that a repository of the plan may bring',
    properties: { version: '1.22-1' },
    answers: [absent, later],
    edits: ['state: - → "present"', 'version: - → "1.22-1"'],
    titles: ['install nginx=1.22-1'],
  },
  {
    title: 'goes up, if it has to, to whatever is the latest after what comes before it',
    properties: { state: 'latest' },
    answers: [dpkg('1.20-3'), later],
    edits: ['version: unknown → unknown'],
    titles: ['upgrade nginx'],
  },
  {
    title: 'leaves a package that is not installed and not wanted',
    properties: { state: 'absent' },
    answers: [absent, absent],
  },
  {
    title: 'leaves a version that fits the pattern',
    properties: { version: '1.2?-*' },
    answers: [dpkg('1.22-1'), good],
  },
  {
    title: 'leaves a version that is within bounds',
    properties: { version: '>=1.20 <1.23' },
    answers: [dpkg('1.22-1'), nginx],
  },
  {
    title: 'installs the highest version that is within bounds',
    properties: { version: '> 1.19, < 1.21' },
    answers: [absent, nginx],
    edits: ['state: - → "present"', 'version: - → "1.20-3"'],
    titles: ['install nginx >1.19 <1.21'],
  },
  {
    title: 'refuses to go back to what is within bounds',
    properties: { version: '<1.22' },
    answers: [dpkg('1.22-1'), nginx],
    problems: ['SP631'],
  },
  {
    title: 'leaves a package that is only to be upgraded where it is not installed',
    properties: { state: 'latest', only_upgrade: true },
    answers: [absent, nginx],
  },
  {
    title: 'upgrades a package that is only to be upgraded where it is installed',
    properties: { state: 'latest', only_upgrade: true },
    answers: [dpkg('1.20-3'), nginx],
    edits: ['version: "1.20-3" → "1.22-1"'],
    titles: ['upgrade nginx'],
  },
  { title: 'leaves the latest version', properties: { state: 'latest' }, answers: [dpkg('1.22-1'), nginx] },
  {
    title: 'leaves configuration files of what is absent',
    properties: { state: 'absent' },
    answers: [dpkg('1', { status: 'config-files' }), absent],
  },
  {
    title: 'leaves a virtual name that an installed package provides',
    answers: [
      dpkg('', { status: 'not-installed', providers: ['postfix'] }),
      lists('', [], { providers: ['exim', 'postfix'] }),
    ],
  },
  {
    title: 'installs the version that apt would choose',
    answers: [absent, nginx],
    edits: ['state: - → "present"', 'version: - → "1.22-1"'],
    titles: ['install nginx'],
  },
  {
    title: 'installs the declared version and holds it',
    properties: { version: '1.20-3', hold: true },
    answers: [absent, nginx],
    edits: ['state: - → "present"', 'version: - → "1.20-3"', 'hold: false → true'],
    titles: ['install nginx=1.20-3'],
  },
  {
    title: 'plans on a host that has no package lists',
    answers: [absent, absent, apt({ lists: 'missing' })],
    edits: ['state: - → "present"', `version: - → ${unknownVersion}`],
    titles: ['refresh the package lists', 'install nginx'],
    reasons: ['the node has no package lists yet'],
  },
  {
    title: 'refreshes the lists when they do not know the package',
    answers: [absent, absent],
    edits: ['state: - → "present"', `version: - → ${unknownVersion}`],
    titles: ['refresh the package lists', 'install nginx'],
    reasons: ['the package lists of the node do not have nginx'],
  },
  {
    title: 'suggests the name that was meant',
    answers: [absent, lists('', [], { near: 'nginx-light' })],
    edits: ['state: - → "present"', `version: - → ${unknownVersion}`],
    titles: ['refresh the package lists', 'install nginx'],
    reasons: ['the package lists of the node do not have nginx; did you mean nginx-light?'],
  },
  {
    title: 'names the one package that will stand for a virtual name',
    answers: [absent, lists('', [], { providers: ['nginx-light'] })],
    edits: ['state: - → "present"', 'provider: - → "nginx-light"'],
    titles: ['install nginx'],
  },
  {
    title: 'asks which package is meant when several provide the name',
    answers: [absent, lists('', [], { providers: ['nginx-full', 'nginx-light'] })],
    problems: ['SP604'],
  },
  {
    title: 'refuses a version of a name that is only provided',
    properties: { version: '1.*' },
    answers: [absent, lists('', [], { providers: ['nginx-light'] })],
    problems: ['SP604'],
  },
  {
    title: 'refuses a package that there is for other machines only',
    answers: [absent, lists('', [], { architectures: ['i386'] })],
    problems: ['SP604'],
  },
  {
    title: 'refuses to remove what the system needs',
    properties: { state: 'absent' },
    answers: [dpkg('1', { essential: true }), absent],
    problems: ['SP634'],
  },
  { title: 'leaves what the system needs', answers: [dpkg('1', { essential: true }), good] },
  {
    title: 'does not refresh lists that a package before it refreshes',
    answers: [absent, absent, apt({ lists: 'pending' })],
    edits: ['state: - → "present"', `version: - → ${unknownVersion}`],
    titles: ['install nginx'],
  },
  {
    title: 'refreshes lists that are too old to tell the latest',
    properties: { state: 'latest' },
    answers: [dpkg('1.22-1'), nginx, apt({ ageSeconds: 86_401 })],
    edits: [`version: "1.22-1" → ${unknownVersion}`],
    titles: ['refresh the package lists', 'upgrade nginx'],
    reasons: ['the package lists are older than 86400 s'],
  },
  {
    title: 'goes up to the latest',
    properties: { state: 'latest' },
    answers: [dpkg('1.20-3'), nginx],
    edits: ['version: "1.20-3" → "1.22-1"'],
    titles: ['upgrade nginx'],
  },
  {
    title: 'refuses to go back',
    properties: { version: '1.20-3' },
    answers: [dpkg('1.22-1'), nginx],
    problems: ['SP631'],
  },
  {
    title: 'goes back when that is allowed',
    properties: { version: '1.20-3', allow_downgrade: true },
    answers: [dpkg('1.22-1'), nginx],
    edits: ['version: "1.22-1" → "1.20-3"'],
    titles: ['downgrade nginx=1.20-3'],
  },
  {
    title: 'refuses to change what is on hold',
    properties: { state: 'absent' },
    answers: [dpkg('1.22-1', { held: true }), absent],
    problems: ['SP632'],
  },
  {
    title: 'marks what was installed automatically',
    answers: [dpkg('1.22-1', { manual: false }), good],
    edits: ['manual: false → true'],
    titles: ['mark as manually installed nginx'],
  },
  {
    title: 'completes an installation that was broken off',
    answers: [dpkg('1.22-1', { status: 'half-configured' }), good],
    edits: ['state: "half-configured" → "present"'],
    titles: ['complete the installation of nginx'],
  },
  {
    title: 'installs again what dpkg wants to have installed again',
    answers: [dpkg('1.22-1', { status: 'half-installed' }), good],
    edits: ['state: "half-installed" → "present"'],
    titles: ['reinstall nginx'],
  },
  {
    title: 'purges what removal left behind',
    properties: { state: 'purged' },
    answers: [dpkg('1', { status: 'config-files' }), absent],
    edits: ['state: "configuration left" → "purged"'],
    titles: ['purge nginx'],
  },
  {
    title: 'takes a version without its release where packages are rpms',
    properties: { version: '1.22' },
    answers: [dpkg('1:1.22-3.fc40'), good, apt({ manager: 'dnf' })],
  },
  {
    title: 'goes up to a version that is told without its release where packages are rpms',
    properties: { version: '1.22' },
    answers: [dpkg('1.20-1'), lists('1.22-3', ['1.22-3', '1.20-1']), apt({ manager: 'zypper' })],
    edits: ['version: "1.20-1" → "1.22"'],
    titles: ['upgrade nginx=1.22'],
  },
  {
    title: 'refuses what only apt can do where packages are rpms',
    properties: { default_release: 'stable' },
    answers: [absent, nginx, apt({ manager: 'dnf' })],
    problems: ['SP683'],
  },
  {
    title: 'refuses to hold what pacman keeps',
    properties: { hold: true },
    answers: [absent, nginx, apt({ manager: 'pacman' })],
    problems: ['SP683'],
  },
  {
    title: 'installs what provides a name by its own where apk keeps the packages',
    answers: [absent, lists('', [], { providers: ['nginx-light'] }), apt({ manager: 'apk' })],
    edits: ['state: - → "present"', 'provider: - → "nginx-light"'],
    titles: ['install nginx-light'],
  },
  {
    title: 'goes by the order of apk where that keeps the packages',
    properties: { version: '1.0_rc1' },
    answers: [dpkg('1.0-r0'), good, apt({ manager: 'apk' })],
    problems: ['SP631'],
  },
  {
    title: 'takes the tag of a repository of apk, and refuses what its packages do not have',
    properties: { default_release: 'edge', install_recommends: false, start_services: false },
    answers: [absent, nginx, apt({ manager: 'apk' })],
    problems: ['SP683', 'SP683'],
  },
  {
    title: 'names the fix when dpkg was interrupted, but only where something is to be done',
    answers: [absent, nginx, apt({ interrupted: true })],
    problems: ['SP630'],
  },
];

describe('package', () => {
  for (const { title, properties = {}, answers: given, ...expected } of cases) {
    it(title, () => {
      const declared = declareOrThrow(packageModule, { identity: 'nginx', properties });
      const answers = answersOf(given);
      const { observed, problems } = packageModule.observe(declared, answers);
      expect(problems.map(({ code }) => code)).to.deep.equal(expected.problems ?? []);
      if (problems.length > 0) return;
      const edits = packageModule.diff(declared, observed);
      const { operations, reasons } = packageModule.operations(declared, edits, observed);
      expect(edits.map(editText)).to.deep.equal(expected.edits ?? []);
      expect(operations.map((operation) => operation.title)).to.deep.equal(expected.titles ?? []);
      expect(reasons).to.deep.equal(expected.reasons ?? []);
      const after = { ...answers, ...packageModule.predict(declared, answers).answers };
      const { observed: predicted } = packageModule.observe(declared, after);
      expect(packageModule.diff(declared, predicted), 'a second plan').to.deep.equal([]);
    });
  }

  it('fuses all changes into one transaction with one refresh before it', () => {
    const merged = packageModule.merge?.([
      ...operationsOf('nginx', {}, [absent, absent, apt({ lists: 'missing' })]),
      ...operationsOf('curl', { version: '8.*' }, [absent, absent, apt({ lists: 'pending' })]),
      ...operationsOf('telnetd', { state: 'purged' }, [dpkg('0.1'), absent]),
      ...operationsOf('bash', { hold: true }, [dpkg('5.2'), good]),
    ]);
    expect(merged?.title).to.equal('refresh the package lists; install nginx, curl=8.*; purge telnetd; hold bash');
    const script = (merged?.action as RunAction | undefined)?.script ?? '';
    expect(script.slice(script.indexOf('\nsp_patience=') + 1).split('\n')).to.deep.equal([
      'sp_patience=300 || exit 1',
      'sp_refresh || exit 1',
      "sp_want nginx '' || exit 1",
      "sp_want curl '8.*' || exit 1",
      'sp_unwant telnetd || exit 1',
      'sp_change  || exit 1',
      'sp_apt purge telnetd || exit 1',
      'sp_mark hold bash || exit 1',
      '',
    ]);
    expect(merged?.hazards.map(({ kind }) => kind)).to.deep.equal(['data-loss']);
  });

  it('tells that edited configuration files give way where they are to', () => {
    const [upgrade] = operationsOf('nginx', { state: 'latest', config_files: 'replace' }, [dpkg('1.20-3'), nginx]);
    expect(upgrade?.hazards.map(({ kind }) => kind)).to.deep.equal(['service-interruption', 'data-loss']);
  });

  it('leaves the package manager the one it is when the lists are to be refreshed', () => {
    const declared = declareOrThrow(packageModule, { identity: 'NetworkManager', properties: {} });
    const manager = apt({ manager: 'dnf', lists: 'missing' });
    const { answers } = packageModule.predict(declared, answersOf([absent, absent, manager]));
    expect(answers['manager']).to.deep.equal(apt({ manager: 'dnf', lists: 'pending', ageSeconds: 0 }));
  });

  it('refuses a name that is for other systems where packages are kept with apt', () => {
    const declared = declareOrThrow(packageModule, { identity: 'NetworkManager', properties: {} });
    const codes = (manager: Answer): readonly string[] =>
      packageModule.observe(declared, answersOf([absent, absent, manager])).problems.map(({ code }) => code);
    expect(codes(apt())).to.deep.equal(['SP604']);
    expect(codes(apt({ manager: 'dnf' }))).to.deep.equal([]);
  });

  for (const version of ['', '>=', '< 2 3', '2 < 3', '>=1.*', '1.0 1.1', '1.0,1.1', '$(id)', '-1', '1.0\n']) {
    it(`refuses the version ${JSON.stringify(version)}`, () => {
      expect(packageModule.declare({ identity: 'nginx', properties: { version } }).kind).to.equal('invalid');
    });
  }

  for (const name of ['', 'a b', 'a,b', 'nginx[12]', 'nginx=1', '-y', '$(id)', 'a\nb', 'a/b']) {
    it(`refuses the name ${JSON.stringify(name)}`, () => {
      expect(packageModule.declare({ identity: name, properties: {} }).kind).to.equal('invalid');
    });
  }
});

function answersOf([installed, candidate, manager = apt()]: Case['answers']): Answers {
  return { installed, candidate, manager };
}

function operationsOf(identity: string, properties: JsonObject, given: Case['answers']): readonly Operation[] {
  const declared = declareOrThrow(packageModule, { identity, properties });
  const { observed } = packageModule.observe(declared, answersOf(given));
  return packageModule.operations(declared, packageModule.diff(declared, observed), observed).operations;
}

function editText({ path, before, after }: ReturnType<typeof packageModule.diff>[number]): string {
  return `${path}: ${valueText(before)} → ${valueText(after)}`;
}

function valueText(value: ReturnType<typeof packageModule.diff>[number]['before']): string {
  if (value.kind === 'absent') return '-';
  if (value.kind === 'value') return JSON.stringify(value.value);
  return value.kind === 'unknown' && value.cause.kind === 'unavailable'
    ? `cannot be told: ${value.cause.what}`
    : value.kind;
}
