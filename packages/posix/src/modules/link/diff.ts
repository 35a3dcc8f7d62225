import { type Edit, type EditValue, editValue, type Observed } from '@setpoint/model';
import { diffOwnership } from '../../ownership/ownership.ts';
import { backupOf, type LinkDeclared, type LinkState } from './declared.ts';

/** The properties of a link that differ from their declaration. */
export function diffLink(declared: LinkDeclared, observed: Observed<LinkState>): readonly Edit[] {
  if (declared.state === 'absent') return observed.kind === 'absent' ? [] : [removal(observed)];
  const target = editValue(declared.target);
  const owned = diffOwnership(declared.ownership, undefined, false);
  switch (observed.kind) {
    case 'absent':
      return [{ path: 'target', before: { kind: 'absent' }, after: target }, ...owned];
    case 'unknown': {
      const before: EditValue = { kind: 'unknown', cause: observed.cause };
      return [{ path: 'target', before, after: target }, ...owned.map(({ path, after }) => ({ path, before, after }))];
    }
    case 'present':
      return observed.state.type === 'link'
        ? diffFound(declared, observed.state)
        : diffOther(declared, observed.state, owned);
    default:
      return observed satisfies never;
  }
}

function removal(observed: Observed<LinkState>): Edit {
  const after = editValue('absent');
  if (observed.kind === 'unknown') {
    return { path: 'state', before: { kind: 'unknown', cause: observed.cause }, after };
  }
  return { path: 'state', before: editValue('present'), after };
}

/** Something else than a symbolic link is there, which may be the hard link that is declared. */
function diffOther(declared: LinkDeclared, state: LinkState, owned: readonly Edit[]): readonly Edit[] {
  if (state.isTarget === true) return [];
  const after = editValue(declared.target);
  return [
    replacedType(declared, state),
    { path: 'target', before: { kind: 'absent' }, after },
    ...owned,
    ...backupEdit(declared, state),
  ];
}

/** The backup is told as what it is: another thing that will be there. */
function backupEdit(declared: LinkDeclared, state: LinkState): readonly Edit[] {
  const before = { kind: 'absent' } as const;
  if (typeof state.sha256 === 'object')
    return [{ path: 'backup', before, after: { kind: 'unknown', cause: state.sha256.cause } }];
  const kept = backupOf(declared, state);
  return kept === undefined ? [] : [{ path: 'backup', before, after: editValue(kept) }];
}

function diffFound(declared: LinkDeclared, state: LinkState): readonly Edit[] {
  if (declared.hard === true) {
    const before = editValue(state.target ?? undefined);
    return [replacedType(declared, state), { path: 'target', before, after: editValue(declared.target) }];
  }
  const owned = diffOwnership(declared.ownership, { ...state, mode: '0777' }, false);
  if (state.target === declared.target) return owned;
  return [
    { path: 'target', before: editValue(state.target ?? undefined), after: editValue(declared.target) },
    ...owned,
  ];
}

/** A directory of which nobody can tell whether it is empty must not be promised away, nor a file that may be the hard link. */
function replacedType({ hard }: LinkDeclared, { type, entries, isTarget }: LinkState): Edit {
  const open = [entries, isTarget].find((fact) => typeof fact === 'object');
  const before: EditValue = open === undefined ? editValue(type) : { kind: 'unknown', cause: open.cause };
  return { path: 'type', before, after: editValue(hard === true ? 'hard link' : 'link'), replaces: true };
}
