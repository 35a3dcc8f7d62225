import {
  chmodSync,
  chownSync,
  lchownSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { JsonObject, ResourceModule } from '@setpoint/model';
import { expect } from 'chai';
import { directory } from '../../src/modules/directory/index.ts';
import { file } from '../../src/modules/file/index.ts';
import { link } from '../../src/modules/link/index.ts';
import { executeAll, planOperations } from '../support/converge.ts';
import { shellNode } from '../support/shell-channel.ts';
import { shells } from '../support/shell-session.ts';

type Case = {
  readonly title: string;
  readonly module: ResourceModule;
  readonly properties: JsonObject;
  readonly before?: (path: string) => void;
  /** What somebody else does between the plan and the apply. */
  readonly meanwhile: (path: string) => void;
  /** What the refusal says, without the path; undefined when there is nothing to refuse. */
  readonly refusal?: string;
};

const beside = (path: string): string => join(dirname(path), 'beside');
const linkTo =
  (target: string) =>
  (path: string): void => {
    rmSync(path, { recursive: true, force: true });
    symlinkSync(target, path);
  };
const write =
  (content: string) =>
  (path: string): void => {
    rmSync(path, { recursive: true, force: true });
    writeFileSync(path, content, { mode: 0o644 });
  };
const make = (path: string): void => {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { mode: 0o755 });
};
const fill = (path: string): void => {
  mkdirSync(join(path, 'sub'), { recursive: true });
  writeFileSync(join(path, 'sub/one'), '');
};

const cases: readonly Case[] = [
  {
    title: 'makes no link where a file came to be',
    module: link,
    properties: { target: 'one' },
    meanwhile: write('x'),
    refusal: 'PATH is a file now; the plan found nothing there',
  },
  {
    title: 'makes no link where another one came to be, forced or not',
    module: link,
    properties: { target: 'one', force: true },
    meanwhile: linkTo('two'),
    refusal: 'PATH is a link to two now; the plan found nothing there',
  },
  {
    title: 'makes a link where the very same came to be',
    module: link,
    properties: { target: 'one' },
    meanwhile: linkTo('one'),
  },
  {
    title: 'points no link elsewhere that somebody else pointed elsewhere',
    module: link,
    properties: { target: 'one' },
    before: linkTo('old\nname'),
    meanwhile: linkTo('two'),
    refusal: 'PATH is a link to two now; the plan found a link to old\nname',
  },
  {
    title: 'replaces no file that was written to',
    module: link,
    properties: { target: 'one', force: true },
    before: write('x'),
    meanwhile: write('precious'),
    refusal: 'PATH is a file now; the plan found a file of 1 bytes that was changed last at ',
  },
  {
    title: 'replaces no file that stands where a directory was',
    module: link,
    properties: { target: 'one', force: true },
    before: make,
    meanwhile: write('x'),
    refusal: 'PATH is a file now; the plan found a directory',
  },
  {
    title: 'removes no link that leads elsewhere now',
    module: link,
    properties: { state: 'absent' },
    before: linkTo('one'),
    meanwhile: linkTo('two'),
    refusal: 'PATH is a link to two now; the plan found a link to one',
  },
  {
    title: 'removes no file that stands where a link was',
    module: link,
    properties: { state: 'absent' },
    before: linkTo('one'),
    meanwhile: write('x'),
    refusal: 'PATH is a file now; the plan found a link',
  },
  {
    title: 'is done with a link that is gone already',
    module: link,
    properties: { state: 'absent' },
    before: linkTo('one'),
    meanwhile: unlinkSync,
  },
  {
    title: 'gives no link to another owner that somebody else gave away',
    module: link,
    properties: { target: 'one', owner: '12' },
    before: linkTo('one'),
    meanwhile: (path) => lchownSync(path, 1, 0),
    refusal: 'the owner of PATH is daemon now; the plan found root',
  },
  {
    title: 'makes no hard link to what a link at the place of its target leads to',
    module: link,
    properties: { target: 'beside', hard: true },
    before: (path) => write('x')(beside(path)),
    meanwhile: (path) => linkTo('/etc/passwd')(beside(path)),
    refusal: 'is a link to /etc/passwd now; the plan found a file',
  },
  {
    title: 'replaces no file by a hard link that was written to',
    module: link,
    properties: { target: 'beside', hard: true, force: true },
    before: (path) => {
      write('x')(beside(path));
      write('y')(path);
    },
    meanwhile: write('precious'),
    refusal: 'PATH is a file now; the plan found a file of 1 bytes that was changed last at ',
  },
  {
    title: 'makes a hard link where the very same came to be',
    module: link,
    properties: { target: 'beside', hard: true },
    before: (path) => write('x')(beside(path)),
    meanwhile: (path) => linkSync(beside(path), path),
  },
  {
    title: 'makes no directory where a file came to be',
    module: directory,
    properties: { mode: '0700' },
    meanwhile: write('x'),
    refusal: 'PATH is a file now; the plan found nothing there',
  },
  {
    title: 'takes a directory that came to be where only root writes',
    module: directory,
    properties: { mode: '0700' },
    meanwhile: make,
  },
  {
    title: 'takes no directory that came to be where others write',
    module: directory,
    properties: { mode: '0700' },
    meanwhile: (path) => {
      chmodSync(join(path, '..'), 0o777);
      make(path);
    },
    refusal: 'PATH is a directory now; the plan found nothing there',
  },
  {
    title: 'changes no mode of a directory that somebody else changed',
    module: directory,
    properties: { mode: '0700', owner: '12' },
    before: make,
    meanwhile: (path) => chmodSync(path, 0o2750),
    refusal: 'the mode of PATH is 2750 now; the plan found 0755',
  },
  {
    title: 'changes a directory whose owner is as declared by now',
    module: directory,
    properties: { mode: '0700', owner: '12' },
    before: make,
    meanwhile: (path) => chownSync(path, 12, 0),
  },
  {
    title: 'changes nothing that a link leads to where a directory was',
    module: directory,
    properties: { mode: '0700' },
    before: make,
    meanwhile: linkTo('/'),
    refusal: 'PATH is a link to / now; the plan found a directory',
  },
  {
    title: 'removes no directory with an entry that the plan did not list',
    module: directory,
    properties: { state: 'absent', force: true },
    before: fill,
    meanwhile: (path) => {
      rmSync(join(path, 'sub/one'));
      writeFileSync(join(path, 'sub/two words'), '');
    },
    refusal: 'PATH holds ./sub/two words now, which the plan did not list',
  },
  {
    title: 'removes no directory that holds more than the plan counted',
    module: directory,
    properties: { state: 'absent', force: true },
    before: (path) => {
      fill(path);
      for (let count = 0; count < 250; count += 1) writeFileSync(join(path, `many ${count}`), '');
    },
    meanwhile: (path) => writeFileSync(join(path, 'more'), ''),
    refusal: 'PATH holds 253 entries now; the plan listed 252',
  },
  {
    title: 'removes a directory of which a part is gone already',
    module: directory,
    properties: { state: 'absent', force: true },
    before: fill,
    meanwhile: (path) => rmSync(join(path, 'sub/one')),
  },
  {
    title: 'removes no file that stands where a directory was',
    module: directory,
    properties: { state: 'absent', force: true },
    before: fill,
    meanwhile: write('x'),
    refusal: 'PATH is a file now; the plan found a directory',
  },
  {
    title: 'removes no file that was written to',
    module: file,
    properties: { state: 'absent' },
    before: write('x'),
    meanwhile: write('y'),
    refusal:
      'the content of PATH has the digest a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa now; the plan found 2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
  },
  {
    title: 'removes no directory that stands where a file was',
    module: file,
    properties: { state: 'absent' },
    before: write('x'),
    meanwhile: make,
    refusal: 'PATH is a directory now; the plan found a file',
  },
  {
    title: 'changes no mode of a file that somebody else changed',
    module: file,
    properties: { mode: '0600' },
    before: write('x'),
    meanwhile: (path) => chmodSync(path, 0o640),
    refusal: 'the mode of PATH is 0640 now; the plan found 0644',
  },
  {
    title: 'changes no group of a file that somebody else changed',
    module: file,
    properties: { group: '34' },
    before: write('x'),
    meanwhile: (path) => chownSync(path, 0, 1),
    refusal: 'the group of PATH is daemon now; the plan found root',
  },
  {
    title: 'changes the mode of a file whose content alone is another one',
    module: file,
    properties: { mode: '0600' },
    before: write('x'),
    meanwhile: write('y'),
  },
];

for (const shell of shells) {
  describe(`what moved between plan and apply, through ${shell.name}`, () => {
    let top = '';
    beforeEach(function () {
      if (process.getuid?.() !== 0) this.skip();
      top = mkdtempSync(join(tmpdir(), 'setpoint-moved-'));
      mkdirSync(join(top, 'dir'));
    });
    afterEach(() => rmSync(top, { recursive: true, force: true }));

    for (const { title, module, properties, before, meanwhile, refusal } of cases) {
      it(title, async () => {
        const path = join(top, "dir/the object's name");
        before?.(path);
        const node = shellNode(shell.command);
        const operations = await planOperations(node, module, { identity: path, properties });
        meanwhile(path);
        const [outcome] = await executeAll(node.channel, operations);
        if (refusal === undefined) {
          expect(outcome?.status).to.equal('done');
          return;
        }
        expect(outcome?.status).to.equal('refused');
        expect(outcome).to.have.property('reason').that.includes(refusal.replace('PATH', path));
        // It is refused each time: nothing was changed that would make it what the plan found.
        expect((await executeAll(node.channel, operations))[0]?.status).to.equal('refused');
      });
    }
  });
}
