import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { file } from '../../src/modules/file/index.ts';
import { converge } from '../support/converge.ts';
import { shellNode } from '../support/shell-channel.ts';
import { shells } from '../support/shell-session.ts';

/** A directory on a file system that keeps neither owners nor modes, such as one of FAT. */
const fatPath = process.env['SETPOINT_TEST_FAT'];

for (const shell of fatPath === undefined ? [] : shells) {
  describe(`a file on a file system without modes, through ${shell.name}`, () => {
    let dir = '';
    before(() => {
      dir = mkdtempSync(join(fatPath ?? '', 'file'));
    });
    after(() => rmSync(dir, { recursive: true, force: true }));

    const run = (name: string, body: string, properties: JsonObject = {}) =>
      converge(shellNode(shell.command), file, {
        identity: join(dir, name),
        properties: { ...properties, content: body },
        body,
      });
    const given = (name: string): string => (statSync(join(dir, name)).mode & 0o7777).toString(8).padStart(4, '0');

    it('has the mode that the file system gives it', async () => {
      expect((await run('plain', 'one')).outcomes[0]).to.include({ status: 'done' });
      const changed = await run('plain', 'two', { backup: true, check: 'true', mode: given('plain') });
      expect([changed.outcomes[0]?.status, changed.remaining]).to.deep.equal(['done', []]);
      expect((await run('same', 'one', { mode: given('plain') })).outcomes[0]).to.include({ status: 'done' });
      expect(readdirSync(dir)).to.have.length(3);
    });

    it('is not there, or stays as it was, where another owner or mode is declared', async () => {
      for (const properties of [{ mode: '0640' }, { owner: 'daemon' }])
        for (const name of ['plain', 'new'])
          expect((await run(name, 'three', properties)).outcomes[0]).to.include({ status: 'failed' });
      expect(readFileSync(join(dir, 'plain'), 'utf8')).to.equal('two');
      expect(readdirSync(dir)).to.have.length(3);
    });
  });
}
