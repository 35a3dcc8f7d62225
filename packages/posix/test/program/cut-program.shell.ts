import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { cutProgramExitCode, sendable } from '../../src/program/bootstrap.ts';
import { waveProgram } from '../../src/program/wave-program.ts';
import { shells } from '../support/shell-session.ts';

for (const shell of shells) {
  describe(`a program that is cut on its way, in ${shell.name}`, () => {
    let dir = '';
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'setpoint-cut-'));
    });
    afterEach(() => rmSync(dir, { recursive: true, force: true }));

    const parts = () => {
      const action = { kind: 'run', script: `touch ${dir}/ran`, stdin: null } as const;
      return [{ kind: 'step', step: { id: 0, action, timeoutSeconds: 5, needs: [] } } as const];
    };
    const send = (text: Buffer, keepsInput: boolean) => {
      const program = sendable(waveProgram(parts()), 'abc', { identity: { kind: 'login' }, keepsInput });
      const command = program.command.replace('/bin/sh', shell.command);
      return spawnSync('/bin/sh', ['-c', command], { input: text }).status;
    };
    const whole = (keepsInput: boolean) =>
      Buffer.concat(sendable(waveProgram(parts()), 'abc', { identity: { kind: 'login' }, keepsInput }).pieces);

    for (const keepsInput of [true, false]) {
      it(`does nothing at all, wherever it is cut (${keepsInput ? 'bodies follow' : 'nothing follows'})`, () => {
        const text = whole(keepsInput);
        const stride = Math.floor(text.length / 50);
        const cuts = Array.from({ length: 50 }, (_, index) => index * stride);
        for (const length of [...cuts, text.length - 2, text.length - 1]) {
          expect(send(text.subarray(0, length), keepsInput), `cut after ${length} bytes`).to.equal(cutProgramExitCode);
        }
        expect(existsSync(join(dir, 'ran'))).to.equal(false);
      });

      it(`runs when it is whole (${keepsInput ? 'bodies follow' : 'nothing follows'})`, () => {
        expect(send(whole(keepsInput), keepsInput)).to.equal(0);
        expect(existsSync(join(dir, 'ran'))).to.equal(true);
      });
    }

    it('does nothing when a byte is missing in its midst', () => {
      const text = whole(false);
      expect(send(Buffer.concat([text.subarray(0, 500), text.subarray(501)]), false)).to.equal(cutProgramExitCode);
    });
  });
}
