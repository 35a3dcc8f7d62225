import { resolve } from 'node:path';
import { holdToPlan } from '@setpoint/engine';
import { withoutSecretsLimit } from '@setpoint/language';
import { type Diagnostic, errorDiagnostic, type Plan, warningDiagnostic } from '@setpoint/model';
import type { CommandIo, ParsedArguments } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { createReport } from '../output/report.ts';
import { findProjectDir } from '../project/find-project.ts';
import { type PlannedProject, type PlanSequel, planProject } from '../project/plan-project.ts';
import { rollbackSource } from '../rollback/plan-rollback.ts';
import { checkSavedPlan } from './check.ts';
import { createInputRecorder } from './inputs.ts';
import { shownPlan } from './make.ts';
import { originArguments } from './origin-arguments.ts';
import { readPlanFile } from './read-file.ts';

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
  const { limits } = plan.saved.plan;
  if (limits.includes(withoutSecretsLimit)) return stop([leavesOpen(path)]);
  const asked = originArguments(given, origin, dir);
  if (asked.kind === 'refused') return stop(asked.diagnostics);
  const leftOut = nodesLeftOut(plan.saved.plan);
  const recorder = createInputRecorder();
  const judging = { name: path, recorder, maxAge: given.value('max-age'), nowMs: Date.now() };
  const planned = await planProject(
    asked.given,
    { ...io, cwd: dir },
    {
      ...sequel,
      ...(origin.kind === 'rollback' ? { source: rollbackSource(origin.run) } : {}),
      recorder,
      check: (opened) => [...checkSavedPlan(plan, opened, judging), ...tellLeftOut(leftOut, path)],
      narrow: (plays) =>
        plays.map((play) => ({ ...play, nodes: play.nodes.filter(({ node }) => !leftOut.has(node.name)) })),
      hold: (run, { redactor }) => holdToPlan(run, shownPlan(run, redactor) as unknown as Plan, plan.saved),
    },
  );
  return planned.kind === 'stopped' ? planned : { ...planned, saved: { digest: plan.digest, leftOut: leftOut.size } };
}

/** Nodes that could not be read when the plan was made: there is nothing to do on them, and nothing to ask. */
function nodesLeftOut(plan: Plan): ReadonlySet<string> {
  const nodes = plan.plays.flatMap((play) => play.nodes);
  const answered = new Set(nodes.flatMap(({ node, status }) => (status === 'failed' ? [] : [node])));
  return new Set(nodes.flatMap(({ node }) => (answered.has(node) ? [] : [node])));
}

function tellLeftOut(nodes: ReadonlySet<string>, name: string): readonly Diagnostic[] {
  if (nodes.size === 0) return [];
  const named = [...nodes].slice(0, mostNamed).join(', ');
  const more = nodes.size > mostNamed ? ` and ${nodes.size - mostNamed} more` : '';
  const detail = `${name} has nothing for ${named}${more}, which did not answer when it was made. Nothing is done there.`;
  return [warningDiagnostic('SP822', { detail, hint: 'setpoint plan --out FILE' })];
}

const mostNamed = 10;

function leavesOpen(path: string): Diagnostic {
  return errorDiagnostic('SP855', {
    detail: `${path} was made with ${withoutSecretsLimit}, so it does not say what an apply would do.`,
    hint: 'setpoint plan --out FILE, with the secrets',
  });
}

function standsAlone(): Diagnostic {
  return errorDiagnostic('SP818', {
    detail: 'A saved plan is applied alone: it says itself from which playbooks it was made.',
    hint: 'name the file of the plan and no other',
  });
}
