import { type Hazard, isUnknown, type Operation, type Unknown } from '@setpoint/model';
import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { runOperation } from '../operations/run-operation.ts';
import { nameOf, parentOf } from '../paths/absolute-path.ts';
import { enterLibrary } from '../paths/entering.ts';
import type { Extra } from './extras.ts';

/** One entry takes some milliseconds; a slow disk takes ten times as long. */
const deadlineMs = 60_000;
const entryMs = 100;

/**
 * Removes what the plan listed, and nothing that came since: a directory that holds more by then stays, which is an error. No
 * operation where there is nothing to remove; `source` is what the directory is a copy of.
 */
export function pruneOperations(
  path: string,
  extras: readonly Extra[] | Unknown,
  source: string,
): readonly Operation[] {
  const listed = isUnknown(extras) ? [] : extras;
  if (listed.length === 0 && !isUnknown(extras)) return [];
  const root = path === '/' ? '' : path;
  const calls = listed.toReversed().map(({ name, type }): ShellText => {
    const at = `${root}/${name}`;
    return sh`sp_prune ${type === 'directory' ? 1 : ''} ${parentOf(at)} ${nameOf(at)} || exit\n`;
  });
  const hazard: Hazard = {
    kind: 'data-loss',
    message: `${listed.length === 1 ? 'one entry' : `${listed.length} entries`} of ${path} that ${source} does not have will be deleted and cannot be brought back`,
  };
  const operation = runOperation({
    title: `remove from ${path} what ${source} does not have`,
    script: sh`${enterLibrary}${pruneLibrary}${shJoin(calls, '')}`,
    timeoutMs: deadlineMs + listed.length * entryMs,
    hazards: listed.length === 0 ? [] : [hazard],
    repeatable: true,
    compares: true,
  });
  return [operation];
}

const pruneLibrary: ShellText = shRaw(
  String.raw`sp_prune() {
  ( [ -d "$2" ] || exit 0
    sp_enter "$2"
    sp_there "$3" || exit 0
    if [ -d "./$3" ] && [ ! -L "./$3" ]; then
      [ -n "$1" ] || sp_refuse "$2/$3 is a directory now; the plan found something else"
      rmdir -- "./$3"
    else
      [ -z "$1" ] || sp_refuse "$2/$3 is $(sp_what "$3") now; the plan found a directory"
      rm -f -- "./$3"
    fi )
}
`,
);
