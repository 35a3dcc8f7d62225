import { type EngineHost, startEngineHost } from './engine-host.ts';

/** The first start on a machine fetches the packages. */
const startTimeoutMs = 120_000;

/**
 * Declares a mocha suite on a host with docker and podman, which its hooks and tests may use. Where it cannot run, the suite is
 * skipped and says why; with `CI=true` it fails instead.
 */
export function engineSuite(title: string, body: (host: () => EngineHost) => void): void {
  describe(title, () => {
    let host: EngineHost | undefined;

    before('start the host', async function () {
      this.timeout(startTimeoutMs);
      try {
        host = await startEngineHost();
      } catch (error) {
        if (process.env['CI'] === 'true') throw error;
        process.stderr.write(`SKIPPED: ${title}: ${error instanceof Error ? error.message : 'no host'}\n`);
        this.skip();
      }
    });
    after('stop the host', () => host?.stop());

    body(() => {
      if (host === undefined) throw new Error('the host is up only while hooks and tests run: ask for it there');
      return host;
    });
  });
}
