import type { Plan, PlanOrigin } from '@setpoint/model';
import { type PlanTextOptions, planToJson } from '@setpoint/render';
import type { CommandIo, ParsedArguments } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { type PlanSequel, planExitCode, planProject } from '../project/plan-project.ts';
import { planKeeper } from '../saved-plan/save.ts';
import { writePlanFormat } from './formats.ts';
import { createReport, type Report } from './report.ts';

/** How a command tells a plan: the type of its JSON line and its text. */
export type PlanTelling = {
  readonly type: 'plan' | 'drift' | 'rollback';
  readonly render: (plan: Plan, options: PlanTextOptions) => string;
  /** What is done on the way to the plan beside what every plan takes. */
  readonly sequel?: Pick<PlanSequel, 'hold' | 'source'>;
  /** What a saved plan is made from again, where that is not the playbooks. */
  readonly origin?: PlanOrigin;
};

/** Plans, tells the plan and gives its exit code: all that a command does which changes nothing. */
export async function reportPlan(given: ParsedArguments, io: CommandIo, telling: PlanTelling): Promise<ExitCode> {
  const keeper = planKeeper(given, io);
  if (keeper?.obstacle !== undefined) {
    await createReport(given, io, io.cwd).diagnostics([keeper.obstacle]);
    return exitCodes.error;
  }
  const planned = await planProject(given, io, {
    willApply: false,
    ...telling.sequel,
    ...(keeper === undefined ? {} : { recorder: keeper.recorder }),
  });
  if (planned.kind === 'stopped') {
    if (planned.report !== undefined)
      await writePlanFormat(undefined, { given, report: planned.report, kind: telling.type });
    return planned.exitCode;
  }
  const { opened, run } = planned;
  await tellPlan(run.plan, { given, report: opened.report, telling });
  const isKept =
    io.signal.aborted ||
    ((await keeper?.keep({ run, opened, ...(telling.origin === undefined ? {} : { origin: telling.origin }) })) ??
      true);
  return isKept ? planExitCode(run.plan, given, io) : exitCodes.error;
}

/** Writes a plan as text, as one JSON line, or in the form that `--format` names. */
export async function tellPlan(
  plan: Plan,
  to: { readonly given: ParsedArguments; readonly report: Report; readonly telling: PlanTelling },
): Promise<void> {
  const { given, report, telling } = to;
  if (report.isJson) return report.line(telling.type, { plan: planToJson(plan) });
  if (await writePlanFormat(plan, { given, report, kind: telling.type })) return;
  const options = { sources: report.sources, verbose: given.flag('verbose'), showAll: given.flag('show-all') };
  await report.text(telling.render(plan, { ...report.out, ...options }));
}
