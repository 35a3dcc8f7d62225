import type { Answer, Observed, Operation } from '@setpoint/model';
import { defineResource, Type } from '@setpoint/sdk';

type BundleDeclared = { readonly name: string };

/** A bundle of a fake node: installing it brings cells that nobody listed, and adjacent ones are installed as one. */
export const bundleModule = defineResource<BundleDeclared, Record<string, never>>()({
  type: 'bundle',
  channel: 'fake',
  summary: 'A bundle of a fake node.',
  identityDescription: 'Name of the bundle.',
  schema: Type.Object({}, { additionalProperties: false }),
  examples: ['- bundle: tools'],
  declare: ({ identity }) => ({ kind: 'declared', identity, declared: { name: identity } }),
  references: () => [],
  queries: ({ name }) => ({ bundle: { kind: 'bundle', name } }),
  observe: (_, answers) => ({ observed: observeBundle(answers['bundle']), problems: [] }),
  diff: (_, observed) => {
    if (observed.kind === 'present') return [];
    const before = observed.kind === 'absent' ? ({ kind: 'absent' } as const) : observed;
    return [{ path: 'state', before, after: { kind: 'value', value: 'present' } }];
  },
  operations: ({ name }, edits) => ({ operations: edits.length === 0 ? [] : [install([name])], reasons: [] }),
  predict: () => ({ answers: { bundle: { status: 'found', value: {} } }, unsettles: ['cell'] }),
  merge: (operations) => install(operations.flatMap(({ action }) => action['names'] as string[])),
});

function observeBundle(answer: Answer | undefined): Observed<Record<string, never>> {
  if (answer?.status === 'found') return { kind: 'present', state: {} };
  return answer?.status === 'unknown' ? { kind: 'unknown', cause: answer.cause } : { kind: 'absent' };
}

function install(names: readonly string[]): Operation {
  return {
    title: `install ${names.join(' ')}`,
    action: { kind: 'install', names },
    timeoutMs: 1000,
    hazards: [],
    repeatable: true,
  };
}
