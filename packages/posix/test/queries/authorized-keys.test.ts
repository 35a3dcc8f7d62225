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

const printed = (...lines: readonly string[]): Buffer =>
  Buffer.from(Buffer.from(lines.join('\n'), 'latin1').toString('base64'));

describe('reading keys of accounts', () => {
  const nonce = '0123456789abcdef';

  it('takes the bytes of a file as they are, whatever looks like an end in it', () => {
    const content = 'ssh-ed25519 A\n.\nnone\n\0\xff\n0123456789abcde\n';
    const output = printed(
      nonce,
      '7',
      '/h',
      'at /h/.ssh',
      'holds',
      content,
      nonce,
      '7 700 /h/.ssh',
      '7 600 /h/.ssh/authorized_keys\n',
    );
    expect(authorizedKeysKind.parse(output, [authorizedKeysQuery('a')], 0)).to.deep.equal([
      {
        status: 'found',
        value: {
          uid: 7,
          home: '/h',
          hasHome: true,
          directory: { type: 'plain', uid: 7, mode: '0700' },
          file: { type: 'plain', uid: 7, mode: '0600' },
          base64: Buffer.from(content, 'latin1').toString('base64'),
        },
      },
    ]);
  });

  it('calls cut or senseless output unknown, never absent', () => {
    const cases = [
      Buffer.from(''),
      Buffer.from('garbage'),
      printed(''),
      printed(nonce, ''),
      printed(nonce, '1000', '/home/a', 'absent'),
      printed(nonce, 'x', '/home/a', 'absent', nonce, ''),
      printed(nonce, '1', '/h', 'what', nonce, ''),
      printed(nonce, '1', '/h', 'at /h/.ssh', 'holds', 'key', nonce, ''),
      printed(nonce, '1', '/h', 'at /h/.ssh', 'holds', 'key', nonce, '1 700 /h/.ssh', ''),
    ];
    for (const output of cases) {
      const [answer] = authorizedKeysKind.parse(output, [authorizedKeysQuery('a')], 0);
      expect(answer, JSON.stringify(String(output))).to.have.property('status', 'unknown');
    }
  });
});
