import { oncePerList, type Query } from '@setpoint/model';
import type { ShellText } from '@setpoint/sdk';
import { askProgram, planSections, type Section } from '../program/ask-program.ts';
import { queryKinds } from '../queries/index.ts';

/** Everything about a program that asks questions but its nonce. */
export type AskPlan = { readonly sections: readonly Section[]; readonly program: ShellText };

/** The program for these queries. Nodes of one play mostly ask the very same ones: their program is written once. */
export const planAsk: (queries: readonly Query[]) => AskPlan = oncePerList((queries) => {
  const sections = planSections(queries, queryKinds);
  return { sections, program: askProgram(sections) };
});
