import type { Diagnostic, Plan } from '@setpoint/model';

/** What a report is about: a plan as it will be applied, a plan read as a report on what moved, a plan that goes back. */
export const reportTitles = {
  plan: 'Setpoint plan',
  drift: 'Setpoint drift',
  rollback: 'Setpoint rollback',
} as const satisfies Record<string, string>;

export type ReportKind = keyof typeof reportTitles;

/** Everything that a report is made from; equal reports give equal texts. */
export type PlanReport = {
  readonly kind: ReportKind;
  /** Absent when there is nothing but problems, because the project itself is not valid. */
  readonly plan?: Plan;
  /** What is wrong with the project; what concerns a node or the policy stands in the plan. */
  readonly problems: readonly Diagnostic[];
};

/** What is wrong on the nodes of a plan, in the order of the plan. */
export function nodeProblems(plan: Plan | undefined): readonly Diagnostic[] {
  return plan?.plays.flatMap((play) => play.nodes.flatMap((node) => node.diagnostics)) ?? [];
}

/** Everything that a report calls a problem: of the project, of its policy, of its nodes. */
export function allProblems({ plan, problems }: PlanReport): readonly Diagnostic[] {
  return [...problems, ...(plan?.violations ?? []), ...nodeProblems(plan)];
}
