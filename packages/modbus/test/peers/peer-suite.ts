import { execFileSync } from 'node:child_process';

/** A suite that talks to programs of others. Where they are not installed it is skipped; with `CI` it fails instead. */
export function peerSuite(title: string, define: () => void): void {
  describe(title, function () {
    before(function () {
      if (hasPeers()) return;
      if (process.env['CI'] !== undefined) throw new Error(`missing programs; ${installation}`);
      process.stdout.write(`    skipped: ${installation}\n`);
      this.skip();
    });
    define.call(this);
  });
}

const installation =
  'apt-get install mbpoll libmodbus-dev libc6-dev pkg-config gcc python3-pymodbus python3-serial-asyncio socat openssl';

function hasPeers(): boolean {
  const programs = ['mbpoll', 'gcc', 'socat', 'openssl', 'pkg-config'].map((name) => `command -v ${name}`);
  const libraries = ['pkg-config --exists libmodbus', '/usr/bin/python3 -c "import pymodbus.server"'];
  try {
    execFileSync('/bin/sh', ['-c', [...programs, ...libraries].join(' && ')], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
