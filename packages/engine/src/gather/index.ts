import {
  type Answer,
  type AskedAfterwards,
  type Channel,
  type DeclaredResource,
  type Diagnostic,
  oncePerList,
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
  const asked = questionsOf(work);
  if (asked.questions.length === 0) return { kind: 'gathered', facts: factsFrom(asked, []) };
  const result = await channel.ask(asked.questions, signal);
  if (result.kind === 'failed') return result;
  return { kind: 'gathered', facts: factsFrom(asked, result.answers) };
}

/** The same questions, to be answered by the program of a wave after its last step; undefined when there are none. */
export function gatherAfterwards(work: GatherWork, onFacts: (facts: Facts) => void): AskedAfterwards | undefined {
  const asked = questionsOf(work);
  if (asked.questions.length === 0) return undefined;
  const onAnswers = (answers: readonly Answer[]): void => onFacts(factsFrom(asked, answers));
  return { questions: asked.questions, onAnswers };
}

const missing: Answer = { status: 'unknown', cause: { kind: 'unavailable', what: 'the question was not asked' } };

function factsFrom({ positions }: AskedQuestions, answers: readonly Answer[]): Facts {
  return { read: (query, runAs) => answers[positions.get(questionKey(query, runAs)) ?? -1] ?? missing };
}

/** Each different question once; `positions` tells where it stands, by its key. */
type AskedQuestions = { readonly questions: readonly Question[]; readonly positions: ReadonlyMap<string, number> };

/** Nodes with the very same resources share their questions, so that a driver may know them again. */
function questionsOf({ resources, modules }: GatherWork): AskedQuestions {
  const ask = byModules.get(modules) ?? oncePerList((each: readonly DeclaredResource[]) => askAnew(each, modules));
  byModules.set(modules, ask);
  return ask(resources);
}

const byModules = new WeakMap<GatherWork['modules'], (resources: readonly DeclaredResource[]) => AskedQuestions>();

function askAnew(resources: readonly DeclaredResource[], modules: GatherWork['modules']): AskedQuestions {
  const questions: Question[] = [];
  const positions = new Map<string, number>();
  for (const resource of resources) {
    if (resource.withheld?.isAsked === false) continue;
    for (const query of queriesOfResource(resource, modules)) {
      const key = questionKey(query, resource.runAs);
      const question = resource.runAs === undefined ? { query } : { query, runAs: resource.runAs };
      const position = positions.get(key) ?? questions.length;
      questions[position] = question;
      positions.set(key, position);
    }
  }
  return { questions, positions };
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
