import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Body, Json, JsonObject, Observed, ResourceModule } from '@setpoint/model';
import { expect } from 'chai';
import { directory } from '../../../src/modules/directory/index.ts';
import { converge, executeAll, planOperations } from '../../support/converge.ts';
import { hostileNames } from '../../support/hostile-names.ts';
import { shellNode } from '../../support/shell-channel.ts';
import { shells } from '../../support/shell-session.ts';
import { declareCopied, type Entries, projectTree } from './project-tree.ts';

const source: Entries = {
  conf: null,
  'conf/a.conf': 'a=1\n',
  'conf/empty': null,
  run: { mode: '0755', text: '#!/bin/sh\n' },
  latest: { target: 'conf' },
  dangling: { target: '../nowhere' },
};

const mode = (path: string): string => (lstatSync(path).mode & 0o7777).toString(8).padStart(4, '0');

/** The module with a declaration that was made before. */
function declaredAs(declared: Json): ResourceModule {
  return { ...directory, declare: () => ({ kind: 'declared', identity: '', declared }) };
}

for (const shell of shells) {
  describe(`a directory that is copied to a real file system, through ${shell.name}`, () => {
    let dir = '';
    let node: ReturnType<typeof shellNode>;
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'setpoint-copy-'));
      node = shellNode(shell.command);
    });
    afterEach(() => rmSync(dir, { recursive: true, force: true }));

    /** What depends on no shell is proved through one of them. */
    const once = (title: string, prove: () => Promise<void>): void => void (shell === shells[0] && it(title, prove));
    const nothing = { identity: '', properties: {} };
    const declare = (entries: Entries, properties: JsonObject = {}): Json =>
      declareCopied(join(dir, 'app'), properties, projectTree(entries, node.bodies));
    /** Applies, and expects that it converged as predicted and that a second apply has nothing to do. */
    const apply = async (declared: Json): Promise<readonly string[]> => {
      const module = declaredAs(declared);
      const result = await converge(node, module, nothing);
      expect(result.problems).to.deep.equal([]);
      expect(result.outcomes.map((outcome) => outcome)).to.satisfy(
        (outcomes: typeof result.outcomes) => outcomes.every(({ status }) => status === 'done'),
        JSON.stringify(result.outcomes),
      );
      expect({ remaining: result.remaining, predicted: result.predicted }).to.deep.equal({
        remaining: [],
        predicted: [],
      });
      expect((await converge(node, module, nothing)).titles).to.deep.equal([]);
      return result.titles;
    };
    const at = (...names: readonly string[]): string => join(dir, 'app', ...names);

    it('makes everything: empty directories, executable files, links that lead nowhere', async () => {
      await apply(declare(source));
      expect(readdirSync(at()).sort()).to.deep.equal(['conf', 'dangling', 'latest', 'run']);
      expect(readFileSync(at('latest/a.conf'), 'utf8')).to.equal('a=1\n');
      expect([mode(at('run')), mode(at('conf/a.conf')), mode(at('conf/empty'))]).to.deep.equal([
        '0755',
        '0644',
        '0755',
      ]);
      expect(readlinkSync(at('dangling'))).to.equal('../nowhere');
    });

    once('gives everything its owner, and the modes of the source', async () => {
      await apply(declare(source));
      await apply(declare(source, { owner: '12', group: '34', mode: 'keep' }));
      expect(['', 'conf', 'conf/a.conf', 'run'].map((name) => mode(at(name)))).to.deep.equal([
        '0750',
        '0750',
        '0640',
        '0755',
      ]);
      for (const name of ['', 'conf', 'conf/a.conf', 'run', 'latest'])
        expect(lstatSync(at(name))).to.include({ uid: 12, gid: 34 });
    });

    once('changes what differs and leaves the rest alone', async () => {
      await apply(declare(source));
      const untouched = statSync(at('run')).ino;
      writeFileSync(at('conf/a.conf'), 'a=0\n');
      rmSync(at('latest'));
      symlinkSync('/etc', at('latest'));
      writeFileSync(at('conf/own.conf'), 'mine\n');
      expect(await apply(declare(source))).to.deep.equal([`write ${at('conf/a.conf')}`, `make the links in ${at()}`]);
      expect([readFileSync(at('conf/own.conf'), 'utf8'), readlinkSync(at('latest'))]).to.deep.equal(['mine\n', 'conf']);
      expect(statSync(at('run')).ino).to.equal(untouched);
    });

    it('prunes what the source does not have, and spares what is excluded', async () => {
      await apply(declare(source));
      mkdirSync(at('old/inner'), { recursive: true });
      for (const name of ['old/inner/x', 'conf/-rf', 'conf/keep.log', 'logs.log']) writeFileSync(at(name), '');
      symlinkSync(join(dir, 'precious'), at('old/link'));
      mkdirSync(join(dir, 'precious'));
      writeFileSync(join(dir, 'precious/data'), '');
      await apply(declare(source, { prune: true, exclude: ['*.log'] }));
      expect(readdirSync(at()).sort()).to.deep.equal(['conf', 'dangling', 'latest', 'logs.log', 'run']);
      expect(readdirSync(at('conf')).sort()).to.deep.equal(['a.conf', 'empty', 'keep.log']);
      expect(existsSync(join(dir, 'precious/data'))).to.equal(true);
    });

    once('does not prune what came after the plan', async () => {
      await apply(declare(source));
      mkdirSync(at('old'));
      const operations = await planOperations(node, declaredAs(declare(source, { prune: true })), nothing);
      writeFileSync(at('old/new'), '');
      const [outcome] = await executeAll(node.channel, operations);
      expect(outcome?.status).to.equal('failed');
      expect(existsSync(at('old/new'))).to.equal(true);
    });

    it('copies names that shells take for something else', async () => {
      const names = hostileNames.filter((name) => !name.includes('/'));
      await apply(
        declare(
          Object.fromEntries(
            names.flatMap((name) => [
              [name, null],
              [`${name}/${name}`, `${name}\n`],
            ]),
          ),
        ),
      );
      for (const name of names) expect(readFileSync(at(name, name), 'utf8')).to.equal(`${name}\n`);
    });

    once('writes through no link that stands in the place of a directory', async () => {
      await apply(declare({ conf: null }));
      rmSync(at('conf'), { recursive: true });
      mkdirSync(join(dir, 'elsewhere'));
      symlinkSync(join(dir, 'elsewhere'), at('conf'));
      const result = await converge(node, declaredAs(declare(source)), nothing);
      expect(result.problems.map(({ code }) => code)).to.deep.equal(['SP603']);
      expect(readdirSync(join(dir, 'elsewhere'))).to.deep.equal([]);
    });

    it('is led back: old contents and modes return, what was new goes', async () => {
      mkdirSync(at('conf'), { recursive: true });
      writeFileSync(at('conf/a.conf'), 'old\n');
      chmodSync(at('conf/a.conf'), 0o600);
      writeFileSync(at('own'), 'mine\n');
      const declared = declare(source, { mode: 'u=rwX,go=rX' });
      const before = await observe(declared);
      await apply(declared);
      await apply(back(declared, before));
      expect(readdirSync(at(), { recursive: true }).map(String).sort()).to.deep.equal(['conf', 'conf/a.conf', 'own']);
      expect([readFileSync(at('conf/a.conf'), 'utf8'), mode(at('conf/a.conf'))]).to.deep.equal(['old\n', '0600']);
    });

    once('goes as a whole when it was made and is led back', async () => {
      const declared = declare(source);
      await apply(declared);
      await apply(back(declared, { kind: 'absent' }));
      expect(existsSync(at())).to.equal(false);
    });

    async function observe(declared: Json): Promise<Observed<Json>> {
      let seen: Observed<Json> = { kind: 'absent' };
      const module: ResourceModule = {
        ...declaredAs(declared),
        observe: (state, answers) => {
          const found = directory.observe(state, answers);
          seen = found.observed;
          return found;
        },
      };
      await planOperations(node, module, nothing);
      return seen;
    }

    /** The way back, with the contents that the plan had read. */
    function back(declared: Json, before: Observed<Json>): Json {
      const edited = directory.diff(declared, before).map(({ path }) => path);
      const text = Buffer.from('old\n');
      const kept = (sha256: string): Body => {
        node.bodies.put(sha256, { kind: 'bytes', bytes: text });
        return { sha256, sizeBytes: text.length, text: text.toString() };
      };
      const restoration = directory.restore?.({ declared, before, edited, kept });
      if (restoration?.kind !== 'declared') throw new Error('there is no way back');
      return restoration.declared;
    }
  });
}

describe('a large directory', function () {
  this.timeout(60_000);

  it('of many small files is written at once', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'setpoint-copy-'));
    try {
      const node = shellNode();
      const entries = Object.fromEntries(
        Array.from({ length: 300 }, (_, index): [string, string] => [`f${index}`, `${index}\n`]),
      );
      const declared = declareCopied(join(dir, 'app'), {}, projectTree(entries, node.bodies));
      const result = await converge(node, declaredAs(declared), { identity: '', properties: {} });
      expect({ problems: result.problems, remaining: result.remaining }).to.deep.equal({ problems: [], remaining: [] });
      expect(execFileSync('sh', ['-c', 'ls | wc -l'], { cwd: join(dir, 'app'), encoding: 'utf8' }).trim()).to.equal(
        '300',
      );
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});
