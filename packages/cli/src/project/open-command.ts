import type { Redactor } from '@setpoint/model';
import type { CommandIo, ParsedArguments } from '../command.ts';
import { createReport, type Report } from '../output/report.ts';
import { createRedactor } from '../redaction/redactor.ts';
import type { InputRecorder } from '../saved-plan/inputs.ts';
import { findProjectDir } from './find-project.ts';
import { type OpenProject, openProject, type PlaybookChoice } from './open-project.ts';
import { projectKey, sharedKeyProblem } from './project-key.ts';

/** What the commands that read a project start with. */
export type OpenedCommand = { readonly project: OpenProject; readonly report: Report; readonly redactor: Redactor };

/** Opens the project and the report of a command. Everything that `io` writes from here on is redacted. */
export async function openCommand(
  given: ParsedArguments,
  io: CommandIo,
  choice:
    | PlaybookChoice
    | {
        readonly recorder?: InputRecorder | undefined;
        readonly playbooks?: PlaybookChoice;
        readonly withArchives?: boolean;
      } = 'named or all',
): Promise<OpenedCommand> {
  const dir = findProjectDir(io.cwd, given.value('project'));
  const redactor = createRedactor(projectKey(dir, io.env));
  io.stdout.redactWith(redactor.redact);
  io.stderr.redactWith(redactor.redact);
  const report = createReport(given, io, dir);
  const opening =
    typeof choice === 'string' ? { playbooks: choice } : { playbooks: 'named or all' as const, ...choice };
  const project = await openProject(given, io, { redactor, talk: report.talk, ...opening });
  const problem = sharedKeyProblem(io.env);
  if (problem === undefined) return { project, report, redactor };
  const loaded = { ...project.loaded, diagnostics: [problem, ...project.loaded.diagnostics] };
  return { project: { ...project, loaded }, report, redactor };
}
