import { type Edit, type EditValue, editValue, type Observed } from '@setpoint/model';
import { compareSpec, stateDifference } from './compare.ts';
import type { ContainerDeclared } from './declared.ts';
import type { Difference } from './difference.ts';
import type { ContainerState } from './observe.ts';

/** The properties of a container that differ; those that are fixed when it is made replace it. */
export function diffContainer(declared: ContainerDeclared, observed: Observed<ContainerState>): readonly Edit[] {
  const { state, spec } = declared;
  if (observed.kind === 'unknown') {
    return [{ path: 'state', before: { kind: 'unknown', cause: observed.cause }, after: wanted(state) }];
  }
  const found = observed.kind === 'present' ? observed.state.container : null;
  if (state === 'absent')
    return found === null
      ? []
      : [{ path: 'state', before: editValue(found.status || 'there'), after: editValue('absent') }];
  if (found === null) {
    const image: Edit = { path: 'image', before: { kind: 'absent' }, after: editValue(spec.image) };
    return [{ path: 'state', before: { kind: 'absent' }, after: wanted(state) }, image];
  }
  return differencesOf(declared, observed).map(({ path, before, after, inPlace }) => ({
    path,
    before: editValue(before),
    after: editValue(after),
    ...(inPlace === true ? {} : { replaces: true as const }),
  }));
}

/** All differences of a container that is there. */
export function differencesOf(declared: ContainerDeclared, observed: Observed<ContainerState>): readonly Difference[] {
  if (observed.kind !== 'present' || observed.state.container === null) return [];
  const { container } = observed.state;
  return [...compareSpec(declared.spec, container, observed.state), ...stateDifference(declared, container)];
}

function wanted(state: string): EditValue {
  return editValue(state);
}
