import { resolve } from 'node:path';
import type { Diagnostic } from '@setpoint/model';
import type { CommandIo, ParsedArguments } from '../command.ts';
import { obstacleAt, writePlanFile } from './file.ts';
import { createInputRecorder, type InputRecorder } from './inputs.ts';
import { makeSavedPlan, type PlanMaking } from './make.ts';
import { planMembers, sealPlan } from './text.ts';

/** Keeps the plan of one command in the file that `--out` names. */
export type PlanKeeper = {
  /** Takes note of what the plan is made from. */
  readonly recorder: InputRecorder;
  /** Why no plan can be kept there; nobody should wait for one that cannot. */
  readonly obstacle: Diagnostic | undefined;
  /** Writes the plan and says how to apply it; false when it could not be written, which is told. */
  readonly keep: (making: Omit<PlanMaking, 'recorder'>) => Promise<boolean>;
};

/** The keeper of a command that `--out` was given to; undefined without it. */
export function planKeeper(given: ParsedArguments, io: CommandIo): PlanKeeper | undefined {
  const out = given.value('out');
  if (out === undefined) return undefined;
  const path = resolve(io.cwd, out);
  const recorder = createInputRecorder();
  const project = given.value('project');
  const command = `setpoint apply${project === undefined ? '' : ` -C ${project}`} ${out}`;
  return {
    recorder,
    obstacle: obstacleAt(path, out),
    keep: async (making) => {
      const { report } = making.opened;
      const sealed = sealPlan(planMembers(makeSavedPlan({ ...making, recorder })));
      const problem = writePlanFile(path, sealed.text, out);
      if (problem !== undefined) {
        await report.diagnostics([problem]);
        return false;
      }
      await report.talk(`Saved as ${out}, ${sealed.digest}.\nTo apply exactly this plan: ${command}\n`);
      await report.line('written', { path: out });
      return true;
    },
  };
}
