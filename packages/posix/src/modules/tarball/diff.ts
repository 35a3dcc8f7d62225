import { type Edit, type EditValue, editValue, isUnknown, type Observed } from '@setpoint/model';
import { diffOwnership } from '../../ownership/ownership.ts';
import type { CommitPair, TarballDeclared, TarballState } from './declared.ts';
import { commitsOf, wantedDigest } from './observe.ts';

/** The commit and the content, when the file does not hold the tree as it is, and owner, group and mode. */
export function diffTarball({ ownership, commit }: TarballDeclared, observed: Observed<TarballState>): readonly Edit[] {
  if (observed.kind === 'present') {
    const { found, wanted, isFresh } = observed.state;
    const owned = diffOwnership(ownership, observed.state, false);
    if (isFresh === true || found === wanted) return owned;
    // What the tree will hold is told when the changes in it are done.
    if (isUnknown(wanted)) {
      const open: EditValue = { kind: 'unknown', cause: wanted.cause };
      return [...openEdits(commit, open), { path: 'content', before: open, after: open }, ...owned];
    }
    const before = found === null ? editValue('something else') : tarText(found);
    return [...namedEdits(observed.state.commits), { path: 'content', before, after: tarText(wanted) }, ...owned];
  }
  const before: EditValue =
    observed.kind === 'unknown' ? { kind: 'unknown', cause: observed.cause } : { kind: 'absent' };
  const wanted = wantedDigest(observed);
  const after = wanted === undefined ? before : tarText(wanted);
  const owned = diffOwnership(ownership, undefined, false);
  const commits = commitsOf(observed);
  const named = commits === undefined ? openEdits(commit, before) : namedEdits(commits);
  return [...named, { path: 'content', before, after }, ...owned.map((edit) => ({ ...edit, before }))];
}

/** Which commit it holds and which it is to hold, where these differ. */
function namedEdits(commits: CommitPair | undefined): readonly Edit[] {
  if (commits === undefined || commits.found === commits.wanted) return [];
  return [{ path: 'commit', before: editValue(commits.found ?? undefined), after: editValue(commits.wanted) }];
}

function openEdits(commit: TarballDeclared['commit'], open: EditValue): readonly Edit[] {
  return commit === null ? [] : [{ path: 'commit', before: open, after: open }];
}

function tarText(digest: string): EditValue {
  return editValue(`tar sha256:${digest}`);
}
