import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type Lab, startLab } from '@setpoint/lab';
import { assert, expect } from 'chai';
import type { Client, ClientChannel } from 'ssh2';
import { connect, type Ended, run } from './client.ts';

describe('the throw-away host', () => {
  let dir: string;
  let lab: Lab;

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'setpoint-lab-'));
    lab = await startLab({ dir });
  });

  after(async () => {
    await lab.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  it('keeps keys to their owner and everything in its folder', () => {
    expect(statSync(lab.privateKeyFile).mode & 0o777).to.equal(0o600);
    expect(readdirSync(dir).sort()).to.deep.equal(['host', 'keys']);
    expect(lab.rootDir).to.equal(join(dir, 'host'));
  });

  describe('with the ssh command', () => {
    it('checks the host key and runs a command in the home folder', async () => {
      const ended = await openssh(lab, 'pwd; echo problem >&2; echo "$HOME $USER"; exit 7');
      expect(ended.stdout.toString()).to.equal(`${lab.rootDir}\n${lab.rootDir} lab\n`);
      expect(ended.stderr.toString()).to.equal('problem\n');
      expect(ended.code).to.equal(7);
    });

    it('carries 5 MB of binary data there and back', async () => {
      const data = randomBytes(5_000_000);
      const ended = await openssh(lab, 'cat', data);
      assert.isTrue(ended.stdout.equals(data));
      expect(ended.code).to.equal(0);
    });

    it('refuses a host key that is not the known one', async () => {
      const other = mkdtempSync(join(tmpdir(), 'setpoint-lab-'));
      const second = await startLab({ dir: other });
      try {
        const key = readFileSync(second.knownHostsFile, 'utf8').split(' ').slice(1).join(' ');
        const wrong = join(other, 'wrong');
        writeFileSync(wrong, `[${lab.host}]:${lab.port} ${key}`);
        const ended = await openssh({ ...lab, knownHostsFile: wrong }, 'true');
        expect(ended.code).to.equal(255);
        assert.match(ended.stderr.toString(), /Host key verification failed/);
      } finally {
        await second.stop();
        rmSync(other, { recursive: true, force: true });
      }
    });

    it('refuses another key and another user', async () => {
      const other = mkdtempSync(join(tmpdir(), 'setpoint-lab-'));
      const second = await startLab({ dir: other });
      try {
        const stranger = await openssh({ ...lab, privateKeyFile: second.privateKeyFile }, 'true');
        assert.match(stranger.stderr.toString(), /Permission denied \(publickey\)/);
        const impostor = await openssh({ ...lab, user: 'root' }, 'true');
        assert.match(impostor.stderr.toString(), /Permission denied \(publickey\)/);
      } finally {
        await second.stop();
        rmSync(other, { recursive: true, force: true });
      }
    });

    it('ends the process group when the client goes away', async () => {
      const client = spawn('ssh', sshArguments(lab, 'echo $$; sleep 1000 & sleep 1001'), {
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      const group = Number(await firstLine(client.stdout));
      assert.isNotEmpty(groupMembers(group));
      client.kill('SIGKILL');
      await until(() => groupMembers(group).length === 0);
    });
  });

  describe('with the ssh2 client', () => {
    const cases: readonly { readonly command: string; readonly ended: Partial<Ended> }[] = [
      { command: 'true', ended: { code: 0 } },
      { command: 'exit 255', ended: { code: 255 } },
      { command: 'kill -9 $$', ended: { code: null, signal: 'SIGKILL' } },
      { command: 'kill -TERM $$', ended: { code: null, signal: 'SIGTERM' } },
      { command: 'no-such-command 2>/dev/null', ended: { code: 127 } },
    ];
    for (const { command, ended } of cases) {
      it(`reports the end of "${command}"`, async () => {
        const client = await connect(lab);
        const actual = await run(client, command);
        client.end();
        expect({ code: actual.code, signal: actual.signal }).to.deep.equal({ code: null, signal: undefined, ...ended });
      });
    }

    for (const stream of ['stdout', 'stderr'] as const) {
      it(`carries 5 MB of binary data to ${stream}, and ends after all of it`, async () => {
        const data = randomBytes(5_000_000);
        const client = await connect(lab);
        const ended = await run(client, stream === 'stdout' ? 'cat' : 'cat >&2', data);
        client.end();
        assert.isTrue(ended[stream].equals(data));
        expect(ended.code).to.equal(0);
      });
    }

    const departures: Readonly<Record<string, (client: Client, stream: ClientChannel) => void>> = {
      'the connection breaks': (client) => client.destroy(),
      'the client closes the channel': (_client, stream) => stream.close(),
    };
    for (const [name, leave] of Object.entries(departures)) {
      it(`ends the process group when ${name}`, async () => {
        const client = await connect(lab);
        const stream = await exec(client, 'trap "" TERM; echo $$; sleep 1000 & sleep 1001');
        const group = Number(await firstLine(stream));
        assert.isNotEmpty(groupMembers(group));
        leave(client, stream);
        await until(() => groupMembers(group).length === 0);
        client.end();
      });
    }

    it('runs 20 commands side by side on one connection', async () => {
      const client = await connect(lab);
      const numbers = Array.from({ length: 20 }, (_, index) => index);
      const ended = await Promise.all(
        numbers.map((number) => run(client, `cat; exit ${number}`, Buffer.from(`in ${number}`))),
      );
      client.end();
      expect(ended.map(({ code, stdout }) => `${stdout.toString()} ${code}`)).to.deep.equal(
        numbers.map((number) => `in ${number} ${number}`),
      );
    });

    it('ends a command that does not read its input', async () => {
      const client = await connect(lab);
      const ended = await run(client, 'exit 3', randomBytes(4_000_000));
      client.end();
      expect(ended.code).to.equal(3);
    });

    it('passes a signal on to the command', async () => {
      const client = await connect(lab);
      const ended = await run(client, 'trap "exit 42" USR1; echo ready; while :; do sleep 0.05; done', {
        onOutput: (stream) => stream.signal('USR1'),
      });
      client.end();
      expect(ended.code).to.equal(42);
    });
  });

  it('leaves no process and no port behind when it stops', async () => {
    const own = mkdtempSync(join(tmpdir(), 'setpoint-lab-'));
    const stopping = await startLab({ dir: own });
    const client = await connect(stopping);
    client.on('error', () => {});
    const pids = join(stopping.rootDir, 'pids');
    const running = run(
      client,
      'setsid sh -c "echo \\$\\$ >> pids; exec sleep 1000" & echo $$ >> pids; sleep 1001',
    ).catch(() => undefined);
    await until(() => existsSync(pids) && readFileSync(pids, 'utf8').split('\n').length === 3);
    const started = readFileSync(pids, 'utf8').trim().split('\n').map(Number);
    await stopping.stop();
    await stopping.stop();
    await running;
    expect(started.filter(isAlive)).to.deep.equal([]);
    const refused = await openssh(stopping, 'true');
    assert.match(refused.stderr.toString(), /Connection refused/);
    rmSync(own, { recursive: true, force: true });
  });

  it('says so when a command cannot be started', async () => {
    const own = mkdtempSync(join(tmpdir(), 'setpoint-lab-'));
    const broken = await startLab({ dir: own });
    rmSync(broken.rootDir, { recursive: true });
    const ended = await openssh(broken, 'true');
    await broken.stop();
    rmSync(own, { recursive: true, force: true });
    expect(ended.code).to.equal(255);
    assert.match(ended.stderr.toString(), /the lab cannot start the command/);
  });
});

function sshArguments({ host, port, user, privateKeyFile, knownHostsFile }: Lab, command: string): readonly string[] {
  const options = [
    `UserKnownHostsFile=${knownHostsFile}`,
    'GlobalKnownHostsFile=/dev/null',
    'StrictHostKeyChecking=yes',
    'IdentitiesOnly=yes',
    'BatchMode=yes',
  ];
  const flags = options.flatMap((option) => ['-o', option]);
  return ['-F', 'none', ...flags, '-i', privateKeyFile, '-p', String(port), `${user}@${host}`, command];
}

function openssh(lab: Lab, command: string, input: Buffer = Buffer.alloc(0)): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn('ssh', sshArguments(lab, command), { stdio: 'pipe' });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({ code, signal: undefined, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) }),
    );
  });
}

function exec(client: Client, command: string): Promise<ClientChannel> {
  return new Promise((resolve, reject) => {
    client.exec(command, (error, stream) => (error === undefined ? resolve(stream) : reject(error)));
  });
}

function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve) => {
    stream.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
  });
}

function groupMembers(group: number): readonly string[] {
  const listed = spawnSync('ps', ['-e', '-o', 'pgid=,stat='], { encoding: 'utf8' }).stdout.split('\n');
  return listed.filter((line) => Number(line.trim().split(/\s+/)[0]) === group && !line.includes('Z'));
}

function isAlive(pid: number): boolean {
  const listed = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim();
  return listed !== '' && !listed.startsWith('Z');
}

async function until(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!condition()) {
    assert.isBelow(Date.now(), deadline, 'the condition did not come true in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
