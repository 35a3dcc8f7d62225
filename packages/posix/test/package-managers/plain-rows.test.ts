import { expect } from 'chai';
import { readPlainCandidates, readPlainFacts, readPlainOffers } from '../../src/package-managers/plain-rows.ts';

const rpm = [
  'manager|dnf',
  'pkg|bash|x86_64|5.2.26-3.fc40|1700000000',
  'pkg|kernel|x86_64|6.8.5-301.fc40|1700000000',
  'pkg|kernel|x86_64|6.10.3-200.fc40|1700000001',
  'prov|mta|postfix',
  'prov|postfix|postfix',
  'lock|bash',
];
const pacman = [
  'manager|pacman',
  'zone|+0200',
  'info|Name|zlib',
  'info|Version|1:1.3.1-2',
  'info|Provides|libz.so=1-64  zlib-ng>=2',
  'info|Install Date|Tue Nov 14 23:13:20 2023',
  'info|Install Reason|Installed as a dependency for another package',
  'lock|linux',
];

describe('what managers beside apt tell', () => {
  it('is read from rpm: versions, times, what is provided, and locks', () => {
    const { rows, providers, locked } = readPlainFacts(rpm);
    expect(rows.get('bash')).to.deep.equal({
      name: 'bash',
      version: '5.2.26-3.fc40',
      changed: '2023-11-14 22:13:20.000000000',
      manual: true,
      isBroken: false,
    });
    expect(rows.get('kernel')?.version, 'the newest of several').to.equal('6.10.3-200.fc40');
    expect([...providers]).to.deep.equal([['mta', ['postfix']]]);
    expect([...locked]).to.deep.equal(['bash']);
  });

  it('is read from pacman, whatever the time zone of the node', () => {
    const { rows, providers, locked } = readPlainFacts(pacman);
    expect(rows.get('zlib')).to.deep.equal({
      name: 'zlib',
      version: '1:1.3.1-2',
      changed: '2023-11-14 21:13:20.000000000',
      manual: false,
      isBroken: false,
    });
    expect([...providers.keys()]).to.deep.equal(['libz.so', 'zlib-ng']);
    expect([...locked]).to.deep.equal(['linux']);
  });

  it('is read from apk: what the world asks for, what is held there, and what went wrong', () => {
    const { rows, providers, locked } = readPlainFacts([
      'manager|apk',
      'lock|nginx',
      'pkg|nginx|x86_64|1.26.2-r0|1700000000|manual|',
      'pkg|pcre2|x86_64|10.43-r0||auto|broken',
      'prov|cmd:nginx|nginx',
    ]);
    expect(rows.get('nginx')).to.include({
      version: '1.26.2-r0',
      changed: '2023-11-14 22:13:20.000000000',
      manual: true,
    });
    expect(rows.get('pcre2')).to.include({ changed: '', manual: false, isBroken: true });
    expect([...providers]).to.deep.equal([['cmd:nginx', ['nginx']]]);
    expect([...locked]).to.deep.equal(['nginx']);
    const offers = readPlainOffers(['offer|mta|postfix', 'offer|mta|exim', 'offer|mta|exim', 'offer|exim|exim']);
    expect([...offers]).to.deep.equal([['mta', ['exim', 'postfix']]]);
  });

  it('has the versions of the repositories, highest first', () => {
    const dnf = readPlainCandidates('dnf', ['cand|a|0:1.9-1', 'cand|a|0:1.10-1', 'cand|b|2:1-1', 'cand|a|0:1.9-1']);
    expect([...dnf]).to.deep.equal([
      ['a', ['1.10-1', '1.9-1']],
      ['b', ['2:1-1']],
    ]);
    const zypper = readPlainCandidates('zypper', [
      'S  | Name | Type    | Version | Arch   | Repository',
      '---+------+---------+---------+--------+-----------',
      'i+ | a    | package | 2.0-1   | noarch | main',
      'i  | a    | package | 9.0-1   | noarch | (System Packages)',
      'v  | a    | package | 1.0-1   | noarch | main',
    ]);
    expect([...zypper]).to.deep.equal([['a', ['2.0-1', '1.0-1']]]);
    expect([...readPlainCandidates('pacman', ['info|Name|a', 'info|Version|1.0-1'])]).to.deep.equal([['a', ['1.0-1']]]);
  });

  for (const text of ['', '|||', 'pkg', 'pkg|', 'info|', 'info|Version|1', 'pkg|a|b|c|d', 'cand|', '\u0000']) {
    it(`is nothing to be thrown at: ${JSON.stringify(text)}`, () => {
      expect(() => [readPlainFacts([text]), readPlainCandidates('zypper', [text])]).not.to.throw();
    });
  }
});
