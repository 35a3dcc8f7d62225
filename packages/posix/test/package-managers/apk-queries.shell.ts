import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { apkQueries } from '../../src/package-managers/apk-queries.ts';
import { shells } from '../support/shell-session.ts';

/** Parts of what apk-tools 2.14.10 and 3.0.6, which agree, wrote and printed after changes of real packages. */
const installed = `C:Q13mmeMMWVXYGHWWS10owstlbt32Q=
P:sp-hello
V:1.1-r2
A:x86_64
S:637
I:1
T:Test
U:x
L:
o:sp-hello
t:1700000000
p:cmd:sp-hello=1.1-r2 so:libsp.so.1=1.0
F:ROOT/etc
R:sp-hello.conf
Z:Q1tVPldVvqK78QBMNdT+O/Qa0oje8=
F:ROOT/usr/bin
R:sp-hello
a:0:0:755
Z:Q1hnqlrM0CNzzoWV4vpWmkJ6lOQE8=

C:Q1sVXzpxMnYnVQBeKUgVBY5yjDPqY=
P:sp-only
V:1.0-r0
A:noarch
S:620
I:1
T:Test
U:x
L:
o:sp-only
t:1700000000
p:sp-virtual
F:ROOT/etc
R:sp-only.conf
Z:Q1tVPldVvqK78QBMNdT+O/Qa0oje8=

C:Q1eiHNZJvNCBkuMqGa7SQ1xaP9Bpw=
P:sp-fail
V:1.0-r0
A:x86_64
S:656
I:1
T:Test
U:x
L:
o:sp-fail
t:1700000000
f:s
F:usr
F:usr/share

`;
const world = '!sp-never\nsp-dep\nsp-fail\nsp-hello@edge=1.1-r2\nsp-only>=1\n';
const policy = `sp-hello policy:
  1.0-r0:
    http://127.0.0.1:18231/repo
  1.1-r2:
    lib/apk/db/installed
    http://127.0.0.1:18231/repo
    @edge http://127.0.0.1:18231/edge
  2.0-r0:
    @edge http://127.0.0.1:18231/edge
  3.0-r0:
    @test http://127.0.0.1:18231/test
sp-only policy:
  0.9-r0:
    lib/apk/db/installed
  1.0-r0:
    /srv/repo
  2.0-r0:
    @edge http://127.0.0.1:18231/edge
`;
const listed = `<sp-mta> sp-mail-1.0-r0 x86_64 {sp-mail} ()
<sp-mta> sp-post-2-mail-1.0_rc1-r0 x86_64 {sp-post} ()
<cmd:sp-hello> sp-hello-2.0-r0 x86_64 {sp-hello} () [upgradable from: sp-hello-1.1-r2]
`;

for (const shell of shells) {
  describe(`what apk tells, read in ${shell.name}`, () => {
    let dir: string;

    before(() => {
      dir = mkdtempSync(join(tmpdir(), 'setpoint-apk-'));
      const root = join(dir, 'root');
      put('installed', installed.replaceAll('F:ROOT', `F:${root.slice(1)}`));
      put('world', world);
      for (const [path, seconds] of Object.entries({
        'etc/sp-hello.conf': 5,
        'usr/bin/sp-hello': 7,
        'etc/sp-only.conf': 9,
      })) {
        put(`root/${path}`, '');
        utimesSync(join(root, path), seconds, seconds);
      }
    });
    after(() => rmSync(dir, { recursive: true }));

    function put(path: string, text: string): void {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }

    /** What a command prints; files have no time of change that could be set, so that of their content stands for it. */
    function told(command: string, input = ''): readonly string[] {
      const [program = '', ...words] = shell.command.split(' ');
      const tools = shell.name.startsWith('busybox') ? ['awk', 'sed', 'grep', 'stat'] : [];
      const script = `set -f
nl='
'
${tools.map((tool) => `${tool}() { busybox ${tool} "$@"; }`).join('\n')}
${apkQueries.shell}
sp_apk_etc=${dir} sp_apk_db=${dir}
${command}`.replace("'file|%Z|%n'", "'file|%Y|%n'");
      return execFileSync(program, [...words, '-c', script], { input, encoding: 'utf8' })
        .trimEnd()
        .split('\n');
    }

    it('has the packages that were asked for, what provides a name, and what the world says of them', () => {
      expect(
        told('sp_apk_rows sp-hello sp-only sp-fail sp-never sp-dep so:libsp.so.1 sp-virtual').toSorted(),
      ).to.deep.equal([
        'lock|sp-hello',
        'pkg|sp-fail|x86_64|1.0-r0||manual|broken',
        'pkg|sp-hello|x86_64|1.1-r2|7|manual|',
        'pkg|sp-only|noarch|1.0-r0|9|manual|',
        'prov|so:libsp.so.1|sp-hello',
        'prov|sp-virtual|sp-only',
      ]);
    });

    it('has nothing of what is not there', () => {
      expect(told('sp_apk_rows sp-never')).to.deep.equal(['']);
      expect(told('sp_apk_etc=/nowhere sp_apk_db=/nowhere; sp_apk_rows sp-hello')).to.deep.equal(['']);
    });

    it('has the versions of repositories without a tag, and of those with the tag of the world or of the declaration', () => {
      expect(told('sp_apk_versions ""', policy)).to.deep.equal([
        'cand|sp-hello|1.0-r0',
        'cand|sp-hello|1.1-r2',
        'cand|sp-hello|1.1-r2',
        'cand|sp-hello|2.0-r0',
        'cand|sp-only|1.0-r0',
      ]);
      expect(told('sp_apk_versions edge', policy)).to.include('cand|sp-only|2.0-r0');
      expect(told('sp_apk_versions test', policy)).to.include('cand|sp-hello|3.0-r0');
    });

    it('has what would provide a name', () => {
      expect(told('sp_apk_offers', listed)).to.deep.equal([
        'offer|sp-mta|sp-mail',
        'offer|sp-mta|sp-post-2-mail',
        'offer|cmd:sp-hello|sp-hello',
      ]);
    });

    it('has what an upgrade would do', () => {
      const steps = `(1/5) Purging sp-conf (1.0-r0)
(2/5) Installing so-new (1.0_rc1-r0)
(3/5) Upgrading sp-hello (1.0-r0 -> 1.1-r2)
( 4/15) Downgrading sp-mail@edge (2.0-r0 -> 1.1-r2)
Executing busybox-1.36.1-r29.trigger
(5/5) Replacing sp-post (1.0-r0 -> 1.0-r0)
OK: 0 MiB in 1 packages
`;
      expect(told('sp_apk_steps', steps)).to.deep.equal([
        'sp-conf|1.0-r0|',
        'so-new||1.0_rc1-r0',
        'sp-hello|1.0-r0|1.1-r2',
        'sp-mail|2.0-r0|1.1-r2',
        'sp-post|1.0-r0|1.0-r0',
      ]);
    });

    it('has when lists were fetched, and takes those of directories for new', () => {
      put('repositories', '# https://example.com/main\n/media/cdrom/apks\n');
      expect(told('sp_apk_lists').filter((line) => line !== '')).to.have.length(1);
      put('repositories', '@edge https://example.com/main\n');
      expect(told('sp_apk_lists')).to.deep.equal(['']);
      put('cache/APKINDEX.b7a081f5.tar.gz', '');
      expect(told('sp_apk_lists')[0]).to.match(/^list\|\d+$/);
      rmSync(join(dir, 'cache'), { recursive: true });
    });
  });
}
