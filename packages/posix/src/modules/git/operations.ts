import type { Edit, Hazard, Observed, Work } from '@setpoint/model';
import { runOperation } from '../../operations/run-operation.ts';
import { checkoutScript } from './checkout-script.ts';
import type { GitDeclared } from './declared.ts';
import { filesText, refText } from './diff.ts';
import { type GitState, stateOf } from './observe.ts';
import { shownUrl } from './target.ts';

/** A large history over a slow line takes its time. */
export const deadlineMs = 30 * 60_000;

/** One operation: fetch, check out, and what belongs to it. */
export function gitOperations(declared: GitDeclared, edits: readonly Edit[], observed: Observed<GitState>): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const operation = runOperation({
    title: `check out ${refText(declared)} of ${shownUrl(declared.repo)} in ${declared.path}`,
    script: checkoutScript(declared, observed),
    timeoutMs: deadlineMs,
    repeatable: true,
    compares: true,
    hazards: hazardsOf(declared, observed),
  });
  return { operations: [operation], reasons: reasonsOf(observed) };
}

function hazardsOf({ path, force }: GitDeclared, observed: Observed<GitState>): readonly Hazard[] {
  if (!force) return [];
  const loss = (what: string): Hazard => ({
    kind: 'data-loss',
    message: `${what} in ${path} ${what.startsWith('one') || what === 'a commit' ? 'is' : 'are'} thrown away`,
  });
  if (observed.kind === 'unknown') return [loss('changes that were not committed')];
  const copy = stateOf(observed)?.copy;
  if (copy === undefined || copy === null) return [];
  const { changedCount, localCommits } = copy;
  return [
    ...(changedCount > 0 ? [loss(filesText(changedCount))] : []),
    ...(localCommits > 0 ? [loss(localCommits === 1 ? 'a commit' : `${localCommits} commits`)] : []),
  ];
}

function reasonsOf(observed: Observed<GitState>): readonly string[] {
  const tag = stateOf(observed)?.wanted?.tag;
  return tag === undefined ? [] : [`the tag ${tag} names this commit now`];
}
