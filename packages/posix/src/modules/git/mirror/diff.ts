import { type Edit, type EditValue, editValue, type Observed, type UnknownCause } from '@setpoint/model';
import type { BareRepository } from '../../../queries/git-mirror.ts';
import type { GitDeclared, MirrorRefs } from '../declared.ts';
import { shownUrl } from '../target.ts';
import { type MirrorState, mirrorStateOf } from './observe.ts';
import { refChanges } from './ref-changes.ts';

/** What differs between a mirror and its remote: every branch and tag that does, and how many come where there is no mirror yet. */
export function diffMirror({ repo, clone }: GitDeclared, observed: Observed<MirrorState>): readonly Edit[] {
  if (observed.kind === 'unknown') return openEdits(repo, observed.cause);
  const { found, wanted } = mirrorStateOf(observed) ?? { found: null, wanted: null };
  if (found === null) return clone ? [{ path: 'refs', before: { kind: 'absent' }, after: countText(wanted) }] : [];
  if (wanted === null) return [];
  const edit = (path: string, before: string | null, after: string | null): Edit => ({
    path,
    before: editValue(before ?? undefined),
    after: editValue(after ?? undefined),
  });
  return [
    ...(found.url === repo ? [] : [edit('repo', found.url === null ? null : shownUrl(found.url), repo)]),
    ...headEdits(found, wanted, edit),
    ...refEdits(found.refs, wanted.refs),
  ];
}

/** Whatever may turn out to differ once an earlier change is made. */
function openEdits(repo: string, cause: UnknownCause): readonly Edit[] {
  const open: EditValue = { kind: 'unknown', cause };
  const refs = { path: 'refs', before: open, after: open };
  if (cause.kind !== 'after') return [refs];
  return [{ path: 'repo', before: open, after: editValue(repo) }, { ...refs, path: 'branch' }, refs];
}

/** The names alone that are not what they are to be; what is left out of one side is not there. */
function refEdits(found: MirrorRefs['refs'], wanted: MirrorRefs['refs']): readonly Edit[] {
  const changes = refChanges(found, wanted);
  if (changes.length === 0) return [];
  const sideOf = (side: 'before' | 'after'): EditValue =>
    editValue(
      Object.fromEntries(changes.flatMap((change) => (change[side] === null ? [] : [[change.name, change[side]]]))),
    );
  return [{ path: 'refs', before: sideOf('before'), after: sideOf('after') }];
}

function headEdits(
  found: BareRepository,
  { head }: MirrorRefs,
  edit: (path: string, before: string | null, after: string | null) => Edit,
): readonly Edit[] {
  return head === null || found.head === head ? [] : [edit('branch', found.head, head)];
}

function countText(wanted: MirrorRefs | null): EditValue {
  if (wanted === null) return editValue('those of the remote');
  const names = Object.keys(wanted.refs);
  const branches = names.filter((name) => name.startsWith('refs/heads/')).length;
  const tags = names.length - branches;
  const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
  return editValue(`${count(branches, 'branch', 'branches')}, ${count(tags, 'tag', 'tags')}`);
}
