import { relative, resolve } from 'node:path';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';

/** `setpoint init`: a new project that works at once. */
export const init: Command = {
  name: 'init',
  summary: 'Make a new project that can be planned and applied at once',
  description:
    'Writes a configuration, an inventory with this machine in it, a harmless playbook, and the schemas that let editors complete and check them offline. Files that are there are never overwritten: when one of the project is in the way, nothing is written.',
  arguments: [{ name: 'directory', required: false, description: 'directory of the project (default: this one)' }],
  options: [],
  makesProject: true,
  examples: [
    { command: 'setpoint init', explanation: 'make this directory a project' },
    { command: 'setpoint init demo && cd demo && setpoint plan', explanation: 'from nothing to a first plan' },
  ],
  run: async (given, io) => {
    const [{ createReport }, { projectFiles }, { scaffold }, { schemaSources }] = await Promise.all([
      import('../output/report.ts'),
      import('../init/project-files.ts'),
      import('../init/scaffold.ts'),
      import('../schema/sources.ts'),
    ]);
    const directory = resolve(io.cwd, given.positional[0] ?? given.value('project') ?? '.');
    const report = createReport(given, io, directory);
    const result = scaffold(directory, projectFiles(schemaSources));
    if (result.kind === 'refused') {
      await report.diagnostics(result.problems);
      return exitCodes.error;
    }
    for (const path of result.created) {
      await report.text(`created ${path}\n`);
      await report.line('created', { path });
    }
    for (const path of result.kept) {
      await report.text(`kept    ${path}, which was there\n`);
      await report.line('kept', { path });
    }
    await report.line('summary', { directory, created: result.created.length, kept: result.kept.length });
    await report.talk(nextSteps(io.cwd, directory));
    return exitCodes.done;
  },
};

function nextSteps(cwd: string, directory: string): string {
  const inside = relative(cwd, directory);
  const path = inside.startsWith('..') ? directory : inside;
  const enter =
    path === '' ? [] : [`  cd ${/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`}`];
  return `\nNext:\n${[...enter, '  setpoint plan', '  setpoint apply'].join('\n')}\n`;
}
