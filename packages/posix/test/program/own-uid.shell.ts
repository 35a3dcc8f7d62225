import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import { ownUidText } from '../../src/program/own-uid.ts';
import { shells } from '../support/shell-session.ts';

for (const { name, command } of shells) {
  describe(`the number of the own account, told by ${name}`, () => {
    const run = (...before: readonly string[]): string => {
      const words = [...before, ...command.split(' '), '-c', `${ownUidText}; printf %s "$u"`];
      return execFileSync('env', words, { encoding: 'utf8', cwd: '/' });
    };

    it('is that of this process', () => {
      expect(run()).to.equal(String(process.getuid?.()));
    });

    it('is that of another account, with and without a /proc', function () {
      if (process.getuid?.() !== 0) this.skip();
      expect(run('setpriv', '--reuid=65534', '--clear-groups')).to.equal('65534');
      const hidden = ['unshare', '--mount', '/bin/sh', '-c', 'mount -t tmpfs none /proc && exec "$@"', 'sh'];
      expect(run(...hidden, 'setpriv', '--reuid=65534', '--clear-groups')).to.equal('65534');
    });

    it('takes no other process', () => {
      expect(run('PATH=/nowhere').length).to.be.greaterThan(0);
    });
  });
}
