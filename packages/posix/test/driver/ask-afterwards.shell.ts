import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Question, Step } from '@setpoint/model';
import { expect } from 'chai';
import { statQuery } from '../../src/queries/stat.ts';
import { shellNode } from '../support/shell-channel.ts';
import { shells } from '../support/shell-session.ts';
import { runStep, writeStep } from '../support/write-file.ts';

for (const shell of shells) {
  describe(`questions that a wave answers after its steps, in ${shell.name}`, () => {
    let dir = '';
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'setpoint-after-'));
    });
    afterEach(() => rmSync(dir, { recursive: true, force: true }));

    const executeAndAsk = async (
      steps: readonly Step[],
      questions: readonly Question[],
    ): Promise<readonly Answer[] | undefined> => {
      let given: readonly Answer[] | undefined;
      const onAnswers = (answers: readonly Answer[]): void => {
        given = answers;
      };
      await shellNode(shell.command).channel.execute(steps, { askAfterwards: { questions, onAnswers } });
      return given;
    };
    const stat = (name: string): Question => ({ query: statQuery(join(dir, name)) });

    const content = (name: string): Question => ({
      query: { kind: 'content', path: join(dir, name), unless: '-', limitBytes: 10_000_000, follow: false },
    });

    it('tell what is so after the last step, as a program of their own does', async () => {
      const { channel, bodies } = shellNode(shell.command);
      const bytes = Buffer.from(`line\n\0\xff#`, 'latin1');
      const questions = [stat('made'), content('made'), stat('never')];
      let given: readonly Answer[] | undefined;
      const onAnswers = (answers: readonly Answer[]): void => {
        given = answers;
      };
      const steps = [runStep(`mkdir ${dir}/x`), writeStep(bodies, bytes, { path: join(dir, 'made') })];
      await channel.execute(steps, { askAfterwards: { questions, onAnswers } });
      expect(given?.map(({ status }) => status)).to.deep.equal(['found', 'found', 'absent']);
      expect(await channel.ask(questions)).to.deep.equal({ kind: 'answered', answers: given });
    });

    it('are left to a program of their own when a step failed', async () => {
      expect(await executeAndAsk([runStep('true'), runStep('false')], [stat('x')])).to.equal(undefined);
    });

    it('are left to a program of their own when they are for another account than the last step', async () => {
      const asNobody = { ...stat('x'), runAs: 'nobody' };
      expect(await executeAndAsk([runStep('true')], [stat('x'), asNobody])).to.equal(undefined);
    });

    it('do not believe an output into which a step goes on writing from the background', async () => {
      const large = join(dir, 'large');
      writeFileSync(large, 'x'.repeat(3_000_000));
      const noise = `(while :; do echo noise; done) & echo $! >${dir}/pid; sleep 0.05`;
      const given = await executeAndAsk([runStep(noise)], [content('large'), stat('large')]);
      process.kill(Number(readFileSync(join(dir, 'pid'), 'utf8')));
      expect(given).to.equal(undefined);
    });

    it('find a step as it was left: in no other directory, with no other variables', async () => {
      const given = await executeAndAsk([runStep(`cd ${dir}; umask 777; nl=; LC_ALL=fr_FR.UTF-8; set -e`)], [stat('')]);
      expect(given?.map(({ status }) => status)).to.deep.equal(['found']);
    });
  });
}
