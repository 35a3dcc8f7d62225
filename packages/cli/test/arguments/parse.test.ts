import { expect } from 'chai';
import { parseCommandLine, type Request } from '../../src/arguments/parse.ts';
import { commands } from '../../src/commands/index.ts';

function parse(...words: readonly string[]): Request {
  return parseCommandLine(words, commands, '1.2.3');
}

function said(...words: readonly string[]): { readonly text: string; readonly isError: boolean } {
  const request = parse(...words);
  if (request.kind === 'wrong') {
    const { code, detail, hint } = request.diagnostic;
    return { text: `${code} ${detail} ${hint ?? ''}`, isError: true };
  }
  return request.kind === 'say' ? request : { text: '', isError: false };
}

describe('the command line', () => {
  it('takes options, switches, repeated options and arguments', () => {
    const request = parse(
      'plan',
      'a.yaml',
      'b.yaml',
      '--limit',
      'web',
      '--var',
      'x=1',
      '-e',
      'y=2',
      '--no-color',
      '-v',
    );
    if (request.kind !== 'run') throw new Error('not a command');
    const { given } = request;
    expect(request.command.name).to.equal('plan');
    expect(given.positional).to.deep.equal(['a.yaml', 'b.yaml']);
    expect(given.value('limit')).to.equal('web');
    expect(given.values('var')).to.deep.equal(['x=1', 'y=2']);
    expect([given.flag('no-color'), given.flag('verbose'), given.flag('json')]).to.deep.equal([true, true, false]);
  });

  it('prints the version and help on request, without an error', () => {
    expect(said('--version')).to.deep.include({ text: '1.2.3\n', isError: false });
    expect(said('--help')).to.include({ isError: false });
    expect(said('plan', '--help').text).to.include('Examples:');
  });

  it('prints the help of a command by its name while the process still counts as failed', () => {
    const before = process.exitCode;
    try {
      process.exitCode = 1;
      expect(said('help', 'plan')).to.include({ isError: false });
      expect(said('help', 'plan').text).to.include('Usage: setpoint plan');
      expect(said('help').text).to.include('Usage: setpoint');
      expect(said()).to.include({ isError: true });
    } finally {
      process.exitCode = before;
    }
  });

  const wrong = [
    { words: ['plam'], says: 'Did you mean plan?' },
    { words: ['plan', '--limt', 'x'], says: 'Did you mean --limit?' },
    { words: ['plan', '--limit'], says: "SP803 Option '-l, --limit <SELECTOR>' argument missing." },
    { words: [], says: 'Usage: setpoint' },
    { words: ['explain'], says: "Missing required argument 'code-or-node'" },
    { words: ['plan', '--tags', ''], says: '--tags names no tag.' },
    { words: ['plan', '--tags', ' , '], says: '--tags names no tag.' },
    { words: ['plan', '--var', 'port'], says: '--var takes NAME=VALUE or @FILE, and "port" is neither.' },
    { words: ['facts', '--concurrency', 'many'], says: '--concurrency takes a whole number' },
    { words: ['doctor', '--concurrency', '0'], says: '--concurrency takes a whole number' },
    { words: ['graph', '--format', 'svg'], says: '--format takes mermaid or dot' },
  ];
  for (const { words, says } of wrong) {
    it(`says what is wrong with "setpoint ${words.join(' ')}"`, () => {
      const answer = said(...words);
      expect(answer.isError).to.equal(true);
      expect(answer.text).to.include(says);
    });
  }

  it('has an example and a description for every command', () => {
    const bare = commands.filter((command) => command.examples.length === 0 || command.description === '');
    expect(bare.map((command) => command.name)).to.deep.equal([]);
  });
});
