import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert, expect } from 'chai';
import { expectPlan } from './expected-plans.ts';
import {
  copyExample,
  exampleNames,
  exampleSecrets,
  needsDatabase,
  needsDevices,
  setpoint,
} from './playbook-examples.ts';

/** What the first host says once the example is applied: a command, and what it must print. */
const proofs: Readonly<Record<string, readonly [string, RegExp]>> = {
  'app-deployment': ['busybox wget -qO- http://127.0.0.1:8090/', /Notes 1\.4\.2/],
  'hardened-ssh': ['sshd -T | grep -i permitrootlogin', /^permitrootlogin no$/m],
  'users-and-keys': ['id -nG alice && sudo -l -U bob', /^alice operators\n[^]*NOPASSWD: \/usr\/bin\/systemctl/],
  'web-tier': ['busybox wget -qO- http://127.0.0.1:8080/', /Served by web1 on port 8080\./],
};

for (const name of exampleNames.filter((each) => !needsDevices(each) && !needsDatabase(each))) {
  fleetSuite(`the example ${name} on bare hosts`, (fleet) => {
    let base: string | undefined;
    let dir: string;

    before(() => {
      base = mkdtempSync(join(tmpdir(), 'setpoint-example-'));
      dir = join(base, name);
      const { hosts, privateKeyFile, knownHostsFile } = fleet;
      const wayIn = `identity_file: ${privateKeyFile}, known_hosts: ${knownHostsFile}, config: false`;
      copyExample(name, dir, (index) => {
        const host = hosts[index];
        return host === undefined ? undefined : `host: ${host.address}, ${wayIn}`;
      });
    });

    // Where hosts cannot run, nothing was made.
    after(() => {
      if (base !== undefined) rmSync(base, { recursive: true, force: true });
    });

    it('plans what is expected', async () => {
      await expectPlan(name, dir);
    });

    it('applies that and converges', async () => {
      const ended = await setpoint(dir, ['apply', '--yes']);
      expect(ended.code, ended.stdout + ended.stderr).to.equal(0);
      for (const secret of Object.values(exampleSecrets)) assert.notInclude(ended.stdout + ended.stderr, secret);
    });

    it('does what it is for', async () => {
      const [command, wanted] = proofs[name] ?? ['echo "this example has no proof"', /^$/];
      const answer = await fleet.hosts[0]?.exec(command);
      assert.match(answer?.stdout ?? '', wanted);
    });

    it('finds nothing to do afterwards', async () => {
      const ended = await setpoint(dir, ['plan', '--detailed-exitcode']);
      expect(ended.code, ended.stdout + ended.stderr).to.equal(0);
      assert.match(ended.stdout, /^No changes: /);
    });
  });
}
