import type { Outcome } from '@setpoint/model';
import { expect } from 'chai';
import { WaveProgress } from '../../src/driver/wave-progress.ts';
import type { WaveStep } from '../../src/program/wave-program.ts';

const nonce = 'f00d';
const step: WaveStep = {
  id: 0,
  action: { kind: 'run', script: 'true', stdin: null },
  timeoutSeconds: 300,
  needs: [],
};

describe('following a wave', () => {
  const follow = (steps: readonly WaveStep[], outcomes: Outcome[] = []): WaveProgress =>
    new WaveProgress({ steps }, nonce, { onOutcome: (_, outcome) => outcomes.push(outcome) });
  const seconds = (count: number): number => performance.now() + count * 1000;

  it('gives up a program that never says its first word', () => {
    const progress = follow([step]);
    expect(progress.lateStep(seconds(50))).to.equal(undefined);
    expect(progress.lateStep(seconds(61))).to.equal('no record within 60 s');
  });

  it('gives a running step its own time', () => {
    const progress = follow([step]);
    progress.take(Buffer.from(`\n#${nonce} start.0 0 0\n\n`));
    expect(progress.lateStep(seconds(310))).to.equal(undefined);
    expect(progress.lateStep(seconds(320))).to.equal('no record within 315 s');
  });

  it('gives large bodies of skipped steps the time to pass by', () => {
    const stdin = { sha256: '', sizeBytes: 100_000_000 };
    const progress = follow([
      { ...step, action: { kind: 'run', script: 'true', stdin } },
      { ...step, id: 1 },
    ]);
    expect(progress.lateStep(seconds(150))).to.equal(undefined);
    expect(progress.lateStep(seconds(161))).to.equal('no record within 160 s');
  });

  it('calls a step unknown when its program was given up', () => {
    const outcomes: Outcome[] = [];
    const progress = follow([step], outcomes);
    const status = { kind: 'lost', reason: 'no record within 60 s' } as const;
    progress.close({ kind: 'ended', node: 'n', identity: { kind: 'login' }, status, stderr: '' });
    expect(outcomes[0]?.status).to.equal('unknown');
  });

  describe('while several steps run together', () => {
    const together = [step, { ...step, id: 1 }];
    const start = (outcomes: Outcome[] = []): WaveProgress => {
      const progress = follow(together, outcomes);
      progress.take(Buffer.from(`\n#${nonce} start.0 0 0\n\n\n#${nonce} start.1 0 0\n\n`));
      return progress;
    };

    it('gives them the time of all', () => {
      expect(start().lateStep(seconds(610))).to.equal(undefined);
      expect(start().lateStep(seconds(620))).to.equal('no record within 615 s');
    });

    it('gives what was said to the step whose record comes next', () => {
      const outcomes: Outcome[] = [];
      const progress = start(outcomes);
      progress.take(Buffer.from(`\n#${nonce} done.0 0 0\n\nit is there\n#${nonce} done.1 1 0\n\n`));
      expect(outcomes[0]).to.include({ status: 'done' }).and.not.have.property('output');
      expect(outcomes[1]).to.include({ status: 'failed', reason: 'it is there' });
    });

    it('calls all of them unknown that have no record when the program ended', () => {
      const outcomes: Outcome[] = [];
      const progress = start(outcomes);
      progress.take(Buffer.from(`\n#${nonce} done.0 0 0\n\n`));
      const status = { kind: 'signalled', signal: 'KILL' } as const;
      progress.close({ kind: 'ended', node: 'n', identity: { kind: 'login' }, status, stderr: '' });
      expect(outcomes.map((outcome) => outcome.status)).to.deep.equal(['done', 'unknown']);
    });
  });

  describe('when a file may not be changed even by root', () => {
    const failAs = (compares: boolean, output: string): Outcome | undefined => {
      const outcomes: Outcome[] = [];
      const progress = follow(
        [{ ...step, action: { kind: 'run', script: 'true', stdin: null, ...(compares ? { compares } : {}) } }],
        outcomes,
      );
      progress.take(Buffer.from(`\n#${nonce} start.0 0 0\n\n${output}\n#${nonce} done.0 1 0\n\n`));
      return outcomes[0];
    };
    const denied = "mv: cannot move 'new' to '../motd': Operation not permitted\n/etc/motd cannot be replaced";

    it('points at the attributes of the file', () => {
      expect(failAs(true, denied)).to.include({
        status: 'failed',
        reason:
          '/etc/motd cannot be replaced; set `sudo: true` where this is not root, and look with lsattr whether it is immutable',
      });
    });

    it('points at root alone where rights are missing, and at nothing where a command of the user fails', () => {
      expect(failAs(true, denied.replace('Operation not permitted', 'Permission denied'))).to.include({
        reason: '/etc/motd cannot be replaced; set `sudo: true` where this is not root',
      });
      expect(failAs(true, '/etc/motd cannot be replaced')).to.include({ reason: '/etc/motd cannot be replaced' });
      expect(failAs(false, denied)).to.include({ reason: '/etc/motd cannot be replaced' });
    });
  });
});
