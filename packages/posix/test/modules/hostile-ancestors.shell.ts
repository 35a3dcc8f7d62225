import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject, ResourceModule } from '@setpoint/model';
import { expect } from 'chai';
import { directory } from '../../src/modules/directory/index.ts';
import { file } from '../../src/modules/file/index.ts';
import { link } from '../../src/modules/link/index.ts';
import { type Ambush, hostileOwner, layAmbush, nodeWithTools, strike } from '../support/ambush.ts';
import { converge, executeAll, planOperations } from '../support/converge.ts';
import { shells } from '../support/shell-session.ts';

type Work = {
  readonly what: string;
  readonly module: ResourceModule;
  /** Path below the directory of the hostile owner. */
  readonly name: string;
  readonly properties: JsonObject;
  /** The programs that the work runs, before each of which the owner strikes. */
  readonly tools: readonly string[];
};

const given = { owner: String(hostileOwner), group: String(hostileOwner) };

const works: readonly Work[] = [
  {
    what: 'making a link',
    module: link,
    name: 'new',
    properties: { target: 'x', ...given },
    tools: ['mktemp', 'stat', 'ln', 'chown', 'mv'],
  },
  {
    what: 'pointing a link elsewhere',
    module: link,
    name: 'link',
    properties: { target: 'x' },
    tools: ['readlink', 'mktemp', 'stat', 'ln', 'mv'],
  },
  {
    what: 'replacing a file by a link',
    module: link,
    name: 'file',
    properties: { target: 'x', force: true },
    tools: ['stat', 'ln', 'mv'],
  },
  {
    what: 'replacing a directory by a link',
    module: link,
    name: 'empty',
    properties: { target: 'x', force: true },
    tools: ['stat', 'ln', 'rmdir', 'mv'],
  },
  {
    what: 'setting the owner of a link',
    module: link,
    name: 'link',
    properties: { target: 'nowhere', owner: '13' },
    tools: ['stat', 'chown'],
  },
  {
    what: 'removing a link',
    module: link,
    name: 'link',
    properties: { state: 'absent' },
    tools: ['readlink', 'rm'],
  },
  {
    what: 'making a directory',
    module: directory,
    name: 'new',
    properties: { mode: '0777', ...given },
    tools: ['stat', 'mktemp', 'mkdir', 'chown', 'chmod', 'mv'],
  },
  {
    what: 'making a directory with its parents',
    module: directory,
    name: 'a/b',
    properties: { parents: true, mode: '0777', ...given },
    tools: ['mkdir', 'stat', 'chown', 'chmod'],
  },
  {
    what: 'making a hard link',
    module: link,
    name: 'new',
    properties: { target: 'file', hard: true },
    tools: ['stat', 'mktemp', 'ln', 'mv'],
  },
  {
    what: 'replacing a link by a hard link',
    module: link,
    name: 'link',
    properties: { target: 'file', hard: true },
    tools: ['ln'],
  },
  {
    what: 'setting owner and mode of a directory',
    module: directory,
    name: 'full',
    properties: { mode: '0777', owner: '13', group: '13' },
    tools: ['stat', 'chown', 'chgrp', 'chmod'],
  },
  {
    what: 'removing an empty directory',
    module: directory,
    name: 'empty',
    properties: { state: 'absent' },
    tools: ['rmdir'],
  },
  {
    what: 'removing a directory with everything in it',
    module: directory,
    name: 'full',
    properties: { state: 'absent', force: true },
    tools: ['find', 'rm', 'rmdir'],
  },
  {
    what: 'removing a file',
    module: file,
    name: 'file',
    properties: { state: 'absent' },
    tools: ['sha256sum', 'rm'],
  },
  {
    what: 'setting owner and mode of a file',
    module: file,
    name: 'file',
    properties: { mode: '0666', owner: '13', group: '13' },
    tools: ['stat', 'chown', 'chgrp', 'chmod'],
  },
  {
    what: 'setting owner and mode of a file through a link',
    module: file,
    name: 'alias',
    properties: { follow: true, mode: '0666', owner: '13', group: '13' },
    tools: ['readlink', 'stat', 'chown', 'chgrp', 'chmod'],
  },
];

/** What is being made is taken away under each name that it could have meanwhile. */
const strikeAtNew =
  'rm -rf gone; mv -T new gone; for each in .setpoint.*; do mv $each gone; ln -s ../../elsewhere $each; done';

/** The file that gets another name is a link to a file of root meanwhile. */
const strikeAtTarget = 'mv file gone; ln -s ../../elsewhere/file file';

for (const shell of shells) {
  describe(`root working in directories of somebody else, through ${shell.name}`, () => {
    let top = '';
    beforeEach(function () {
      if (process.getuid?.() !== 0) this.skip();
      top = mkdtempSync(join(tmpdir(), 'setpoint-hostile-'));
      chmodSync(top, 0o755);
      for (const place of ['home/conf', 'elsewhere']) furnish(join(top, place));
      execFileSync('chown', ['-hR', `${hostileOwner}:${hostileOwner}`, join(top, 'home')]);
      mkdirSync(join(top, 'tools'));
    });
    afterEach(() => rmSync(top, { recursive: true, force: true }));

    /** One of everything, so that whatever the owner leads root to is there as well. */
    const furnish = (place: string): void => {
      for (const name of ['full/sub/sub', 'empty']) mkdirSync(join(place, name), { recursive: true });
      writeFileSync(join(place, 'file'), 'precious', { mode: 0o600 });
      writeFileSync(join(place, 'full/inner'), 'precious', { mode: 0o600 });
      symlinkSync('nowhere', join(place, 'link'));
      symlinkSync('file', join(place, 'alias'));
      writeFileSync(join(place, 'full/sub/.hidden name'), 'precious');
    };
    const stateOf = (place: string): string =>
      execFileSync('find', ['.', '-printf', '%p %U:%G %m %n %l %s %T@ %i\n'], {
        cwd: join(top, place),
        encoding: 'utf8',
      });
    const node = () => nodeWithTools(shell.command, join(top, 'tools'));
    const declared = ({ name, properties }: Work) => ({ identity: join(top, 'home/conf', name), properties });

    for (const work of works) {
      const [first = ''] = work.name.split('/');
      const strikes: readonly Omit<Ambush, 'tool'>[] = [
        { at: 'home', deed: 'mv conf gone; ln -s ../elsewhere conf' },
        {
          at: 'home/conf',
          deed: `{ [ ! -e ${first} ] && [ ! -L ${first} ]; } || mv ${first} gone; ln -s ../../elsewhere/${first} ${first}`,
        },
        ...(first === 'new' ? [{ at: 'home/conf', deed: strikeAtNew }] : []),
        ...(work.properties['hard'] === true ? [{ at: 'home/conf', deed: strikeAtTarget }] : []),
      ];
      // busybox brings programs of its own, so that nobody comes in between; what the script finds at its start matters in all shells.
      for (const tool of shell === shells[0] ? [undefined, ...work.tools] : [undefined]) {
        it(`harms nothing elsewhere when ${work.what} and a link is put in the way before ${tool ?? 'it starts'}`, async () => {
          for (const { at, deed } of strikes) {
            const operations = await planOperations(node(), work.module, declared(work));
            const before = stateOf('elsewhere');
            if (tool === undefined) strike(join(top, at), deed);
            else layAmbush(join(top, 'tools'), { tool, at: join(top, at), deed });
            const outcomes = await executeAll(node().channel, operations);
            expect(stateOf('elsewhere'), deed).to.equal(before);
            if (tool === undefined && at === 'home') expect(outcomes[0]?.status).to.equal('refused');
            for (const place of ['tools', 'home']) rmSync(join(top, place), { recursive: true });
            mkdirSync(join(top, 'tools'));
            furnish(join(top, 'home/conf'));
            execFileSync('chown', ['-hR', `${hostileOwner}:${hostileOwner}`, join(top, 'home')]);
          }
        });
      }

      it(`is done ${work.what} when nobody is in the way, also by links of root and of the owner`, async () => {
        symlinkSync('home/mine', join(top, 'way'));
        symlinkSync('conf', join(top, 'home/mine'));
        execFileSync('chown', ['-h', String(hostileOwner), join(top, 'home/mine')]);
        symlinkSync('home/conf', join(top, 'straight'));
        // What is made there as a parent is root's own, and only root may lead to that.
        const identity = join(top, work.name.includes('/') ? 'straight' : 'way', work.name);
        const result = await converge(node(), work.module, { identity, properties: work.properties });
        expect(result.outcomes.map(({ status }) => status)).to.deep.equal(result.titles.map(() => 'done'));
        expect(result).to.deep.include({ remaining: [], predicted: [], problems: [] });
        expect(stateOf('home')).to.not.include('.setpoint');
      });
    }

    // The tool is the same in every shell.
    if (shell !== shells[0] || !existsSync('/bin/busybox')) return;

    it('removes nothing elsewhere with an `rm` that goes by paths, whatever its owner puts into the tree', async () => {
      const conf = join(top, 'home/conf');
      const declared = { identity: join(conf, 'full'), properties: { state: 'absent', force: true } };
      const operations = await planOperations(node(), directory, declared);
      const before = stateOf('elsewhere');
      // The first call only asks what `rm` it is; the second one is in the midst of the tree.
      const deed = 'if [ -e ../asked ]; then mv sub ..; ln -s ../../../elsewhere/full sub; fi; touch ../asked';
      layAmbush(join(top, 'tools'), { tool: 'rm', at: join(conf, 'full'), deed }, '/bin/busybox rm');
      await executeAll(node().channel, operations);
      expect(stateOf('elsewhere')).to.equal(before);
      expect(existsSync(join(conf, 'sub'))).to.equal(true);
    });
  });
}
