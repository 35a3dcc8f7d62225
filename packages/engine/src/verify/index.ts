import { type Channel, type Diagnostic, type Edit, errorDiagnostic, type NodeSpec } from '@setpoint/model';
import { type Facts, type GatherResult, gather } from '../gather/index.ts';
import { AnswerOverlay } from '../gather/overlay.ts';
import { describeValue } from '../plan/describe-value.ts';
import { type PlannedResource, planResource } from '../plan/plan-resource.ts';
import { showChange } from '../plan/show-change.ts';
import type { EngineContext } from '../ports.ts';

/** What is proven, and what was read for it already after everything was done. */
export type VerifyWork = {
  readonly channel: Channel;
  readonly planned: readonly PlannedResource[];
  readonly facts: Facts | undefined;
};

/** Reads the resources again and gives one error for each that is not as declared: the proof that an apply held. */
export async function verify(node: NodeSpec, work: VerifyWork, context: EngineContext): Promise<readonly Diagnostic[]> {
  const resources = work.planned.map((planned) => planned.resource);
  const gathered: GatherResult =
    work.facts === undefined
      ? await gather(work.channel, { resources, modules: context.modules })
      : { kind: 'gathered', facts: work.facts };
  if (gathered.kind === 'failed') return [{ ...gathered.diagnostic, node: node.name }];
  return resources.flatMap((resource) => {
    // Nothing is predicted any more: each resource stands for itself.
    const { modules, onBug } = context;
    const view = { node: node.name, facts: gathered.facts, overlay: new AnswerOverlay(), modules, onBug };
    const again = planResource(resource, view);
    const problems = again.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
    if (problems.length > 0) return problems;
    const shown = showChange(again.change, again, context.redactor);
    const left = shown.edits.filter((edit) => edit.act !== true);
    return left.length === 0 ? [] : [notConverged(again, left, node)];
  });
}

function notConverged({ resource, change }: PlannedResource, edits: readonly Edit[], node: NodeSpec): Diagnostic {
  const place = { node: node.name, address: resource.address, span: resource.source };
  if (change.action === 'run') {
    const what = `${resource.address} on ${node.name}`;
    return errorDiagnostic('SP701', {
      ...place,
      detail: `${what} was run and read again, and what makes it needed is still so.`,
      hint: 'look whether it does what its conditions wait for, and whether it needs more time for that',
    });
  }
  return errorDiagnostic('SP701', {
    ...place,
    detail: `${resource.address} on ${node.name} was changed and read again: ${edits.map(describeEdit).join('; ')}.`,
    hint: 'look for something else on the node that manages the same object',
  });
}

function describeEdit({ path, before, after }: Edit): string {
  return `${path} is declared ${describeValue(after)} and was found ${describeValue(before)}`;
}
