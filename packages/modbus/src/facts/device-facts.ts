import type { Answer } from '@setpoint/model';
import type { RegistersQuery } from '../driver/query.ts';
import type { RegisterDefinition, ResolvedProfile } from '../profiles/index.ts';
import { type Reading, readingOf, readingQuery } from './reading.ts';

/** Everything of a profile that can be read, in its order. */
export function readableRegisters(profile: ResolvedProfile): readonly RegisterDefinition[] {
  return [...profile.registers.values()].filter(({ readAddress }) => readAddress !== null);
}

/** Asks for values; the answers come in the same order. */
export function readingQueries(definitions: readonly RegisterDefinition[]): readonly RegistersQuery[] {
  return definitions.map(readingQuery);
}

/** The readings in the answers to `readingQueries`. */
export function readingsOf(definitions: readonly RegisterDefinition[], answers: readonly Answer[]): readonly Reading[] {
  return definitions.map((definition, index) => readingOf(definition, answers[index]));
}
