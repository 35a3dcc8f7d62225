import type { Edit, Hazard, Observed, Work } from '@setpoint/model';
import { runOperation } from '../../operations/run-operation.ts';
import { isMadeAnew } from './compare.ts';
import { containerScript } from './container-script.ts';
import type { ContainerDeclared } from './declared.ts';
import { differencesOf } from './diff.ts';
import type { Difference } from './difference.ts';
import { type ContainerState, stateOf } from './observe.ts';
import { undeclaredParts } from './parts.ts';

/** An image comes over the network first. */
const deadlineMs = 30 * 60_000;

/** One operation; what it does with a container that is there follows from what differs. */
export function containerOperations(
  declared: ContainerDeclared,
  edits: readonly Edit[],
  observed: Observed<ContainerState>,
): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const differences = differencesOf(declared, observed);
  const operation = runOperation({
    title: titleOf(declared),
    script: containerScript(declared, differences, observed),
    timeoutMs: deadlineMs,
    repeatable: true,
    compares: true,
    hazards: hazardsOf(declared, differences, observed),
  });
  return { operations: [operation], reasons: reasonsOf(declared, differences, observed) };
}

function titleOf({ name, state, spec }: ContainerDeclared): string {
  if (state === 'absent') return `remove the container ${name}`;
  return state === 'running'
    ? `run the container ${name} from ${spec.image}`
    : `keep the container ${name} from ${spec.image} stopped`;
}

function hazardsOf(
  { name, state }: ContainerDeclared,
  differences: readonly Difference[],
  observed: Observed<ContainerState>,
): readonly Hazard[] {
  const found = observed.kind === 'present' ? observed.state.container : null;
  if (found === null) return [];
  const goes = state === 'absent' || isMadeAnew(differences);
  const stops = found.running && (goes || state === 'stopped');
  return [
    ...(goes
      ? [{ kind: 'data-loss', message: `what ${name} wrote outside of its volumes goes with the container` } as const]
      : []),
    ...(stops ? [{ kind: 'service-interruption', message: `the container ${name} is stopped` } as const] : []),
  ];
}

function reasonsOf(
  { state, spec }: ContainerDeclared,
  differences: readonly Difference[],
  observed: Observed<ContainerState>,
): readonly string[] {
  if (state === 'absent' || differences.length === 0) return [];
  const fixed = namesOf(differences.filter(({ inPlace }) => inPlace !== true));
  if (fixed !== '') {
    const known = stateOf(observed);
    const lost = known === undefined ? [] : undeclaredParts(spec, known);
    return [
      `it is made anew: ${fixed} cannot be changed in a container that is there`,
      ...(lost.length === 0 ? [] : [`it had ${lost.join(', ')}, which are not declared, so the new one has none`]),
    ];
  }
  const changed = namesOf(differences.filter(({ path }) => path !== 'state'));
  return changed === '' ? [] : [`changed in place: ${changed}`];
}

function namesOf(differences: readonly Difference[]): string {
  return [...new Set(differences.map(({ path }) => path.split('.')[0] ?? path))].join(', ');
}
