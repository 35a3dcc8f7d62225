import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createBodyStore, editValue } from '@setpoint/model';
import { expect } from 'chai';
import { createShChannel } from '../../../src/driver/sh-driver.ts';
import type { DirectoryDeclared } from '../../../src/modules/directory/declared.ts';
import { directoryOperations } from '../../../src/modules/directory/operations.ts';
import { shellSession, shells } from '../../support/shell-session.ts';

const owner = 12;

for (const shell of shells) {
  describe(`root changing a tree of somebody else, through ${shell.name}`, () => {
    let top = '';
    beforeEach(function () {
      if (process.getuid?.() !== 0) this.skip();
      top = mkdtempSync(join(tmpdir(), 'setpoint-tree-'));
      chmodSync(top, 0o755);
      for (const name of ['tree/sub', 'elsewhere', 'tools']) mkdirSync(join(top, name), { recursive: true });
      for (const name of ['tree/file', 'tree/sub/victim', 'elsewhere/victim'])
        writeFileSync(join(top, name), 'x', { mode: 0o600 });
      execFileSync('chown', ['-R', String(owner), join(top, 'tree')]);
    });
    afterEach(() => rmSync(top, { recursive: true, force: true }));

    /** Before its work, a tool lets the owner of the tree do something there, with the owner's own rights. */
    const ambush = (tool: string, deed: string): void => {
      const real = execFileSync('/bin/sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim();
      const asOwner = `/usr/bin/setpriv --reuid=${owner} --regid=${owner} --clear-groups /bin/dash -c`;
      const script = `#!/bin/dash\n( cd ${join(top, 'tree')} && ${asOwner} '${deed}' ) </dev/null >/dev/null 2>&1\nexec ${real} "$@"\n`;
      writeFileSync(join(top, 'tools', tool), script, { mode: 0o755 });
    };
    const setTree = async (newOwner: string): Promise<string | undefined> => {
      const path = join(top, 'tree');
      const tree = { owner: newOwner, group: '34', directoryMode: null, fileMode: '0644' };
      const ownership = { owner: null, group: null, mode: null };
      const declared: DirectoryDeclared = { path, state: 'present', ownership, parents: false, tree, force: false };
      const edits = [{ path: 'tree.owner', before: editValue('12'), after: editValue(newOwner) }];
      const { operations } = directoryOperations(declared, edits, {
        kind: 'unknown',
        cause: { kind: 'unavailable', what: 'it was not looked at' },
      });
      const session = shellSession(shell.command);
      const start = (command: string) =>
        session.start(`PATH=${join(top, 'tools')}${delimiter}$PATH; export PATH; ${command}`);
      const spec = { name: 'here', connection: { driver: 'local', settings: {} }, groups: [] };
      const channel = createShChannel({ ...session, start }, spec, createBodyStore());
      const outcomes = await channel.execute(
        operations.map((operation) => ({ operation, needs: [] })),
        {},
      );
      return outcomes.at(-1)?.status;
    };
    const stateOf = (name: string) => {
      const { uid, gid, mode } = statSync(join(top, name));
      return { uid, gid, mode: mode & 0o777 };
    };

    it('changes everything in it', async () => {
      expect(await setTree('13')).to.equal('done');
      expect(stateOf('tree/sub')).to.include({ uid: 13, gid: 34 });
      for (const name of ['tree/file', 'tree/sub/victim'])
        expect(stateOf(name)).to.deep.equal({ uid: 13, gid: 34, mode: 0o644 });
    });

    const deeds = [
      { what: 'a file', deed: `rm -f file; ln -s ../elsewhere/victim file` },
      { what: 'a directory', deed: `mv sub gone; ln -s ../elsewhere sub` },
    ];
    for (const { what, deed } of deeds) {
      for (const tool of ['chown', 'chgrp', 'chmod']) {
        it(`leaves alone what a link leads to that is put in place of ${what} before ${tool}`, async () => {
          ambush(tool, deed);
          await setTree(tool === 'chown' ? '13' : String(owner));
          expect(stateOf('elsewhere/victim')).to.deep.equal({ uid: 0, gid: 0, mode: 0o600 });
        });
      }
    }
  });
}
