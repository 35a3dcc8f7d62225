import { assert } from 'chai';
import type { FleetHost } from '../../src/fleet/host.ts';
import { fleetSuite } from '../../src/fleet/suite.ts';
import { toolPackageCount } from '../../src/repository/index.ts';

fleetSuite('the package repository of the hosts', (fleet) => {
  const [host] = fleet.hosts as readonly [FleetHost];

  async function install(packages: string): Promise<number | null> {
    return (await host.exec(`apt-get install -y --no-install-recommends ${packages} </dev/null`)).code;
  }

  async function output(command: string): Promise<string> {
    return (await host.exec(command)).stdout.trim();
  }

  it('is the only source, and updates without a network', async () => {
    const updated = await host.exec('apt-get update');
    assert.equal(updated.code, 0);
    assert.notInclude(updated.stdout, 'http');
  });

  it('offers three versions of sp-hello, to install, upgrade and downgrade', async () => {
    assert.equal(await install('sp-hello=1.0'), 0);
    assert.equal(await output('sp-hello'), 'hello 1.0');
    assert.equal(await install('sp-hello'), 0);
    assert.equal(await output('sp-hello'), 'hello 2.0');
    assert.equal(await install('--allow-downgrades sp-hello=1.1'), 0);
    assert.equal(await output('sp-hello'), 'hello 1.1');
  });

  it('brings what a package depends on', async () => {
    await host.exec('apt-get purge -y sp-hello');
    assert.equal(await install('sp-dep'), 0);
    assert.equal(await output('sp-hello'), 'hello 2.0');
  });

  it('refuses packages whose dependencies cannot be met', async () => {
    assert.equal(await install('sp-unmet'), 100);
  });

  it('replaces one provider of a virtual package by the other', async () => {
    assert.equal(await install('sp-needs-mail'), 0);
    assert.equal(await install('sp-mail-b'), 0);
    assert.equal(await output("dpkg-query -W -f '${db:Status-Status}' sp-mail-a"), 'not-installed');
  });

  it('leaves the service of sp-web alone, which serves once it is started', async () => {
    assert.equal(await install('sp-web'), 0);
    assert.equal(await output('systemctl is-enabled sp-web; systemctl is-active sp-web'), 'disabled\ninactive');
    await host.exec('systemctl start sp-web');
    const fetched =
      'for i in 1 2 3 4 5 6 7 8 9 10; do busybox wget -qO- 127.0.0.1:8080 && break; busybox usleep 100000; done';
    assert.equal(await output(fetched), 'sp-web 1.1');
  });

  it('starts and enables the service of sp-web-auto with the package', async () => {
    assert.equal(await install('sp-web-auto'), 0);
    assert.equal(await output('systemctl is-enabled sp-web-auto; systemctl is-active sp-web-auto'), 'enabled\nactive');
  });

  it('stops an upgrade at a configuration file that was edited', async () => {
    assert.equal(await install('sp-conffile=1.0'), 0);
    await host.exec('echo "greeting = mine" >/etc/sp-conffile.conf');
    assert.equal(await install('sp-conffile'), 100);
    assert.equal((await host.exec('dpkg --configure --force-confold -a')).code, 0);
    assert.equal(await output('cat /etc/sp-conffile.conf'), 'greeting = mine');
  });

  it('leaves a package that fails half-configured', async () => {
    assert.equal(await install('sp-broken'), 100);
    assert.equal(await output("dpkg-query -W -f '${db:Status-Abbrev}' sp-broken"), 'iF');
    assert.equal((await host.exec('apt-get purge -y sp-broken')).code, 0);
  });

  it('has enough small packages for one bulk installation', async () => {
    assert.equal(await install("'sp-tool[0-9]*'"), 0);
    assert.equal(
      await output("dpkg-query -W -f '${db:Status-Abbrev}\\n' 'sp-tool*' | grep -c ii"),
      String(toolPackageCount),
    );
  });
});
