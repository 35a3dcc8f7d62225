import { type Body, type BodyStore, type Channel, isJsonArray, type ResourceModule } from '@setpoint/model';
import { expect } from 'chai';
import { askEach, converge, type Declared, declareOrThrow, executeAll } from './converge.ts';

/**
 * Applies a declaration, keeping before what a journal would keep, and then what leads back from it; either has to converge. Tells what
 * does not come back.
 */
export async function applyAndLeadBack(
  node: { readonly channel: Channel; readonly bodies: BodyStore },
  module: ResourceModule,
  declared: Declared,
): Promise<{ readonly lacks: readonly string[] }> {
  const state = declareOrThrow(module, declared, node.bodies);
  const { observed } = module.observe(state, await askEach(node.channel, module.queries(state)));
  const edits = module.diff(state, observed);
  const kept = await keep(node, module.keep?.(state, edits, observed) ?? {});
  for (const { status } of await executeAll(node.channel, module.operations(state, edits, observed).operations))
    expect(status).to.equal('done');
  const edited = edits.map(({ path }) => path);
  const back = module.restore?.({ declared: state, before: observed, edited, kept: (sha256) => kept.get(sha256) });
  if (back?.kind !== 'declared') throw new Error(back?.why ?? 'nothing leads back');
  const backwards: ResourceModule = {
    ...module,
    declare: () => ({ kind: 'declared', identity: '', declared: back.declared }),
  };
  const { outcomes, remaining, problems } = await converge(node, backwards, { identity: '', properties: {} });
  expect({ remaining, problems, undone: outcomes.filter(({ status }) => status !== 'done') }).to.deep.equal({
    remaining: [],
    problems: [],
    undone: [],
  });
  return { lacks: back.lacks ?? [] };
}

async function keep(
  { channel, bodies }: { readonly channel: Channel; readonly bodies: BodyStore },
  queries: Parameters<typeof askEach>[1],
): Promise<ReadonlyMap<string, Body>> {
  const kept = new Map<string, Body>();
  for (const answer of Object.values(await askEach(channel, queries))) {
    const value = answer.status === 'found' && !isJsonArray(answer.value) ? answer.value : {};
    const { sha256, base64 } = value as { readonly sha256?: unknown; readonly base64?: unknown };
    if (typeof sha256 !== 'string' || typeof base64 !== 'string') continue;
    const bytes = Buffer.from(base64, 'base64');
    bodies.put(sha256, { kind: 'bytes', bytes });
    kept.set(sha256, { sha256, sizeBytes: bytes.length });
  }
  return kept;
}
