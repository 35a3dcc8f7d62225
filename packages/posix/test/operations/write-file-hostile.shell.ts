import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createBodyStore, editValue, type Outcome } from '@setpoint/model';
import { expect } from 'chai';
import { createShChannel } from '../../src/driver/sh-driver.ts';
import type { FileDeclared } from '../../src/modules/file/declared.ts';
import { fileOperations } from '../../src/modules/file/operations.ts';
import type { WriteFileAction } from '../../src/operations/action.ts';
import { shellSession, shells } from '../support/shell-session.ts';
import { writeFile } from '../support/write-file.ts';

const owner = 12;

for (const shell of shells) {
  describe(`root writing into a directory of somebody else, through ${shell.name}`, () => {
    let top = '';
    beforeEach(function () {
      if (process.getuid?.() !== 0) this.skip();
      top = mkdtempSync(join(tmpdir(), 'setpoint-hostile-'));
      chmodSync(top, 0o755);
      mkdirSync(home());
      chownSync(home(), owner, owner);
      mkdirSync(elsewhere(), { mode: 0o700 });
      writeFileSync(victim(), 'precious', { mode: 0o600 });
      mkdirSync(tools());
    });
    afterEach(() => rmSync(top, { recursive: true, force: true }));
    const home = () => join(top, 'home');
    const elsewhere = () => join(top, 'elsewhere');
    const victim = () => join(elsewhere(), 'victim');
    const tools = () => join(top, 'tools');

    /** Before its work, a tool lets the owner of the directory do something there, with the owner's own rights. */
    const ambush = (tool: string, deed: string): void => {
      const real = execFileSync('/bin/sh', ['-c', `command -v ${tool}`], { encoding: 'utf8' }).trim();
      const asOwner = `/usr/bin/setpriv --reuid=${owner} --regid=${owner} --clear-groups /bin/dash -c`;
      const script = `#!/bin/dash\n( cd ${home()} && ${asOwner} '${deed}' ) </dev/null >/dev/null 2>&1\nexec ${real} "$@"\n`;
      writeFileSync(join(tools(), tool), script, { mode: 0o755 });
    };
    const node = () => {
      const session = shellSession(shell.command);
      const bodies = createBodyStore();
      const start = (command: string) => session.start(`PATH=${tools()}${delimiter}$PATH; export PATH; ${command}`);
      const spec = { name: 'here', connection: { driver: 'local', settings: {} }, groups: [] };
      const channel = createShChannel({ ...session, start }, spec, bodies);
      return { channel, bodies };
    };
    const write = (action: Partial<WriteFileAction> & { readonly path: string }): Promise<Outcome> =>
      writeFile(node(), 'new', { owner: String(owner), mode: '0644', ...action });
    const expectUnharmed = (): void => {
      expect(readFileSync(victim(), 'utf8')).to.equal('precious');
      expect(statSync(victim()).uid).to.equal(0);
      expect(statSync(victim()).mode & 0o777).to.equal(0o600);
      expect(readdirSync(elsewhere())).to.deep.equal(['victim']);
    };

    const swapNewFile = `for each in .setpoint.*; do mv "$each" stolen; ln -s ${'VICTIM'} "$each"; done; for each in .setpoint.*/*; do rm -f "$each"; ln -s VICTIM "$each"; done`;
    for (const tool of ['dd', 'chown', 'chmod', 'sync', 'mv', 'sha256sum']) {
      it(`harms nothing when the new file is swapped for a link before ${tool}`, async () => {
        ambush(tool, swapNewFile.replaceAll('VICTIM', victim()));
        await write({ path: join(home(), 'file') });
        expectUnharmed();
      });
    }

    it('does not move the new file into a directory that a link at the path leads to', async () => {
      ambush('mv', `rm -f file; ln -s ${elsewhere()} file`);
      await write({ path: join(home(), 'file') });
      expectUnharmed();
    });

    it('does not write a backup through a link', async () => {
      writeFileSync(join(home(), 'file'), 'chosen by the owner');
      symlinkSync(victim(), join(home(), 'file.bak'));
      const outcome = await write({ path: join(home(), 'file'), backup: join(home(), 'file.bak') });
      expect(outcome.status).to.equal('done');
      expect(readFileSync(join(home(), 'file.bak'), 'utf8')).to.equal('chosen by the owner');
      expectUnharmed();
    });

    it('refuses a directory that a link of its owner leads to, and follows one of root', async () => {
      const link = join(home(), 'conf');
      symlinkSync(elsewhere(), link);
      execFileSync('chown', ['-h', String(owner), link]);
      const outcome = await write({ path: join(link, 'file') });
      expect(outcome.status).to.equal('refused');
      expect(outcome).to.have.property('reason').that.includes('a link of another account leads to');
      expectUnharmed();
      execFileSync('chown', ['-h', '0', link]);
      expect((await write({ path: join(link, 'file') })).status).to.equal('done');
      expect(existsSync(join(elsewhere(), 'file'))).to.equal(true);
    });

    it('follows a link of the owner at the end of the path to what is the owner’s, and to nothing else', async () => {
      for (const [name, target] of [
        ['stolen', victim()],
        ['kept', 'mine'],
      ] as const) {
        symlinkSync(target, join(home(), name));
        execFileSync('chown', ['-h', String(owner), join(home(), name)]);
      }
      const outcome = await write({ path: join(home(), 'stolen'), follow: true });
      expect(outcome).to.include({
        status: 'refused',
        reason: `a link of another account leads from ${join(home(), 'stolen')} to ${victim()}`,
      });
      expectUnharmed();
      expect(await write({ path: join(home(), 'kept'), follow: true })).to.include({ status: 'done' });
      expect(readFileSync(join(home(), 'mine'), 'utf8')).to.equal('new');
    });

    it('follows a link of the owner to another directory of the same owner', async () => {
      mkdirSync(join(home(), 'real'));
      chownSync(join(home(), 'real'), owner, owner);
      symlinkSync('../home/real', join(home(), 'conf'));
      execFileSync('chown', ['-h', String(owner), join(home(), 'conf')]);
      expect((await write({ path: join(home(), 'conf/file') })).status).to.equal('done');
      expect(readdirSync(join(home(), 'real'))).to.deep.equal(['file']);
    });

    it('writes nothing in place there', async () => {
      writeFileSync(join(home(), 'file'), 'old');
      expect((await write({ path: join(home(), 'file'), inPlace: true })).status).to.equal('refused');
      expect(readFileSync(join(home(), 'file'), 'utf8')).to.equal('old');
    });

    for (const tool of ['chown', 'chmod']) {
      it(`does not give away what a link leads to that is put in place of a file before ${tool}`, async () => {
        writeFileSync(join(home(), 'file'), 'x', { mode: 0o600 });
        ambush(tool, `rm -f file; ln -s ${victim()} file`);
        const edits = [
          { path: 'owner', before: editValue('root'), after: editValue(String(owner)) },
          { path: 'mode', before: editValue('0600'), after: editValue('0644') },
        ];
        const ownership = { owner: String(owner), group: null, mode: '0644' };
        const declared: FileDeclared = {
          path: join(home(), 'file'),
          state: 'present',
          body: null,
          createOnly: false,
          ownership,
          backup: false,
          check: null,
          follow: false,
          inPlace: false,
        };
        const state = { owner: 'root', group: 'root', uid: 0, gid: 0, mode: '0600', sizeBytes: 1, modified: '' };
        const { operations } = fileOperations(declared, edits, { kind: 'present', state });
        const steps = operations.map((operation) => ({ operation, needs: [] }));
        await node().channel.execute(steps, {});
        expectUnharmed();
      });
    }
  });
}
