import { resolve } from 'node:path';
import { holdToPlan } from '@setpoint/engine';
import { type Diagnostic, errorDiagnostic, type Plan, type PlanOrigin } from '@setpoint/model';
import type { CommandIo, ParsedArguments } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { createReport } from '../output/report.ts';
import { findProjectDir } from '../project/find-project.ts';
import { type PlannedProject, type PlanSequel, planProject } from '../project/plan-project.ts';
import { checkSavedPlan } from './check.ts';
import { isPlanFile, readPlanFile } from './file.ts';
import { createInputRecorder } from './inputs.ts';
import { shownPlan } from './make.ts';
import { originArguments } from './origin-arguments.ts';

/** True when the words of an apply name a saved plan, by what stands in the file. */
export function namesSavedPlan(given: ParsedArguments, io: CommandIo): boolean {
  return given.positional.some((path) => isPlanFile(resolve(io.cwd, path)));
}

/** Makes the plan again from what the saved one was made from, and holds it to the saved one. Nothing is written on any node. */
export async function planSaved(given: ParsedArguments, io: CommandIo, sequel: PlanSequel): Promise<PlannedProject> {
  const dir = findProjectDir(io.cwd, given.value('project'));
  const stop = async (diagnostics: readonly Diagnostic[]): Promise<PlannedProject> => {
    await createReport(given, io, dir).diagnostics(diagnostics);
    return { kind: 'stopped', exitCode: exitCodes.error };
  };
  const [path = '', ...others] = given.positional;
  if (others.length > 0) return stop([standsAlone()]);
  const result = readPlanFile(resolve(io.cwd, path), path);
  if (result.kind === 'refused') return stop([result.diagnostic]);
  const { plan } = result;
  const { origin } = plan.saved;
  if (origin.kind !== 'playbooks') return stop([notReplayable(origin)]);
  const asked = originArguments(given, origin, dir);
  if (asked.kind === 'refused') return stop(asked.diagnostics);
  const recorder = createInputRecorder();
  const judging = { name: path, recorder, maxAge: given.value('max-age'), nowMs: Date.now() };
  const planned = await planProject(
    asked.given,
    { ...io, cwd: dir },
    {
      ...sequel,
      recorder,
      check: (opened) => checkSavedPlan(plan, opened, judging),
      hold: (run, { redactor }) => holdToPlan(run, shownPlan(run, redactor) as unknown as Plan, plan.saved),
    },
  );
  return planned.kind === 'stopped' ? planned : { ...planned, saved: { digest: plan.digest } };
}

function standsAlone(): Diagnostic {
  return errorDiagnostic('SP818', {
    detail: 'A saved plan is applied alone: it says itself from which playbooks it was made.',
    hint: 'name the file of the plan and no other',
  });
}

function notReplayable(origin: Exclude<PlanOrigin, { kind: 'playbooks' }>): Diagnostic {
  return errorDiagnostic('SP812', {
    detail: `The plan leads back to before the run ${origin.run}, and plans of this kind cannot be applied from a file.`,
    hint: `setpoint rollback ${origin.run}`,
  });
}
