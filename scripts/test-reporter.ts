import { appendFileSync } from 'node:fs';
import Mocha from 'mocha';

/** The totals of one mocha process, which it appends as a JSON line to the file named by `SETPOINT_TEST_TOTALS`. */
export type TestTotals = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** The environment variable that names the file for the totals. */
export const totalsVariable = 'SETPOINT_TEST_TOTALS';

const { EVENT_RUN_END, EVENT_SUITE_END, EVENT_TEST_END } = Mocha.Runner.constants;

/** One line for each outermost suite, the failures in full, and mocha's own summary. */
export class TestReporter extends Mocha.reporters.Base {
  readonly #counts = { passed: 0, failed: 0, skipped: 0, startedMs: performance.now() };

  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    runner.on(EVENT_TEST_END, (test) => this.#count(test));
    runner.on(EVENT_SUITE_END, (suite) => {
      if (suite.parent?.root) this.#endSuite(suite);
    });
    runner.once(EVENT_RUN_END, () => this.#endRun());
  }

  #count(test: Mocha.Test): void {
    if (test.isFailed()) this.#counts.failed += 1;
    else if (test.isPending()) this.#counts.skipped += 1;
    else this.#counts.passed += 1;
  }

  #endSuite(suite: Mocha.Suite): void {
    const { passed, failed, skipped, startedMs } = this.#counts;
    const mark = failed > 0 ? 'FAILED ' : passed === 0 && skipped > 0 ? 'skipped' : 'ok     ';
    const durationMs = Math.round(performance.now() - startedMs);
    Mocha.reporters.Base.consoleLog(`${mark} ${suite.title}: ${tell({ passed, failed, skipped })} (${durationMs} ms)`);
    Object.assign(this.#counts, { passed: 0, failed: 0, skipped: 0, startedMs: performance.now() });
  }

  #endRun(): void {
    this.epilogue();
    const file = process.env[totalsVariable];
    if (file === undefined) return;
    const { passes, failures, pending } = this.stats;
    appendFileSync(file, `${JSON.stringify({ passed: passes, failed: failures, skipped: pending })}\n`);
    setTimeout(tellOfLeftovers, leftoverMs).unref();
  }
}

/** A process that has nothing left to do ends long before. */
const leftoverMs = 20_000;

/** A test that leaves a timer or a connection behind would keep the run from ending for ever; it is a failure instead. */
function tellOfLeftovers(): void {
  const left = process.getActiveResourcesInfo().join(', ');
  process.stderr.write(`A test left something running, so this process does not end by itself: ${left}\n`);
  process.exit(1);
}

// Mocha takes `module.exports` for the reporter, which `require` of a module gives under this name.
export { TestReporter as 'module.exports' };

function tell(totals: TestTotals): string {
  return Object.entries(totals)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`)
    .join(', ');
}
