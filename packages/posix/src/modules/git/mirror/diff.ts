import { type Edit, type EditValue, editValue, type Observed } from '@setpoint/model';
import type { BareRepository } from '../../../queries/git-mirror.ts';
import type { GitDeclared, MirrorRefs } from '../declared.ts';
import { shownUrl } from '../target.ts';
import { type MirrorState, mirrorStateOf } from './observe.ts';
import { refChanges } from './ref-changes.ts';

const allOfThem = editValue('those of the remote');

/** What differs between a mirror and its remote: an edit for every branch and tag, and all at once where there is no mirror yet. */
export function diffMirror({ repo, clone }: GitDeclared, observed: Observed<MirrorState>): readonly Edit[] {
  if (observed.kind === 'unknown')
    return [{ path: 'refs', before: { kind: 'unknown', cause: observed.cause }, after: allOfThem }];
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
    ...refChanges(found.refs, wanted.refs).map(({ name, before, after }) => edit(name, before, after)),
  ];
}

function headEdits(
  found: BareRepository,
  { head }: MirrorRefs,
  edit: (path: string, before: string | null, after: string | null) => Edit,
): readonly Edit[] {
  return head === null || found.head === head ? [] : [edit('branch', found.head, head)];
}

function countText(wanted: MirrorRefs | null): EditValue {
  if (wanted === null) return allOfThem;
  const names = Object.keys(wanted.refs);
  const branches = names.filter((name) => name.startsWith('refs/heads/')).length;
  const tags = names.length - branches;
  const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
  return editValue(`${count(branches, 'branch', 'branches')}, ${count(tags, 'tag', 'tags')}`);
}
