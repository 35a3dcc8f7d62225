import { resolve } from 'node:path';
import type { Json } from '@setpoint/model';
import { renderPlan } from '@setpoint/render';
import { planTextOptions } from '../arguments/common-options.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { planFormatOptions } from '../output/formats.ts';
import { tellPlan } from '../output/plan-report.ts';
import { createReport } from '../output/report.ts';
import { findProjectDir } from '../project/find-project.ts';
import { describeAge } from '../saved-plan/age.ts';
import { readPlanFile } from '../saved-plan/read-file.ts';
import { stalenessOf } from '../saved-plan/staleness.ts';

/** `setpoint show`: a saved plan, in every form in which a plan is shown. */
export const show: Command = {
  name: 'show',
  summary: 'Show a saved plan, without asking any node',
  description:
    'Reads the file of a saved plan and shows it in any format. It works offline, and also for a plan that is too old to be applied or was made by a newer minor version; what speaks against applying it is said. A damaged file is refused.',
  arguments: [{ name: 'plan', required: true, description: 'file of the saved plan' }],
  options: [...planTextOptions, ...planFormatOptions],
  examples: [
    { command: 'setpoint show plan.json', explanation: 'what would be done' },
    { command: 'setpoint show plan.json --format markdown', explanation: 'for a pull request' },
  ],
  run: async (given, io) => {
    const dir = findProjectDir(io.cwd, given.value('project'));
    const report = createReport(given, io, dir);
    const [name = ''] = given.positional;
    const result = readPlanFile(resolve(io.cwd, name), name);
    if (result.kind === 'refused') {
      await report.diagnostics([result.diagnostic]);
      return exitCodes.error;
    }
    const { saved, digest, signature } = result.plan;
    const nowMs = Date.now();
    const age = describeAge(Math.max(0, nowMs - Date.parse(saved.createdAt)));
    const signed = signature === undefined ? 'not signed' : `signed with the key ${signature.keyId}`;
    await report.talk(
      `${name}: made ${age} ago, at ${saved.createdAt}, by setpoint ${saved.program}; ${signed}.\n${digest}\n\n`,
    );
    const { plan: _, ...about } = result.plan.members;
    await report.line('saved-plan', {
      savedPlan: { ...about, digest, ...(signature === undefined ? {} : { signature }) } as Json,
    });
    await report.diagnostics(stalenessOf(result.plan, { name, projectDir: dir, nowMs }));
    await tellPlan(saved.plan, { given, report, telling: { type: 'plan', render: renderPlan } });
    return exitCodes.done;
  },
};
