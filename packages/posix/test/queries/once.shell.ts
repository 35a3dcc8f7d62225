import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { accountQuery } from '../../src/queries/account.ts';
import { authorizedKeysQuery } from '../../src/queries/authorized-keys.ts';
import { groupQuery } from '../../src/queries/group.ts';
import { membershipQuery } from '../../src/queries/membership.ts';
import { packageQuery } from '../../src/queries/package.ts';
import { askHere } from '../support/ask-here.ts';
import { shells } from '../support/shell-session.ts';

for (const shell of shells) {
  describe(`what several facts of a node need, asked in ${shell.name}`, () => {
    let folder: string;

    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'setpoint-once-'));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    /** Puts a tool in front of the real one that notes how it was called, and gives what it noted. */
    function watch(tool: string, real: string): () => readonly string[] {
      const log = join(folder, `${tool}.log`);
      writeFileSync(log, '');
      writeFileSync(join(folder, tool), `#!/bin/bash\necho "$*" >>'${log}'\nexec ${real} "$@"\n`);
      chmodSync(join(folder, tool), 0o755);
      return () => readFileSync(log, 'utf8').trim().split('\n');
    }

    const ask = (queries: Parameters<typeof askHere>[1]) =>
      askHere(shell.command, queries, `env PATH=${folder}:${process.env['PATH']}`);

    it('asks the name service once for accounts that no file knows, whoever wants to know', async () => {
      const calls = watch('getent', '/usr/bin/getent');
      const names = ['sp-never1', 'sp-never2'];
      const answers = await ask([
        ...names.map(accountQuery),
        ...names.map(membershipQuery),
        ...names.map(authorizedKeysQuery),
        ...names.map(groupQuery),
        accountQuery('sp-never3'),
      ]);
      expect(calls()).to.deep.equal(['passwd sp-never1 sp-never2 sp-never3', 'group sp-never1 sp-never2']);
      expect(answers.map(({ status }) => status)).to.deep.equal([
        'absent',
        'absent',
        'found',
        'found',
        'absent',
        'absent',
        'absent',
        'absent',
        'absent',
      ]);
    });

    it('asks dpkg once for what is installed', async function () {
      if (!existsSync('/usr/bin/dpkg-query')) this.skip();
      const calls = watch('dpkg-query', '/usr/bin/dpkg-query');
      const answers = await ask([
        packageQuery('bash'),
        { kind: 'package-candidate', name: 'bash', unless: '*', release: '' },
        packageQuery('coreutils'),
      ]);
      expect(answers.map(({ status }) => status)).to.deep.equal(['found', 'found', 'found']);
      expect(calls()).to.have.length(1);
      expect(calls()[0]).to.match(/ -- dpkg bash coreutils$/);
    });
  });
}
