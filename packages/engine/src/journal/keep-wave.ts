import { type Channel, isUnknown, type Json, type Query, type Question } from '@setpoint/model';
import type { PlannedResource } from '../plan/plan-resource.ts';
import type { EngineContext, JournalStore } from '../ports.ts';
import type { JournaledChange } from './entry.ts';
import { type Content, contentsIn, journalChange, mayKeepContents } from './journal-change.ts';

/**
 * What the journal keeps of a wave before it leaves. Contents go to the store beside the journal; what the plan had no need to read
 * is read now, in one more round trip, which a wave that replaces nothing large does not have.
 */
export async function keepWave(
  wave: readonly PlannedResource[],
  to: { readonly journal: JournalStore; readonly channel: Channel },
  context: EngineContext,
): Promise<readonly JournaledChange[]> {
  const { keepContents } = to.journal;
  if (keepContents === undefined) return wave.map((planned) => journalChange(planned, context.redactor).change);
  const journaled = wave.map((planned) => journalChange(planned, context.redactor));
  const contents = [...journaled.flatMap((each) => each.contents), ...(await readContents(wave, to.channel, context))];
  const distinct = new Map(contents.map((content) => [content.sha256, content]));
  if (distinct.size > 0) await keepContents([...distinct.values()]);
  return journaled.map((each) => each.change);
}

/** What the changes of a wave replace, secrets included: nothing of it may be kept on this machine. */
export async function contentsBefore(
  wave: readonly PlannedResource[],
  channel: Channel,
  context: EngineContext,
): Promise<readonly Content[]> {
  // Observed states are JSON in shape; the type only lacks the index signature.
  const seen = wave.flatMap((planned) => contentsIn(planned.observed as unknown as Json));
  return [...seen, ...(await askContents(wave, channel, context))];
}

async function readContents(
  wave: readonly PlannedResource[],
  channel: Channel,
  context: EngineContext,
): Promise<readonly Content[]> {
  const contents = await askContents(wave.filter(mayKeepContents), channel, context);
  return contents.filter(({ bytes }) => {
    const base64 = Buffer.from(bytes).toString('base64');
    return context.redactor.redact(base64) === base64;
  });
}

async function askContents(
  wave: readonly PlannedResource[],
  channel: Channel,
  { signal }: EngineContext,
): Promise<readonly Content[]> {
  const questions = wave.flatMap(questionsOf);
  if (questions.length === 0) return [];
  const result = await channel.ask(questions, signal);
  // A node that cannot be asked cannot be changed either, which is told then.
  if (result.kind === 'failed') return [];
  return result.answers.flatMap((answer) => {
    if (answer.status !== 'found') return [];
    const { sha256, base64 } = answer.value;
    if (typeof sha256 !== 'string' || isUnknown(sha256) || typeof base64 !== 'string') return [];
    return [{ sha256, bytes: Buffer.from(base64, 'base64') }];
  });
}

function questionsOf({ module, resource, change, observed }: PlannedResource): readonly Question[] {
  const queries: readonly Query[] = Object.values(module.keep?.(resource.declared, change.edits, observed) ?? {});
  const { runAs } = resource;
  return queries.map((query) => (runAs === undefined ? { query } : { query, runAs }));
}
