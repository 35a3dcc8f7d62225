import type { Redactor } from '@setpoint/model';
import type { CommandIo, ParsedArguments } from '../command.ts';
import { createReport, type Report } from '../output/report.ts';
import { createRedactor } from '../redaction/redactor.ts';
import { findProjectDir } from './find-project.ts';
import { type OpenProject, openProject, type PlaybookChoice } from './open-project.ts';
import { projectKey } from './project-key.ts';

/** What the commands that read a project start with. */
export type OpenedCommand = { readonly project: OpenProject; readonly report: Report; readonly redactor: Redactor };

/** Opens the project and the report of a command. Everything that `io` writes from here on is redacted. */
export async function openCommand(
  given: ParsedArguments,
  io: CommandIo,
  playbooks: PlaybookChoice = 'named or all',
): Promise<OpenedCommand> {
  const dir = findProjectDir(io.cwd, given.value('project'));
  const redactor = createRedactor(projectKey(dir));
  io.stdout.redactWith(redactor.redact);
  io.stderr.redactWith(redactor.redact);
  const report = createReport(given, io, dir);
  const project = await openProject(given, io, { redactor, playbooks, talk: report.talk });
  return { project, report, redactor };
}
