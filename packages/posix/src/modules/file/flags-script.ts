import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { nameOf, parentOf } from '../../paths/absolute-path.ts';
import { makeLibrary } from '../../paths/entering.ts';
import type { FlagsChange } from './flags.ts';

/**
 * Sets the attributes of the very file that is found at the path. `chattr` goes by a name, so nobody else may be able to put another
 * file under that name: where others can change the directory it is refused.
 */
export function flagsScript(path: string, { from, to }: FlagsChange): ShellText {
  const name = nameOf(path);
  const at = `./${name}`;
  const parent = parentOf(path);
  const flags = [
    { letter: 'i', title: 'immutable', found: from?.immutable, wanted: to.immutable },
    { letter: 'a', title: 'append-only', found: from?.appendOnly, wanted: to.appendOnly },
  ];
  // What is found and what is declared are the only two states when they differ.
  const compared = flags.filter(({ found, wanted }) => found !== undefined && found === wanted);
  const comparisons = compared.map(({ letter, title, found }) => {
    const [isIt, isNot] = found === true ? ['', `is not ${title} now`] : [`is ${title} now`, ''];
    return sh`case $sp_now in *${shRaw(letter)}*) ${refuse(path, isIt)};; *) ${refuse(path, isNot)};; esac\n`;
  });
  const words = flags.map(({ letter, wanted }) => shRaw(`${wanted ? '+' : '-'}${letter}`));
  return sh`${makeLibrary}sp_enter ${parent}
[ -f ${at} ] && [ ! -L ${at} ] || sp_refuse ${path}" is $(sp_what ${name}) now; the plan found a file"
sp_guarded && { case $sp_is in *[tT]) [ -O ${at} ] || [ "$(stat -c %u -- ${at})" = 0 ];; esac; } || sp_refuse ${`others can change ${parent}, so no attribute is set on what is there`}
sp_now=$(lsattr -d -- ${at}) || exit
sp_now=\${sp_now%% *}
${shJoin(comparisons, '')}chattr ${shJoin(words, ' ')} ${at}`;
}

function refuse(path: string, what: string): ShellText {
  return what === '' ? sh`:` : sh`sp_refuse ${`${path} ${what}; the plan found the contrary`}`;
}
