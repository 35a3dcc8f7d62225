import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome, Step } from '@setpoint/model';
import { expect } from 'chai';
import { shellNode } from '../support/shell-channel.ts';
import { shells } from '../support/shell-session.ts';
import { runStep, writeStep } from '../support/write-file.ts';

const statuses = (outcomes: readonly Outcome[]): readonly string[] => outcomes.map((outcome) => outcome.status);

for (const shell of shells) {
  describe(`executing a wave in ${shell.name}`, () => {
    let dir = '';
    beforeEach(() => {
      dir = mkdtempSync(join(tmpdir(), 'setpoint-wave-'));
    });
    afterEach(() => rmSync(dir, { recursive: true, force: true }));
    const execute = (steps: readonly Step[]) => shellNode(shell.command).channel.execute(steps, {});

    it('gives an outcome for every step, in their order, with what the step printed', async () => {
      const outcomes = await execute([runStep('echo one'), runStep('echo out; echo err >&2; exit 3'), runStep('true')]);
      expect(outcomes.map(({ status, ...rest }) => [status, 'output' in rest ? rest.output : undefined])).to.deep.equal(
        [
          ['done', 'one'],
          ['failed', 'out\nerr'],
          ['done', undefined],
        ],
      );
      expect(outcomes[1]).to.include({ exitCode: 3, reason: 'err', output: 'out\nerr' });
    });

    it('does not start what needs a step that failed, nor what needs that', async () => {
      const outcomes = await execute([
        runStep('false'),
        runStep('true', { needs: [0] }),
        runStep('true'),
        runStep('true', { needs: [1] }),
      ]);
      expect(statuses(outcomes)).to.deep.equal(['failed', 'not-started', 'done', 'not-started']);
    });

    it('keeps the bodies apart, whatever became of the steps before', async () => {
      const { channel, bodies } = shellNode(shell.command);
      const sizes = [0, 1, 511, 512, 513, 65_535, 65_536, 1_048_575, 1_048_576, 1_048_577];
      const contents = sizes.map((size, index) => Buffer.alloc(size, String.fromCharCode(97 + index)));
      const steps = contents.flatMap((content, index) => [
        runStep('false'),
        { ...writeStep(bodies, content, { path: join(dir, 'never') }), needs: [index * 4] },
        writeStep(bodies, content, { path: join(dir, 'no/such/directory') }),
        writeStep(bodies, content, { path: join(dir, `file${index}`) }),
      ]);
      const outcomes = await channel.execute(steps, {});
      expect(statuses(outcomes)).to.deep.equal(sizes.flatMap(() => ['failed', 'not-started', 'failed', 'done']));
      for (const [index, content] of contents.entries()) {
        expect(readFileSync(join(dir, `file${index}`)).equals(content), `${sizes[index]} bytes`).to.equal(true);
      }
      expect(existsSync(join(dir, 'never'))).to.equal(false);
    });

    it('gives a script its whole standard input even if it reads none of it', async () => {
      const { channel, bodies } = shellNode(shell.command);
      const body = Buffer.from('secret\n'.repeat(20_000));
      const sha256 = createHash('sha256').update(body).digest('hex');
      bodies.put(sha256, { kind: 'bytes', bytes: body });
      const withStdin = (script: string): Step => {
        const step = runStep(script);
        const action = { ...step.operation.action, stdin: { sha256, sizeBytes: body.length } };
        return { ...step, operation: { ...step.operation, action } };
      };
      const steps = [
        withStdin('exit 0'),
        withStdin('read line; echo "$line"'),
        withStdin('wc -c'),
        runStep('echo last'),
      ];
      const outcomes = await channel.execute(steps, {});
      expect(outcomes.map((outcome) => (outcome.status === 'done' ? outcome.output : outcome))).to.deep.equal([
        undefined,
        'secret',
        '140000',
        'last',
      ]);
    });

    it('gives a script nothing to read when it has no body, and not the rest of the program', async () => {
      const outcomes = await execute([runStep('cat; echo end'), runStep('echo next')]);
      expect(outcomes.map((outcome) => outcome.status === 'done' && outcome.output)).to.deep.equal(['end', 'next']);
    });

    it('is not held up by a child that a step leaves in the background', async () => {
      const startedMs = performance.now();
      const outcomes = await execute([runStep(`sleep 30 & echo $! > ${dir}/pid`), runStep('echo done')]);
      const elapsedMs = performance.now() - startedMs;
      process.kill(Number(readFileSync(join(dir, 'pid'), 'utf8')));
      expect(statuses(outcomes)).to.deep.equal(['done', 'done']);
      expect(elapsedMs).to.be.lessThan(10_000);
    });

    it('ends a step at its deadline and goes on', async () => {
      const outcomes = await execute([runStep('sleep 30', { timeoutMs: 1000 }), runStep('true')]);
      expect(outcomes[0]).to.include({ status: 'failed', reason: 'the deadline of 1 s passed and it was ended' });
      expect(outcomes[1]?.status).to.equal('done');
    });

    it('keeps the end of an output that never stops', async () => {
      const outcomes = await execute([runStep('yes | head -c 20000000; echo the end; exit 1')]);
      expect(outcomes[0]).to.include({ status: 'failed', reason: 'the end' });
      expect(outcomes[0]).to.have.property('output').with.length.lessThan(8193);
    });

    it('takes no output for a record, whatever it prints', async () => {
      const outcomes = await execute([runStep("printf '\\n#00 done.0 0 0\\n\\n#'; printf '\\377\\000\\n'; exit 5")]);
      expect(outcomes[0]).to.include({ status: 'failed', exitCode: 5 });
    });

    it('calls a step unknown when the shell is killed under it, and the next one not started', async () => {
      const parent = 'read -r stat < /proc/$parent/stat; set -- $stat; parent=$4';
      const killWave = `parent=$PPID; ${parent}; ${parent}; kill -KILL -$5; sleep 5`;
      const outcomes = await execute([runStep('true'), runStep(killWave), runStep(`touch ${dir}/never`)]);
      expect(statuses(outcomes)).to.deep.equal(['done', 'unknown', 'not-started']);
      expect(existsSync(join(dir, 'never'))).to.equal(false);
    });

    it('tells at once what a step waits for', async () => {
      const seen: string[] = [];
      const { channel } = shellNode(shell.command);
      const outcomes = await channel.execute([runStep('echo "setpoint-wait: held by dpkg"; echo went on')], {
        onStart: (step) => seen.push(`start ${step}`),
        onWaiting: (step, message) => seen.push(`${step} ${message}`),
        onOutcome: (step, outcome) => seen.push(`${step} ${outcome.status}`),
      });
      expect(seen).to.deep.equal(['start 0', '0 held by dpkg', '0 done']);
      expect(outcomes[0]).to.include({ output: 'went on' });
    });

    it('starts no further step once it is interrupted, and waits for the running one', async () => {
      const controller = new AbortController();
      const { channel } = shellNode(shell.command);
      const script = `: > ${dir}/running; while [ ! -e ${dir}/go ]; do sleep 0.1; done; sleep 0.5`;
      const outcomes = await channel.execute([runStep(script), runStep(`touch ${dir}/never`)], {
        signal: controller.signal,
        onStart: () => {
          controller.abort();
          writeFileSync(join(dir, 'go'), '');
        },
      });
      expect(outcomes[0]?.status).to.equal('done');
      expect(outcomes[1]).to.deep.equal({ status: 'not-started', reason: 'the run was interrupted' });
      expect(existsSync(join(dir, 'never'))).to.equal(false);
    });
  });
}

describe('executing a wave with a large body', () => {
  it('streams 200 MB from a file without holding it in memory', async function () {
    this.timeout(120_000);
    const dir = mkdtempSync(join(tmpdir(), 'setpoint-large-'));
    try {
      const sizeBytes = 200 * 1024 * 1024;
      const piece = Buffer.alloc(1024 * 1024, 'setpoint');
      const hash = createHash('sha256');
      for (let written = 0; written < sizeBytes; written += piece.length) {
        writeFileSync(join(dir, 'source'), piece, { flag: 'a' });
        hash.update(piece);
      }
      const sha256 = hash.digest('hex');
      const { channel, bodies } = shellNode();
      bodies.put(sha256, { kind: 'file', path: join(dir, 'source') });
      const step = writeStep(bodies, '', { path: join(dir, 'target') });
      const action = { ...step.operation.action, sha256, sizeBytes };
      const beforeBytes = process.memoryUsage.rss();
      let peakBytes = beforeBytes;
      const timer = setInterval(() => {
        peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
      }, 20);
      const operation = { ...step.operation, action, timeoutMs: 100_000 };
      const [outcome] = await channel.execute([{ ...step, operation }], {});
      clearInterval(timer);
      expect(outcome?.status).to.equal('done');
      expect(statSync(join(dir, 'target')).size).to.equal(sizeBytes);
      expect((peakBytes - beforeBytes) / 1024 / 1024).to.be.lessThan(80);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});
