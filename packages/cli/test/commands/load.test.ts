import { expect } from 'chai';
import { commands } from '../../src/commands/index.ts';
import { commandLoaders, loadCommandsFor } from '../../src/commands/load.ts';

describe('loading commands', () => {
  it('can load every command by its name, in the order of help', () => {
    // The command that writes completion scripts needs all others and is loaded with them.
    const names = commands.map((command) => command.name).filter((name) => name !== 'completion');
    expect(Object.keys(commandLoaders)).to.deep.equal(names);
  });

  for (const [name, load] of Object.entries(commandLoaders)) {
    it(`loads ${name} as ${name}`, async () => expect((await load()).name).to.equal(name));
  }

  for (const words of [[], ['--help'], ['plam'], ['constructor']]) {
    it(`loads all for "${words.join(' ')}"`, async () => expect(await loadCommandsFor(words)).to.equal(commands));
  }
});
