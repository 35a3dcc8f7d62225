import { assert } from 'chai';
import { escapeMount, mountAt, readMountTable, rootOf, unescapeMount } from '../../src/kernel/mount-table.ts';
import { sysctlKey, sysctlPath } from '../../src/kernel/sysctl-key.ts';

const table = readMountTable(`25 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,errors=remount-ro
30 25 0:26 / /run rw,nosuid shared:5 master:1 - tmpfs tmpfs rw,size=1024k
40 25 8:17 / /srv/my\\040data rw - xfs /dev/sdb1 rw
41 25 8:17 /sub /srv/seen ro - xfs /dev/sdb1 rw
42 25 0:40 / /run/over rw - tmpfs first rw
43 42 0:41 / /run/over rw - tmpfs second rw
a line that makes no sense
44 25 0:50 / /cut`);

describe('the table of mounts', () => {
  it('is read as the kernel writes it, without lines that are cut', () => {
    assert.deepEqual(
      table.map(({ target, type }) => `${target} ${type}`),
      ['/ ext4', '/run tmpfs', '/srv/my data xfs', '/srv/seen xfs', '/run/over tmpfs', '/run/over tmpfs'],
    );
    assert.deepEqual(mountAt(table, '/run')?.options, ['rw', 'nosuid', 'rw', 'size=1024k']);
  });

  it('tells what lies on top', () => {
    assert.equal(mountAt(table, '/run/over')?.source, 'second');
    assert.equal(mountAt(table, '/srv'), undefined);
  });

  const roots: readonly (readonly [string, string])[] = [
    ['/', '8:1 /'],
    ['/etc', '8:1 /etc'],
    ['/runner', '8:1 /runner'],
    ['/srv/my data/sub', '8:17 /sub'],
    ['/srv/my data', '8:17 /'],
    ['/srv/seen/x', '8:17 /sub/x'],
  ];
  for (const [path, expected] of roots) {
    it(`knows where ${path} lies`, () => {
      const { device, root } = rootOf(table, path) ?? { device: '', root: '' };
      assert.equal(`${device} ${root}`, expected);
    });
  }

  it('writes signs that separate as numbers, and reads them again', () => {
    const text = 'a b\tc\nd\\e';
    assert.equal(escapeMount(text), String.raw`a\040b\011c\012d\134e`);
    assert.equal(unescapeMount(escapeMount(text)), text);
  });
});

describe('the key of a setting of the kernel', () => {
  const keys: readonly (readonly [string, string | undefined])[] = [
    ['net.ipv4.ip_forward', 'net/ipv4/ip_forward'],
    ['net/ipv4/ip_forward', 'net/ipv4/ip_forward'],
    ['net.ipv4.conf.eth0/100.forwarding', 'net/ipv4/conf/eth0.100/forwarding'],
    ['net/ipv4/conf/eth0.100/forwarding', 'net/ipv4/conf/eth0.100/forwarding'],
    ['swappiness', undefined],
    ['vm..swappiness', undefined],
    ['vm/../../etc', undefined],
    ['vm.swappi ness', undefined],
    ['/vm/swappiness', undefined],
  ];
  for (const [key, path] of keys) {
    it(`${key} is ${path ?? 'none'}`, () => {
      assert.equal(sysctlPath(key), path);
      if (path !== undefined) assert.equal(sysctlPath(sysctlKey(path)), path);
    });
  }
});
