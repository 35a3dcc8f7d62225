import { type EngineContext, type PlannedRun, planPlays } from '@setpoint/engine';
import {
  type CompiledPlay,
  type Diagnostic,
  hasErrors,
  type NodePlan,
  type Plan,
  type RunEvent,
} from '@setpoint/model';
import type { CommandIo, ParsedArguments } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { signalExitCode } from '../io/signals.ts';
import type { Report } from '../output/report.ts';
import { judgeRun } from '../policy/judge.ts';
import { createProgress, type Progress } from '../progress/progress.ts';
import type { InputRecorder } from '../saved-plan/inputs.ts';
import { createEngine } from './create-engine.ts';
import { type OpenedCommand, openCommand } from './open-command.ts';

/** A planned project, or the exit code when there is nothing to plan with. */
export type PlannedProject =
  | {
      readonly kind: 'planned';
      readonly opened: OpenedCommand;
      readonly run: PlannedRun;
      readonly engine: EngineContext;
      readonly progress: Progress;
      /** Set when the run is held to a saved plan. */
      readonly saved?: { readonly digest: string /** Nodes that are not in it. */; readonly leftOut: number };
    }
  | { readonly kind: 'stopped'; readonly exitCode: ExitCode; readonly report?: Report };

/** What follows the plan: nothing, or an apply whose events somebody listens to; and what else is done on the way. */
export type PlanSequel = (
  | { readonly willApply: false }
  | { readonly willApply: true; readonly onEvent: (event: RunEvent) => void }
) & {
  /** Where the plays come from instead of playbooks; undefined when there are none, which it has told. */
  readonly source?: (opened: OpenedCommand) => Promise<MadePlays | undefined>;
  /** Takes note of everything that the project is loaded from. */
  readonly recorder?: InputRecorder;
  /** Looks at the loaded project before the first connection; with an error nothing goes on. */
  readonly check?: (opened: OpenedCommand) => readonly Diagnostic[];
  /** Leaves out nodes that are not asked. */
  readonly narrow?: (plays: readonly CompiledPlay[]) => readonly CompiledPlay[];
  /** Decides what of the run may be done. */
  readonly hold?: (run: PlannedRun, opened: OpenedCommand) => PlannedRun;
};

/** A project with plays that were made for it, and what is to be done to the run that is planned of them. */
export type MadePlays = { readonly opened: OpenedCommand; readonly finish: (run: PlannedRun) => PlannedRun };

/** Opens the project, reports what is wrong with it, reads the nodes and plans. */
export async function planProject(
  given: ParsedArguments,
  io: CommandIo,
  sequel: PlanSequel = { willApply: false },
): Promise<PlannedProject> {
  const { source, recorder } = sequel;
  const loaded = await openCommand(given, io, {
    recorder,
    playbooks: source === undefined ? 'named or all' : 'none',
    withArchives: true,
  });
  const isSound = !hasErrors(loaded.project.loaded.diagnostics);
  const made = source !== undefined && isSound ? await source(loaded) : asLoaded(loaded);
  if (made === undefined) return { kind: 'stopped', exitCode: exitCodes.error, report: loaded.report };
  const { opened } = made;
  const { project, report } = opened;
  const problems = sequel.check?.(opened) ?? [];
  await report.diagnostics(problems);
  if (hasErrors(problems)) return { kind: 'stopped', exitCode: exitCodes.error };
  await report.diagnostics(project.loaded.diagnostics);
  if (hasErrors(project.loaded.diagnostics)) return { kind: 'stopped', exitCode: exitCodes.error, report };
  const progress = createProgress(io.stderr, report.err.palette, report.isJson);
  const emit = (event: RunEvent): void => {
    progress.take(event);
    if (sequel.willApply) sequel.onEvent(event);
  };
  const engine = createEngine(project, given, { io, redactor: opened.redactor, emit });
  const { limits } = project.loaded;
  const plays = sequel.narrow?.(project.loaded.plays) ?? project.loaded.plays;
  const planned = made.finish(await planPlays(plays, { limits, willApply: sequel.willApply }, engine));
  progress.end();
  const { run, diagnostics } = judgeRun(
    sequel.hold?.(planned, opened) ?? planned,
    project.loaded.policy,
    given.values('allow'),
  );
  await report.diagnostics(diagnostics);
  return { kind: 'planned', opened, run, engine, progress };
}

function asLoaded(opened: OpenedCommand): MadePlays {
  return { opened, finish: (run) => run };
}

/** The exit code of a plan by itself: 1 when no node could be planned, 3 when some could not, 2 for changes when asked for. */
export function planExitCode(plan: Plan, given: ParsedArguments, io: CommandIo): ExitCode {
  const signal = io.interruptedBy();
  if (signal !== undefined) return signalExitCode(signal);
  const nodes = plan.plays.flatMap((play) => play.nodes);
  const bad = nodes.filter(isBad).length;
  if (bad > 0) return bad === nodes.length ? exitCodes.error : exitCodes.partial;
  const { actions, resources } = plan.totals;
  return given.flag('detailed-exitcode') && actions.none < resources ? exitCodes.changes : exitCodes.done;
}

/** A node that was left out on purpose, as in a plan without secrets, bears no error. */
function isBad({ status, diagnostics }: NodePlan): boolean {
  return status !== 'planned' && hasErrors(diagnostics);
}
