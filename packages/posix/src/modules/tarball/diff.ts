import { type Edit, type EditValue, editValue, isUnknown, type Observed } from '@setpoint/model';
import { diffOwnership } from '../../ownership/ownership.ts';
import type { TarballDeclared, TarballState } from './declared.ts';
import { wantedDigest } from './observe.ts';

/** The content, when the file does not hold the tree as it is, and owner, group and mode. */
export function diffTarball({ ownership }: TarballDeclared, observed: Observed<TarballState>): readonly Edit[] {
  if (observed.kind === 'present') {
    const { found, wanted, isFresh } = observed.state;
    const owned = diffOwnership(ownership, observed.state, false);
    if (isFresh === true || found === wanted) return owned;
    // What the tree will hold is told when the changes in it are done.
    if (isUnknown(wanted)) {
      const open: EditValue = { kind: 'unknown', cause: wanted.cause };
      return [{ path: 'content', before: open, after: open }, ...owned];
    }
    const before = found === null ? editValue('something else') : tarText(found);
    return [{ path: 'content', before, after: tarText(wanted) }, ...owned];
  }
  const before: EditValue =
    observed.kind === 'unknown' ? { kind: 'unknown', cause: observed.cause } : { kind: 'absent' };
  const wanted = wantedDigest(observed);
  const after = wanted === undefined ? before : tarText(wanted);
  const owned = diffOwnership(ownership, undefined, false);
  return [{ path: 'content', before, after }, ...owned.map((edit) => ({ ...edit, before }))];
}

function tarText(digest: string): EditValue {
  return editValue(`tar sha256:${digest}`);
}
