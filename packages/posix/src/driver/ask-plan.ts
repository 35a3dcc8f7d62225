import type { Query } from '@setpoint/model';
import type { ShellText } from '@setpoint/sdk';
import { askProgram, planSections, type Section } from '../program/ask-program.ts';
import { queryKinds } from '../queries/index.ts';

/** Everything about a program that asks questions but its nonce. */
export type AskPlan = { readonly sections: readonly Section[]; readonly program: ShellText };

/**
 * The program for these queries. Nodes of one play mostly ask the very same ones: their program is written once, and found again by
 * its first query as long as that lives.
 */
export function planAsk(queries: readonly Query[]): AskPlan {
  const [first] = queries;
  const known = first === undefined ? undefined : latest.get(first);
  if (known !== undefined && isSame(known.queries, queries)) return known;
  const sections = planSections(queries, queryKinds);
  const plan = { queries, sections, program: askProgram(sections) };
  if (first !== undefined) latest.set(first, plan);
  return plan;
}

const latest = new WeakMap<Query, AskPlan & { readonly queries: readonly Query[] }>();

function isSame(left: readonly Query[], right: readonly Query[]): boolean {
  return left.length === right.length && left.every((query, index) => query === right[index]);
}
