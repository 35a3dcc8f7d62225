import type { FleetHost } from '@setpoint/testkit/fleet';
import { fleetSuite } from '@setpoint/testkit/suite';
import { assert } from 'chai';
import type { JsonObject } from '../../packages/model/src/index.ts';
import {
  makeSignedRepository,
  makeSigningKey,
  type SigningKey,
} from '../../packages/posix/test/support/signed-repository.ts';
import { executedTitles, plannedTitles } from './support/operation-titles.ts';
import { createProject, inventoryOf, type Project, playbookOf } from './support/project.ts';
import { runSetpoint, type SetpointResult } from './support/setpoint.ts';

const directory = '/srv/vendor';

fleetSuite('a repository and what comes from it, at the command line,', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];
  let project: Project;
  let key: SigningKey;

  before(async () => {
    key = makeSigningKey();
    project = createProject({ 'inventory.yaml': inventoryOf([host], fleet), 'files/vendor.asc': key.publicKey });
    const packages = [
      { name: 'sp-vendor', version: '2.0' },
      { name: 'sp-hello', version: '9.0' },
    ];
    await makeSignedRepository(host, { directory, packages, key });
  });
  after(() => {
    key?.remove();
    project?.remove();
  });

  function run(args: readonly string[], resources: readonly JsonObject[]): Promise<SetpointResult> {
    project.write('playbooks/site.yaml', playbookOf(resources));
    return runSetpoint(args, { cwd: project.dir });
  }

  const vendor = { repository: 'vendor', uris: `file:${directory}`, suites: './', key_source: '../files/vendor.asc' };
  const resources: readonly JsonObject[] = [vendor, { package: 'sp-vendor' }, { package: 'sp-hello', state: 'latest' }];

  it('are one apply on a bare host, and a plan that says what it cannot know', async () => {
    await host.exec('apt-get install -y -qq sp-hello=1.0');
    const { stdout, stderr, code } = await run(['plan', '--detailed-exitcode'], resources);
    assert.equal(code, 2, stdout + stderr);
    assert.include(stdout, 'known after repository:vendor');
    const applied = await run(['apply', '--yes'], resources);
    assert.equal(applied.code, 0, applied.stdout + applied.stderr);
    const versions = await host.exec("dpkg-query -W -f '${Package} ${Version} ' sp-vendor sp-hello");
    assert.equal(versions.stdout, 'sp-hello 9.0 sp-vendor 2.0 ');
    assert.equal((await run(['plan', '--detailed-exitcode'], resources)).code, 0);
  });

  it('stop where the repository cannot be trusted, in the words of what is wrong', async () => {
    const other = makeSigningKey();
    project.write('files/vendor.asc', other.publicKey);
    other.remove();
    const { code, stdout, stderr } = await run(['apply', '--yes'], resources);
    assert.equal(code, 1, stdout);
    assert.include(stdout + stderr, 'is signed with a key that the node does not trust');
    assert.equal((await host.exec('cat /etc/apt/keyrings/vendor.asc')).stdout, key.publicKey);
    project.write('files/vendor.asc', key.publicKey);
  });

  it('whose lists are not refreshed with it show each refresh that what comes from it needs, and no other', async () => {
    await host.exec(
      'apt-get purge -y -qq sp-vendor sp-hello && rm -r /etc/apt/sources.list.d/vendor.sources /var/lib/apt/lists',
    );
    const later = [{ package: 'sp-hello', version: '1.0' }, { ...vendor, refresh: false }, { package: 'sp-vendor' }];
    const applied = await run(['apply', '--yes'], later);
    assert.equal(applied.code, 0, applied.stdout + applied.stderr);
    const journal = project.journals().at(-1) ?? [];
    const shown = journal.find((entry) => entry.kind === 'run-started');
    const ofPackages = (titles: readonly string[]) => titles.filter((title) => title.startsWith('package:'));
    const done = ofPackages(executedTitles(journal));
    assert.deepEqual(shown && ofPackages(plannedTitles(shown.plan)), done);
    assert.deepEqual(done, [
      'package:sp-hello refresh the package lists',
      'package:sp-hello install sp-hello=1.0',
      'package:sp-vendor refresh the package lists',
      'package:sp-vendor install sp-vendor',
    ]);
    assert.equal((await run(['plan', '--detailed-exitcode'], later)).code, 0);
  });

  it('can be taken back', async () => {
    const { code, stdout, stderr } = await run(['apply', '--yes'], [{ repository: 'vendor', state: 'absent' }]);
    assert.equal(code, 0, stdout + stderr);
    const back = await run(['rollback', 'last', '--yes'], [vendor]);
    assert.equal(back.code, 0, back.stdout + back.stderr);
    assert.equal((await run(['plan', '--detailed-exitcode'], [vendor])).code, 0);
  });
});
