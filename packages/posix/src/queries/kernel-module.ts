import type { Answer, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { ownUidText } from '../program/own-uid.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks for a module of the running kernel; its name is written with underscores. */
export type KernelModuleQuery = { readonly kind: 'kernel-module'; readonly name: string };

/** The answer; a module that the kernel neither has nor could load is absent. */
export type KernelModuleValue = {
  /** `built-in` is a part of the kernel; `untold` where the node has no modprobe to ask. */
  readonly status: 'loaded' | 'built-in' | 'loadable' | 'untold';
  /** False when not even root may load modules, as in most containers. */
  readonly canChange: boolean;
};

export function kernelModuleQuery(name: string): KernelModuleQuery {
  return { kind: 'kernel-module', name };
}

/** The first line tells whether root lacks the right to load (CAP_SYS_MODULE, bit 16). Then one sign per module. */
export const kernelModuleKind: QueryKind = {
  kind: 'kernel-module',
  batchSize: 200,
  library: shRaw(
    String.raw`sp_modules() {
  ${ownUidText.replaceAll('${', '\\${')}
  sp_may=1
  while read -r sp_key sp_cap; do
    if [ "$sp_key" = CapEff: ]; then
      sp_cap=\${sp_cap%????}
      case $u:$sp_cap in 0:*[02468ace]) sp_may=0;; esac
    fi
  done </proc/self/status
  printf '%s\n' $sp_may
  sp_builtin=$(tr - _ <"/lib/modules/$(uname -r)/modules.builtin" 2>/dev/null)
  for sp_name; do
    if [ -e "/sys/module/$sp_name/initstate" ]; then printf l
    elif [ -d "/sys/module/$sp_name" ]; then printf b
    else case $nl$sp_builtin$nl in
      *"/$sp_name.ko$nl"*) printf b;;
      *)
        if ! sp_has modprobe; then printf '?'
        elif modprobe -n -q -- "$sp_name" >/dev/null 2>&1; then printf a
        else printf -- -; fi;;
    esac; fi
  done
  printf '\n'
}
`.replaceAll('\\${', '${'),
  ),
  section: (queries) => sh`sp_modules ${queries.map((query) => queryText(query, 'name'))}`,
  parse: (output, queries) => {
    const [may = '', marks = ''] = output.toString('latin1').split('\n');
    if (!/^[01]$/.test(may) || !/^[lba?-]*$/.test(marks) || marks.length !== queries.length)
      return unreadable(queries, 'modules of the kernel');
    return queries.map((_: Query, index) => answerFor(marks[index] ?? '', may === '1'));
  },
};

function answerFor(mark: string, canChange: boolean): Answer {
  const status = statuses[mark];
  if (status === undefined) return { status: 'absent' };
  const value: KernelModuleValue = { status, canChange };
  return { status: 'found', value };
}

const statuses: Readonly<Record<string, KernelModuleValue['status']>> = {
  l: 'loaded',
  b: 'built-in',
  a: 'loadable',
  '?': 'untold',
};
