import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import { skipWithoutSshd, TestSshd } from './test-sshd.ts';

const program = join(import.meta.dirname, 'open-and-close.ts');

describe('a program that closes its sessions', () => {
  let sshd: TestSshd;

  before(async function () {
    skipWithoutSshd(this);
    sshd = await TestSshd.start();
  });

  after(() => sshd?.stop());

  const base = (): Record<string, unknown> => ({
    host: '127.0.0.1',
    port: sshd.port,
    user: 'root',
    identity_file: sshd.clientKey,
    known_hosts: sshd.writeKnownHosts(),
    config: false,
  });
  const cases: readonly {
    readonly driver: string;
    readonly way: string;
    readonly settings: () => Record<string, unknown>;
  }[] = [
    { driver: 'local', way: 'directly', settings: () => ({}) },
    { driver: 'exec', way: 'through env', settings: () => ({ command: ['env'] }) },
    { driver: 'ssh', way: 'directly', settings: base },
    {
      driver: 'ssh',
      way: 'through a proxy command',
      settings: () => ({
        ...base(),
        proxy_command: `ssh -F none -i ${sshd.clientKey} -o UserKnownHostsFile=${sshd.writeKnownHosts()} -p %p -W %h:%p root@127.0.0.1`,
      }),
    },
    { driver: 'openssh', way: 'directly', settings: base },
  ];

  for (const { driver, way, settings } of cases) {
    it(`ends by itself: ${driver}, ${way}`, async () => {
      expect(await run([driver, sshd.dir, JSON.stringify(settings())])).to.equal('done\n');
    });
  }

  /** The output of the program; fails when it has not ended by itself in time or wrote to standard error. */
  function run(args: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const options = { timeout: 10_000, env: process.env };
      execFile(
        process.execPath,
        ['--conditions=@setpoint/source', program, ...args],
        options,
        (error, stdout, stderr) => {
          if (error === null && stderr === '') resolve(stdout);
          else reject(error ?? new Error(stderr));
        },
      );
    });
  }
});
