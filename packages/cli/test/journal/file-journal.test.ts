import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { newRunId, openFileJournal } from '../../src/journal/file-journal.ts';

describe('the journal of a run', () => {
  let dir = '';
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-journal-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it('keeps entries in the order in which they were appended, one per line', async () => {
    const journal = await openFileJournal(dir, 'run1');
    await Promise.all([1, 2, 3].map((at) => journal.append({ kind: 'run-ended', at: String(at), interrupted: false })));
    await journal.close();
    const lines = readFileSync(journal.path, 'utf8').split('\n').slice(0, -1);
    expect(lines.map((line) => (JSON.parse(line) as { at: string }).at)).to.deep.equal(['1', '2', '3']);
  });

  it('has an entry on the disk as soon as its append has ended, also of those that came together', async () => {
    const journal = await openFileJournal(dir, 'run1');
    const seen: string[] = [];
    const appendAndLook = async (at: string): Promise<void> => {
      await journal.append({ kind: 'run-ended', at, interrupted: false });
      if (readFileSync(journal.path, 'utf8').includes(`"at":"${at}"`)) seen.push(at);
    };
    await appendAndLook('first');
    await Promise.all([appendAndLook('second'), appendAndLook('third')]);
    await journal.close();
    expect(seen).to.have.members(['first', 'second', 'third']);
  });

  it('refuses everything after an entry that could not be kept', async () => {
    const journal = await openFileJournal(dir, 'run1');
    await journal.close();
    const append = (): Promise<string> =>
      journal.append({ kind: 'run-ended', at: '', interrupted: false }).then(
        () => 'kept',
        () => 'refused',
      );
    expect([await append(), ...(await Promise.all([append(), append()]))]).to.deep.equal([
      'refused',
      'refused',
      'refused',
    ]);
  });

  it('can be read by its owner only', async () => {
    const journal = await openFileJournal(dir, 'run1');
    await journal.close();
    expect(statSync(journal.path).mode & 0o777).to.equal(0o600);
    expect(statSync(join(dir, '.setpoint', 'runs', 'run1')).mode & 0o777).to.equal(0o700);
  });

  it('is never written over by another run of the same name', async () => {
    await (await openFileJournal(dir, 'run1')).close();
    const second = await openFileJournal(dir, 'run1').then(
      () => 'opened',
      (error: NodeJS.ErrnoException) => error.code,
    );
    expect(second).to.equal('EEXIST');
  });

  it('names runs so that they sort by time', () => {
    expect(newRunId(new Date('2026-11-23T01:30:00.5Z'))).to.match(/^20261123T013000Z-1f4[0-9a-f]{3}$/);
    const times = ['2026-11-23T01:30:00.007Z', '2026-11-23T01:30:00.070Z', '2026-11-23T01:30:00.999Z'];
    const runs = times.map((time) => newRunId(new Date(time)));
    expect(runs.toSorted()).to.deep.equal(runs);
  });
});
