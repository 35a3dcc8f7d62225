import { type Edit, type EditValue, editValue, isUnknown, type Observed } from '@setpoint/model';
import { knownOf } from '../server-object/state.ts';
import { changeOf, isNeeded, type ObjectChange, serverWord } from './change.ts';
import type { GrantDeclared } from './declared.ts';
import type { GrantState } from './observe.ts';

/**
 * What the role holds where it is not what is declared. The edits are the same for one object and for many, and their right sides
 * tell the declaration alone, so that a plan on objects that are not known yet foresees them all.
 */
export function diffGrant(declared: GrantDeclared, observed: Observed<GrantState>): readonly Edit[] {
  const unknown = unknownOf(observed);
  if (unknown !== undefined) return possibleEdits(declared, unknown);
  const facts = observed.kind === 'present' ? knownOf(observed.state.object) : undefined;
  if (facts === undefined) return declared.state === 'absent' ? [] : possibleEdits(declared, { kind: 'absent' });
  const changes = facts.objects.map((each) => changeOf(declared, each)).filter(isNeeded);
  return changes.length === 0 ? [] : editsOf(declared, changes);
}

function unknownOf(observed: Observed<GrantState>): EditValue | undefined {
  if (observed.kind === 'unknown') return { kind: 'unknown', cause: observed.cause };
  if (observed.kind === 'absent' || !isUnknown(observed.state.object)) return undefined;
  return { kind: 'unknown', cause: observed.state.object.cause };
}

/** Everything that could have to be done. */
function possibleEdits(declared: GrantDeclared, before: EditValue): readonly Edit[] {
  const { grantOption, exclusive } = declared;
  return [
    { path: 'privileges', before, after: wantedValue(declared) },
    ...(grantOption === null ? [] : [{ path: 'grant_option', before, after: editValue(grantOption) }]),
    ...(exclusive ? [{ path: 'exclusive', before, after: editValue(true) }] : []),
  ];
}

function wantedValue({ state, privileges }: GrantDeclared): EditValue {
  return state === 'absent' ? { kind: 'absent' } : editValue((privileges ?? ['ALL']).map(serverWord));
}

function editsOf(declared: GrantDeclared, changes: readonly ObjectChange[]): readonly Edit[] {
  const { state, grantOption } = declared;
  const lacks = changes.some(({ object, given }) => given.some((each) => !heldOn(object).includes(each)));
  const optionDiffers = changes.some(
    ({ object, given, kept }) => kept.length > 0 || given.some((each) => heldOn(object).includes(each)),
  );
  const surplus = state === 'absent' ? [] : [...new Set(changes.flatMap(({ taken }) => taken))].sort();
  return [
    ...(lacks || state === 'absent'
      ? [{ path: 'privileges', before: heldValue(declared, changes), after: wantedValue(declared) }]
      : []),
    ...(optionDiffers && grantOption !== null
      ? [{ path: 'grant_option', before: editValue(!grantOption), after: editValue(grantOption) }]
      : []),
    ...(surplus.length > 0
      ? [{ path: 'exclusive', before: editValue(`also ${surplus.join(', ')}`), after: editValue(true) }]
      : []),
  ];
}

/** Of what is declared, that which is held wherever something changes; of what goes, that which is held anywhere. */
function heldValue({ state }: GrantDeclared, changes: readonly ObjectChange[]): EditValue {
  const [first, ...others] = changes;
  if (first === undefined) return { kind: 'absent' };
  const held =
    state === 'absent'
      ? [...new Set(changes.flatMap(({ taken }) => taken))].sort()
      : heldOn(first.object).filter((each) => others.every(({ object }) => heldOn(object).includes(each)));
  return held.length === 0 ? { kind: 'absent' } : editValue(held);
}

function heldOn({ held }: ObjectChange['object']): readonly string[] {
  return held.map(({ privilege }) => privilege);
}
