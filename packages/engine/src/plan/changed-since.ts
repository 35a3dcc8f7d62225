import { type DeclaredResource, type Diagnostic, type ResourceModule, warningDiagnostic } from '@setpoint/model';
import { queriesOf } from '../gather/queries-of.ts';
import type { PlanningView } from './plan-resource.ts';

/** A warning when a resource that leads back from an earlier run is not as that run left it: somebody's work would be undone too. */
export function changedSince(
  module: ResourceModule,
  resource: DeclaredResource,
  { facts, node }: PlanningView,
): readonly Diagnostic[] {
  const { address, left, runAs, source } = resource;
  if (left === undefined) return [];
  const answers = Object.entries(queriesOf(module, left)).map(([name, query]) => [name, facts.read(query, runAs)]);
  const { observed } = module.observe(left, Object.fromEntries(answers));
  const moved = module.diff(left, observed).filter((edit) => edit.before.kind !== 'unknown' && edit.act !== true);
  if (moved.length === 0) return [];
  const paths = [...new Set(moved.map((edit) => edit.path))].join(', ');
  const detail = `${address} is not as that run left it: ${paths} changed since. Going back undoes that as well.`;
  return [warningDiagnostic('SP720', { node, address, span: source, detail })];
}
