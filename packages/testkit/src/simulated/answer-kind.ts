import type { Answer, JsonObject, Query } from '@setpoint/model';
import type { SimulatedHost } from './host.ts';

/** How a simulated host answers one kind of query, from its state alone. */
export type AnswerKind = (host: SimulatedHost, query: Query) => Answer;

/** A text member of a query. */
export function textOf(query: Query, member: string): string {
  const value = query[member];
  return typeof value === 'string' ? value : '';
}

/** A found answer. */
export function found(value: JsonObject): Answer {
  return { status: 'found', value };
}
