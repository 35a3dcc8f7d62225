import type { Edit, Hazard, Observed, Work } from '@setpoint/model';
import { runOperation } from '../../../operations/run-operation.ts';
import type { GitDeclared } from '../declared.ts';
import { deadlineMs } from '../operations.ts';
import { shownUrl } from '../target.ts';
import { mirrorScript } from './mirror-script.ts';
import { type MirrorState, mirrorStateOf } from './observe.ts';
import { refChanges } from './ref-changes.ts';

/** One operation: fetch, and set the branches and tags. */
export function mirrorOperations(declared: GitDeclared, edits: readonly Edit[], observed: Observed<MirrorState>): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const operation = runOperation({
    title: `mirror ${shownUrl(declared.repo)} in ${declared.path}`,
    script: mirrorScript(declared, observed),
    timeoutMs: deadlineMs,
    repeatable: true,
    compares: true,
    hazards: hazardsOf(declared, observed),
  });
  return { operations: [operation], reasons: [] };
}

function hazardsOf({ path }: GitDeclared, observed: Observed<MirrorState>): readonly Hazard[] {
  const loss = (message: string): readonly Hazard[] => [{ kind: 'data-loss', message }];
  if (observed.kind === 'unknown')
    return loss(`branches and tags of ${path} that the remote does not have are removed`);
  const { found, wanted } = mirrorStateOf(observed) ?? { found: null, wanted: null };
  if (found === null || wanted === null) return [];
  const [first, ...more] = refChanges(found.refs, wanted.refs).filter(({ after }) => after === null);
  if (first === undefined) return [];
  return more.length === 0
    ? loss(`${first.name} is removed from ${path}, because the remote does not have it`)
    : loss(`${first.name} and ${more.length} more are removed from ${path}, because the remote does not have them`);
}
