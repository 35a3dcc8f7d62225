import { execFileSync } from 'node:child_process';
import { expect } from 'chai';
import { dueChangesLibrary } from '../../src/package-managers/due-changes.ts';
import { shells } from '../support/shell-session.ts';

/** As dnf 4.14 prints it where nobody looks: after a word that is longer than its column the row goes on in another line. */
const dnf4 = `Last metadata expiration check: 0:00:01 ago on Mon Nov 23 21:22:38 2026.
Dependencies resolved.
================================================================================
 Package           Architecture      Version             Repository        Size
================================================================================
Installing:
 kernel            x86_64            6.9.1-1             local            5.5 k
Upgrading:
 sp-app            noarch            1:2.0-1             local            5.5 k
     replacing  sp-old.noarch 1.0-1
Installing dependencies:
 sp-name-that-is-longer-than-its-column
                   noarch            1.0-1               local            5.4 k
Installing weak dependencies:
 sp-weak           noarch            1.0~rc1-1           local             12 M
Removing:
 kernel            x86_64            6.6.1-1             @System          5.5 k
Skipping packages with conflicts:
(add '--best --allowerasing' to command line to force their upgrade):
 sp-never          noarch            9.0-1               local            5.5 k

Transaction Summary
================================================================================
Install  3 Packages
Upgrade  1 Package
Remove   1 Package
`;

/** As dnf5 5.2 prints it. */
const dnf5 = `Updating and loading repositories:
Repositories loaded.
Package                                  Arch   Version   Repository      Size
Upgrading:
 sp-app                                  noarch 1:2.0-1   local      0.0   B
   replacing sp-app                      noarch 0:1.0-1   <unknown>  0.0   B
   replacing sp-old                      noarch 0:1.0-1   <unknown>  0.0   B
Installing dependencies:
 sp-new                                  noarch 0:1.0-1   local      0.0   B
Removing unused dependencies:
 sp-lib                                  noarch 0:1.0-1   local      0.0   B
Skipping packages with broken dependencies:
 sp-never                                noarch 9.0-1     local      0.0   B

Transaction Summary:
 Installing:        1 package
`;

/** As zypper 1.14 prints it with --xmlout. */
const zypper = `<stream>
<install-summary download-size="11138" space-usage-diff="0" packages-to-change="3">
<to-upgrade>
<solvable type="package" name="sp-app" edition="1:2.0-1" arch="noarch" edition-old="1.0-1" arch-old="noarch" summary="Test &quot;package">
<description>Test package</description></solvable>
<solvable type="pattern" name="base" edition="2-1" arch="noarch" edition-old="1-1" arch-old="noarch" summary="Base">
</to-upgrade>
<to-install>
<solvable type="package" name="sp-new" edition="1.0-1" arch="noarch" summary="Test package">
</to-install>
<to-remove>
<solvable type="package" name="sp-old" edition="1.0-1" arch="noarch" summary="Test package">
</to-remove>
</install-summary>
`;

/** As pacman 6.0 prints it. */
const pacman = `debug: searching for replacements for sp-old in extra
debug: appending sp-old to the removes list of sp-app
debug: adding 'sp-old' to remove list
debug: adding 'sp-app' to remove list
to|sp-new|1.0-1
to|sp-app|1:2.0-1
`;

for (const shell of shells) {
  describe(`what is due, read in ${shell.name}`, () => {
    function told(command: string, input: string): readonly string[] {
      const [program = '', ...words] = shell.command.split(' ');
      const tools = shell.name.startsWith('busybox') ? ['awk', 'sed'] : [];
      const script = `${tools.map((tool) => `${tool}() { busybox ${tool} "$@"; }`).join('\n')}
${dueChangesLibrary.shell}
${command}`;
      return execFileSync(program, [...words, '-c', script], { input, encoding: 'utf8' })
        .trimEnd()
        .split('\n');
    }

    it('is what dnf would do, with what it takes the place of, and not what it skips', () => {
      expect(told('sp_dnf_steps', dnf4)).to.deep.equal([
        'kernel||6.9.1-1',
        'sp-app|?|1:2.0-1',
        'sp-old|1.0-1|',
        'sp-name-that-is-longer-than-its-column||1.0-1',
        'sp-weak||1.0~rc1-1',
        'kernel|6.6.1-1|',
      ]);
      expect(told('sp_dnf_steps', dnf5)).to.deep.equal([
        'sp-app|?|1:2.0-1',
        'sp-old|1.0-1|',
        'sp-new||1.0-1',
        'sp-lib|1.0-1|',
      ]);
    });

    it('is what zypper would do with packages', () => {
      expect(told('sp_zypper_steps', zypper)).to.deep.equal(['sp-app|1.0-1|1:2.0-1', 'sp-new||1.0-1', 'sp-old|1.0-1|']);
    });

    it('is what pacman would do, with what is installed by now', () => {
      const command = "{ printf 'is|%s\\n' 'sp-app|1.0-1' 'sp-old|3-1'; sp_pacman_steps; } | sp_completed";
      expect(told(command, pacman)).to.deep.equal(['sp-old|3-1|', 'sp-new||1.0-1', 'sp-app|1.0-1|1:2.0-1']);
    });

    it('names what the package manager says where it cannot tell', () => {
      const command =
        "sp_due_dnf() { echo 'why|Problem: nothing provides x'; return 1; }; sp_manager=dnf; sp_due full '' || echo failed";
      expect(told(command, '')).to.deep.equal(['why|Problem: nothing provides x', 'failed']);
    });
  });
}
