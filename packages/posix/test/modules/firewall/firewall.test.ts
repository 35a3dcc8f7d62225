import type { Answer, Answers, JsonObject, Operation } from '@setpoint/model';
import { expect } from 'chai';
import { firewall } from '../../../src/modules/firewall/index.ts';
import { mainText } from '../../../src/modules/firewall/text.ts';
import { cutWays } from '../../../src/modules/firewall/way-in.ts';
import { type NftTableValue, nftTableKind } from '../../../src/queries/nft-table.ts';
import { declareOrThrow } from '../../support/converge.ts';
import { digest } from '../../support/write-file.ts';

const absent: Answer = { status: 'absent' };
const found = (value: JsonObject): Answer => ({ status: 'found', value });
const content = (text: string): Answer => found({ sha256: digest(text), base64: Buffer.from(text).toString('base64') });
const later: Answer = { status: 'unknown', cause: { kind: 'after', address: 'package:nftables' } };

const chains = [{ name: 'input', hook: 'input', policy: 'drop', rules: ['tcp dport 22 accept'] }];
const inner =
  '\tchain input {\n\t\ttype filter hook input priority 0;\n\t\tpolicy drop;\n\t\ttcp dport 22 accept\n\t}\n';
const program = `table inet filter\ndelete table inet filter\ntable inet filter {\n${inner}}\n`;
const listing = (rule: string): string =>
  `table inet filter {\n\tchain input {\n\t\ttype filter hook input priority filter; policy drop;\n\t\t${rule}\n\t}\n}\n`;
const wanted = listing('tcp dport 22 accept');
const table = (more: Partial<NftTableValue> = {}): Answer =>
  found({ live: wanted, digest: 'x', wanted, fault: null, way: null, ...more });
const main = '#!/usr/sbin/nft -f\ninclude "/etc/nftables.d/inet-filter.nft"\n';

const settled: Answers = {
  table: table(),
  trial: table(),
  file: content(program),
  main: content(main),
  directory: found({ type: 'directory', mode: '0755' }),
};
const bare: Answers = {
  table: table({ live: null, digest: '' }),
  trial: table(),
  file: absent,
  main: absent,
  directory: absent,
};

type Case = {
  readonly rule: string;
  readonly declared?: JsonObject;
  readonly answers: Answers;
  readonly edits: readonly string[];
  readonly titles: readonly string[];
  readonly hazards?: readonly string[];
};

const cases: readonly Case[] = [
  {
    rule: 'does nothing when the node lists the table as it would list the declared one',
    answers: settled,
    edits: [],
    titles: [],
  },
  {
    rule: 'does nothing to an absent table that is absent',
    declared: { state: 'absent' },
    answers: bare,
    edits: [],
    titles: [],
  },
  {
    rule: 'does nothing to an absent table on a node without nft',
    declared: { state: 'absent' },
    answers: { ...bare, table: absent },
    edits: [],
    titles: [],
  },
  {
    rule: 'makes the table, its file, and the line that loads it at the start',
    answers: bare,
    edits: ['rules', 'file', 'at_start'],
    titles: [
      'make the directory /etc/nftables.d',
      'write /etc/nftables.d/inet-filter.nft',
      'let /etc/nftables.conf load /etc/nftables.d/inet-filter.nft when the node starts',
      'load the table inet filter',
    ],
  },
  {
    rule: 'loads rules that somebody changed by hand again, and writes nothing',
    answers: { ...settled, table: table({ live: listing('tcp dport 23 accept') }) },
    edits: ['rules'],
    titles: ['load the table inet filter'],
  },
  {
    rule: 'writes a file that somebody changed, and leaves the rules that are in force',
    answers: { ...settled, file: content('nonsense') },
    edits: ['file'],
    titles: ['write /etc/nftables.d/inet-filter.nft'],
  },
  {
    rule: 'loads elements that are declared of a set whose elements pass, which no listing tells',
    declared: { chains, sets: [{ name: 'seen', type: 'inet_service', flags: ['timeout'], elements: ['80'] }] },
    answers: settled,
    edits: ['rules', 'file'],
    titles: ['write /etc/nftables.d/inet-filter.nft', 'load the table inet filter'],
  },
  {
    rule: 'takes elements out that are declared no longer of such a set',
    answers: { ...settled, file: content('set seen { type inet_service; flags dynamic; elements = { 80 }; }') },
    edits: ['rules', 'file'],
    titles: ['write /etc/nftables.d/inet-filter.nft', 'load the table inet filter'],
  },
  {
    rule: 'takes a table for the one of its file where the node cannot try the declared one out',
    answers: { ...settled, table: table({ live: 'something' }), trial: table({ wanted: null }) },
    edits: [],
    titles: [],
  },
  {
    rule: 'is planned when a package is still to bring nftables',
    answers: { table: later, trial: later, file: later, main: later, directory: later },
    edits: ['rules', 'file', 'at_start'],
    titles: [
      'make the directory /etc/nftables.d',
      'write /etc/nftables.d/inet-filter.nft',
      'let /etc/nftables.conf load /etc/nftables.d/inet-filter.nft when the node starts',
      'load the table inet filter',
    ],
  },
  {
    rule: 'warns that the way in is cut',
    answers: { ...settled, table: table({ live: null, digest: '', way: ['10.0.0.9', 40_000, '10.0.0.1', 2222] }) },
    edits: ['rules'],
    titles: ['load the table inet filter'],
    hazards: ['connectivity'],
  },
  {
    rule: 'does not warn when the way in stays open',
    answers: { ...settled, table: table({ live: null, digest: '', way: ['10.0.0.9', 40_000, '10.0.0.1', 22] }) },
    edits: ['rules'],
    titles: ['load the table inet filter'],
  },
  {
    rule: 'removes the table, its file, and the line that loads it',
    declared: { state: 'absent' },
    answers: settled,
    edits: ['state'],
    titles: [
      'take /etc/nftables.d/inet-filter.nft out of /etc/nftables.conf',
      'remove the table inet filter and /etc/nftables.d/inet-filter.nft',
    ],
    hazards: ['privilege'],
  },
];

describe('a table of the firewall', () => {
  for (const { rule, declared = { chains }, answers, edits, titles, hazards = [] } of cases) {
    it(rule, () => {
      const state = declareOrThrow(firewall, { identity: 'filter', properties: declared });
      const { observed, problems } = firewall.observe(state, answers);
      expect(problems).to.deep.equal([]);
      const planned = firewall.diff(state, observed);
      expect(planned.map(({ path }) => path)).to.deep.equal(edits);
      const { operations } = firewall.operations(state, planned, observed);
      expect(operations.map(({ title }) => title)).to.deep.equal(titles);
      expect(operations.flatMap((operation) => operation.hazards.map(({ kind }) => kind))).to.deep.equal(hazards);
      const after = { ...answers, ...firewall.predict(state, answers).answers };
      const left = firewall.diff(state, firewall.observe(state, after).observed);
      expect(left.filter(({ before }) => before.kind !== 'unknown')).to.deep.equal([]);
    });
  }

  it('shows the same values whether the node could be read or not', () => {
    const state = declareOrThrow(firewall, { identity: 'inet filter', properties: { chains } });
    const afters = (answers: Answers) =>
      firewall.diff(state, firewall.observe(state, answers).observed).map(({ path, after }) => [path, after]);
    expect(afters(bare)).to.deep.equal(afters({ table: later, file: later, main: later, directory: later }));
  });

  it('writes chains and sets in the language of nft, as one transaction', () => {
    const sets = [{ name: 'bad', type: 'ipv4_addr', flags: ['interval'], elements: ['10.0.0.0/8'] }];
    const state = declareOrThrow(firewall, {
      identity: 'inet filter',
      properties: { sets, chains: [...chains, { name: 'own' }] },
    });
    const { observed } = firewall.observe(state, bare);
    const write = firewall.operations(state, firewall.diff(state, observed), observed).operations[1];
    const set = '\tset bad {\n\t\ttype ipv4_addr\n\t\tflags interval\n\t\telements = { 10.0.0.0/8 }\n\t}\n';
    expect(bytesOf(write)).to.equal(program.replace(inner, `${set}${inner}\tchain own {\n\t}\n`));
  });

  it('refuses what the node itself does not take, and a node without nft', () => {
    const state = declareOrThrow(firewall, { identity: 'filter', properties: { chains } });
    const codes = (answer: Answer) =>
      firewall.observe(state, { ...bare, table: answer, trial: answer }).problems.map(({ code }) => code);
    expect(codes(table({ fault: '-:4:3-8: Error: syntax error' }))).to.deep.equal(['SP687']);
    expect(codes(absent)).to.deep.equal(['SP604']);
  });

  const mains = [
    { found: null, after: `#!/usr/sbin/nft -f\n\ninclude "/d/a.nft"\n` },
    { found: 'flush ruleset', after: 'flush ruleset\ninclude "/d/a.nft"\n' },
    { found: 'include "/d/*.nft"\n', after: undefined },
    { found: '  include "/d/a.nft";\n', after: undefined },
    { found: '# include "/d/a.nft"\n', after: '# include "/d/a.nft"\ninclude "/d/a.nft"\n' },
  ];
  for (const { found: before, after } of mains) {
    it(`loads the table at the start from ${JSON.stringify(before)}`, () => {
      expect(mainText(before, '/d/a.nft', true)).to.equal(after);
      if (after !== undefined && before !== null)
        expect(mainText(after, '/d/a.nft', false)?.trimEnd(), 'and takes it out again').to.equal(before.trimEnd());
    });
  }

  it('goes back to the rules that were in force', () => {
    const state = declareOrThrow(firewall, { identity: 'filter', properties: { chains } });
    const { observed } = firewall.observe(state, { ...settled, file: absent, table: table({ live: listing('drop') }) });
    const way = firewall.restore?.({ declared: state, before: observed, edited: ['rules'], kept: () => undefined });
    expect(JSON.stringify(way)).to.include(String.raw`delete table inet filter\ntable inet filter {\n\tchain input {`);
    const none = firewall.observe(state, bare).observed;
    const gone = firewall.restore?.({ declared: state, before: none, edited: ['rules'], kept: () => undefined });
    expect(gone).to.have.nested.property('declared.state', 'absent');
  });

  it('can plan the way back before the change is made, whatever it will find then', () => {
    const fresh = declareOrThrow(firewall, { identity: 'filter', properties: { chains: [{ name: 'closed' }] } });
    const before = firewall.observe(fresh, settled).observed;
    const kept = (sha256: string) => ({ sha256, sizeBytes: program.length });
    const way = firewall.restore?.({ declared: fresh, before, edited: ['rules'], kept });
    const back = way?.kind === 'declared' ? way.declared : null;
    const predicted = {
      ...settled,
      ...firewall.predict(fresh, { ...settled, trial: table({ wanted: listing('drop') }) }).answers,
    };
    const { observed } = firewall.observe(back, predicted);
    const { operations } = firewall.operations(back, firewall.diff(back, observed), observed);
    expect(operations.map(({ title }) => title)).to.deep.equal([
      'write /etc/nftables.d/inet-filter.nft',
      'load the table inet filter',
    ]);
    expect(operations[0]?.action['sha256'], 'the file to the byte').to.equal(digest(program));
    expect(JSON.stringify(operations[1]?.action)).to.not.include('other ones than the plan found');
  });

  const refused: readonly { readonly identity?: string; readonly properties: JsonObject; readonly says: string }[] = [
    { identity: 'inet6 filter', properties: { chains }, says: 'no family' },
    { identity: 'inet -f', properties: { chains }, says: 'no name' },
    { identity: 'a b c', properties: { chains }, says: 'no name' },
    { properties: {}, says: 'not said' },
    { properties: { chains, state: 'absent' }, says: 'absent' },
    { properties: { chains, content: 'x' }, says: 'only one' },
    {
      properties: { chains: [{ name: 'a', rules: ['accept } } flush ruleset; table inet x { chain y {'] }] },
      says: 'other tables',
    },
    { properties: { chains: [{ name: 'a', rules: ['log prefix "x'] }] }, says: 'other tables' },
    { properties: { chains, file: '/etc/a"b' }, says: 'cannot be written' },
  ];
  for (const { identity = 'filter', properties, says } of refused) {
    it(`refuses ${identity} with ${JSON.stringify(properties).slice(0, 70)}`, () => {
      const result = firewall.declare({ identity, properties });
      expect(result.kind === 'invalid' ? result.problems[0]?.detail : '').to.include(says);
    });
  }
});

describe('the way in through a table', () => {
  const way = ['10.0.0.9', 40_000, '10.0.0.1', 22] as const;
  const judged = (rules: readonly string[], policy = 'drop', more = ''): string =>
    cutWays(
      `table inet filter {\n\tchain input {\n\t\ttype filter hook input priority filter; policy ${policy};\n${rules.map((rule) => `\t\t${rule}\n`).join('')}\t}\n${more}}\n`,
      way,
    );
  const ways: readonly (readonly [readonly string[], string, string?])[] = [
    [['tcp dport 22 accept'], 'open'],
    [['tcp dport { 22, 80 } counter accept'], 'open'],
    [['tcp dport 20-30 accept'], 'open'],
    [['ct state established,related accept'], 'cut'],
    [['ct state { established, related } accept', 'tcp dport 80 accept'], 'cut'],
    [['iif "lo" accept', 'udp dport 22 accept', 'icmp type echo-request accept'], 'cut'],
    [['ip saddr 10.0.0.0/8 tcp dport 22 accept'], 'open'],
    [['ip saddr 192.168.0.0/16 tcp dport 22 accept'], 'cut'],
    [['ip saddr != 192.168.0.0/16 tcp dport 22 accept'], 'open'],
    [['ip saddr 10.0.0.1-10.0.0.20 accept'], 'open'],
    [['ip6 saddr fe80::/10 accept'], 'cut'],
    [['ip saddr @friends tcp dport 22 accept'], 'unsure'],
    [['iifname "eth0" accept'], 'unsure'],
    [['meta mark 7 accept'], 'unsure'],
    [['tcp dport vmap { 22 : accept }'], 'unsure'],
    [['ip saddr @banned drop', 'tcp dport 22 accept'], 'unsure'],
    [['tcp dport 22 limit rate 5/minute accept'], 'unsure'],
    [['tcp dport 22 log prefix "in drop " level info accept comment "let drop in"'], 'open'],
    [['jump own'], 'open', '\tchain own {\n\t\ttcp dport 22 accept\n\t}\n'],
    [['jump own'], 'cut', '\tchain own {\n\t\ttcp dport 22 return\n\t\taccept\n\t}\n'],
    [['jump nowhere'], 'unsure'],
    [['tcp dport 22 reject with tcp reset', 'accept'], 'cut'],
  ];
  for (const [rules, verdict, more] of ways) {
    it(`is ${verdict} with ${rules.join('; ')}`, () => expect(judged(rules, 'drop', more)).to.equal(verdict));
  }

  it('is open with the policy accept, and judged by the replies too', () => {
    expect(judged([], 'accept')).to.equal('open');
    expect(judged(['tcp dport 22 drop'], 'accept')).to.equal('cut');
    const out = (rule: string) =>
      cutWays(
        `table ip x {\n\tchain o {\n\t\ttype filter hook output priority 0; policy drop;\n\t\t${rule}\n\t}\n}\n`,
        way,
      );
    expect([out('ct state established accept'), out('tcp sport 22 accept'), out('udp dport 53 accept')]).to.deep.equal([
      'open',
      'open',
      'cut',
    ]);
  });
});

describe('the listing of a table', () => {
  it('leaves out elements that packets put into sets, and nothing else', () => {
    const text = [
      'table inet x {',
      '\tset seen {\n\t\ttype ipv4_addr\n\t\tflags dynamic,timeout\n\t\telements = { 10.0.0.1 expires 5s,\n\t\t\t     10.0.0.2 }\n\t}',
      '\tset fixed {\n\t\ttype ipv4_addr\n\t\telements = { 10.0.0.1 }\n\t}',
      '}',
    ].join('\n');
    const piece = (each: string): string => (each === '' ? '.\n' : `${Buffer.from(each).toString('base64')}\n.\n`);
    const output = Buffer.from(`there abc 10.0.0.9 40000 10.0.0.1 22\n${piece(text)}${piece('')}${piece('')}`);
    const [answer] = nftTableKind.parse(output, [{ kind: 'nft-table', family: 'inet', name: 'x', text: '' }], 0);
    const value = answer?.status === 'found' ? (answer.value as NftTableValue) : undefined;
    expect(value?.live).to.not.include('expires');
    expect(value?.live).to.include('elements = { 10.0.0.1 }').and.to.include('flags dynamic');
    expect(value).to.deep.include({ way: ['10.0.0.9', 40_000, '10.0.0.1', 22], wanted: null, fault: null });
  });
});

function bytesOf(operation: Operation | undefined): string {
  const bytes = operation?.action['bytes'];
  return typeof bytes === 'string' ? Buffer.from(bytes, 'base64').toString() : '';
}
