import {
  type Answer,
  type AskedAfterwards,
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

/** What is asked: everything that the resources need of their node. */
export type GatherWork = {
  readonly resources: readonly DeclaredResource[];
  readonly modules: ReadonlyMap<string, ResourceModule>;
};

/** Asks everything that the resources need of their node, each different question once, in one round trip. */
export async function gather(channel: Channel, work: GatherWork, signal?: AbortSignal): Promise<GatherResult> {
  const questions = distinctQuestions(work.resources, work.modules);
  if (questions.size === 0) return { kind: 'gathered', facts: factsFrom(new Map()) };
  const result = await channel.ask([...questions.values()], signal);
  if (result.kind === 'failed') return result;
  return { kind: 'gathered', facts: factsFrom(answersByKey(questions, result.answers)) };
}

/** The same questions, to be answered by the program of a wave after its last step; undefined when there are none. */
export function gatherAfterwards(work: GatherWork, onFacts: (facts: Facts) => void): AskedAfterwards | undefined {
  const questions = distinctQuestions(work.resources, work.modules);
  if (questions.size === 0) return undefined;
  const onAnswers = (answers: readonly Answer[]): void => onFacts(factsFrom(answersByKey(questions, answers)));
  return { questions: [...questions.values()], onAnswers };
}

function answersByKey(
  questions: ReadonlyMap<string, Question>,
  answers: readonly Answer[],
): ReadonlyMap<string, Answer> {
  return new Map([...questions.keys()].map((key, index) => [key, answers[index] ?? missing]));
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
