import {
  type Answer,
  type Channel,
  type DeclaredResource,
  type Diagnostic,
  type Query,
  type Question,
  queryKey,
  type ResourceModule,
  type RunAs,
} from '@setpoint/model';
import { queriesOf } from './queries-of.ts';

/** What a node answered, readable per question. */
export type Facts = { readonly read: (query: Query, runAs: RunAs) => Answer };

export type GatherResult =
  | { readonly kind: 'gathered'; readonly facts: Facts }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };

/** Asks everything that the resources need of their node, each different question once, in one round trip. */
export async function gather(
  channel: Channel,
  work: { readonly resources: readonly DeclaredResource[]; readonly modules: ReadonlyMap<string, ResourceModule> },
  signal?: AbortSignal,
): Promise<GatherResult> {
  const questions = distinctQuestions(work.resources, work.modules);
  if (questions.size === 0) return { kind: 'gathered', facts: factsFrom(new Map()) };
  const result = await channel.ask([...questions.values()], signal);
  if (result.kind === 'failed') return result;
  const answers = new Map([...questions.keys()].map((key, index) => [key, result.answers[index] ?? missing]));
  return { kind: 'gathered', facts: factsFrom(answers) };
}

const missing: Answer = { status: 'unknown', cause: { kind: 'unavailable', what: 'the question was not asked' } };

function factsFrom(answers: ReadonlyMap<string, Answer>): Facts {
  return { read: (query, runAs) => answers.get(questionKey(query, runAs)) ?? missing };
}

function distinctQuestions(
  resources: readonly DeclaredResource[],
  modules: ReadonlyMap<string, ResourceModule>,
): ReadonlyMap<string, Question> {
  const questions = new Map<string, Question>();
  for (const resource of resources) {
    if (resource.withheld?.isAsked === false) continue;
    for (const query of queriesOfResource(resource, modules)) {
      const question = resource.runAs === undefined ? { query } : { query, runAs: resource.runAs };
      questions.set(questionKey(query, resource.runAs), question);
    }
  }
  return questions;
}

/** A module that throws here throws again when its resource is planned, and is told there. */
function queriesOfResource(
  { type, declared, left }: DeclaredResource,
  modules: ReadonlyMap<string, ResourceModule>,
): readonly Query[] {
  const module = modules.get(type);
  try {
    if (module === undefined) return [];
    const own = Object.values(queriesOf(module, declared));
    return left === undefined ? own : [...own, ...Object.values(queriesOf(module, left))];
  } catch {
    return [];
  }
}

function questionKey(query: Query, runAs: RunAs): string {
  return runAs === undefined ? queryKey(query) : `${String(runAs)} ${queryKey(query)}`;
}
