import { existsSync, lstatSync } from 'node:fs';
import { homedir } from 'node:os';
import { expect } from 'chai';
import { authorizedKeysKind, authorizedKeysQuery } from '../../src/queries/authorized-keys.ts';
import { askHere } from '../support/ask-here.ts';
import { shells } from '../support/shell-session.ts';

for (const shell of shells) {
  describe(`keys of accounts, asked in ${shell.name}`, () => {
    it('looks into the home of the account and finds what is there', async function () {
      if (process.getuid?.() !== 0) this.skip();
      const [answer] = await askHere(shell.command, [authorizedKeysQuery('root')]);
      expect(answer).to.have.nested.property('value.home', homedir());
      const path = `${homedir()}/.ssh`;
      const type = existsSync(path) ? (lstatSync(path).isDirectory() ? 'plain' : 'link') : 'absent';
      expect(answer).to.have.nested.property('value.directory.type', type);
    });

    it('takes hostile names for accounts that nobody has', async () => {
      const names = ['', '-rf', '$(id)', 'a b', 'new\nline', '*', 'root:x', 'no-such-account'];
      expect(await askHere(shell.command, names.map(authorizedKeysQuery))).to.deep.equal(
        names.map(() => ({ status: 'absent' })),
      );
    });

    it('tells an account whose home does not exist', async () => {
      const [answer] = await askHere(shell.command, [authorizedKeysQuery('nobody')]);
      expect(answer).to.have.nested.property('value.hasHome', existsSync('/nonexistent'));
    });

    it('says of a home that it may not enter', async function () {
      if (process.getuid?.() !== 0) this.skip();
      const nobody = '/usr/bin/setpriv --reuid=65534 --regid=65534 --clear-groups';
      const [answer] = await askHere(shell.command, [authorizedKeysQuery('root')], nobody);
      expect(answer).to.have.nested.property('cause.kind', 'denied');
    });
  });
}

describe('reading keys of accounts', () => {
  it('calls cut or senseless output unknown, never absent', () => {
    for (const text of ['', 'garbage', '1000\n/home/a\nabsent', 'x\n/home/a\nabsent\n.\n', '1\n/h\nwhat\n.\n']) {
      const [answer] = authorizedKeysKind.parse(Buffer.from(text), [authorizedKeysQuery('a')], 0);
      expect(answer, JSON.stringify(text)).to.have.property('status', 'unknown');
    }
  });
});
