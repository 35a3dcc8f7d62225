import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Contestant, interleave, median, pairedRatio } from './interleave.ts';
import { type Command, run } from './process.ts';
import type { Section } from './result.ts';
import type { SetpointCommands } from './setpoint-command.ts';
import { workloadResources, writeProject } from './setpoint-project.ts';

/** How long the command line takes to start, as a multiple of an empty Node process; the compile cache is warm. */
export async function measureColdStart(setpoint: SetpointCommands, scratch: string, turns: number): Promise<Section> {
  const empty = join(scratch, 'empty.mjs');
  writeFileSync(empty, '');
  const project = join(scratch, 'small');
  writeProject(project, [{ name: 'here', connection: { local: {} } }], workloadResources().slice(6, 18));
  const commands: Readonly<Record<string, Command>> = {
    node: { program: process.execPath, args: [empty] },
    version: setpoint.bundled('--version'),
    validate: setpoint.bundled('validate', '--project', project),
    versionFromSources: setpoint.fromSources('--version'),
    validateFromSources: setpoint.fromSources('validate', '--project', project),
  };
  const contestants = Object.entries(commands).map(([name, command]): Contestant => {
    return { name, turns, measure: async () => (await run(command)).wallMs };
  });
  await interleave(
    contestants.map((contestant) => ({ ...contestant, turns: 2 })),
    () => undefined,
  );
  const times = await interleave(contestants, () => undefined);
  const nodeMs = median(times['node']);
  const result = (title: string, name: string) => {
    const wallMs = median(times[name]);
    const detail = `${Math.round(wallMs)} ms to ${Math.round(nodeMs)} ms of an empty process`;
    return { name: title, value: pairedRatio(times[name], times['node']), unit: 'x', detail } as const;
  };
  const results = [
    { ...result('setpoint --version', 'version'), limit: 2 },
    { ...result('setpoint validate', 'validate'), limit: 3 },
    result('--version from sources', 'versionFromSources'),
    result('validate from sources', 'validateFromSources'),
  ];
  return { title: 'Cold start', results };
}
