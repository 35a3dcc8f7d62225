import { judgePlan, nodesLimitName, type PlannedRun } from '@setpoint/engine';
import { type Diagnostic, nearestName, type Policy, warningDiagnostic } from '@setpoint/model';

/** A planned run that bears what its project's policy says of it, and what is to be told about the allowances. */
export type JudgedRun = { readonly run: PlannedRun; readonly diagnostics: readonly Diagnostic[] };

/** Judges the plan of a run; `allowed` are the names that were given with `--allow`. */
export function judgeRun(run: PlannedRun, policy: Policy, allowed: readonly string[]): JudgedRun {
  const { violations, used } = judgePlan(run.plan, policy, allowed);
  const plan = {
    ...run.plan,
    ...(violations.length === 0 ? {} : { violations }),
    ...(used.length === 0 ? {} : { allowed: used }),
  };
  const idle = [...new Set(allowed)].filter((name) => !used.includes(name));
  return { run: { ...run, plan }, diagnostics: idle.map((name) => allowsNothing(name, policy)) };
}

function allowsNothing(name: string, { requireAllow }: Policy): Diagnostic {
  const near = nearestName(name, [...requireAllow.map((rule) => rule.name), nodesLimitName]);
  return warningDiagnostic('SP854', {
    detail: `\`--allow ${name}\` lifts nothing that the policy does not allow in this plan.`,
    ...(near === undefined || near === name ? {} : { hint: `Did you mean \`${near}\`?` }),
  });
}
