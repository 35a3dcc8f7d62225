import type { Redactor } from '@setpoint/model';
import type { CommandIo, ParsedArguments } from '../command.ts';
import { createReport, type Report } from '../output/report.ts';
import { createRedactor } from '../redaction/redactor.ts';
import { findProjectDir } from './find-project.ts';
import { type OpenProject, openProject } from './open-project.ts';
import { projectKey } from './project-key.ts';

/** What the commands that read a project start with. Everything that `io` writes from here on is redacted. */
export type OpenedCommand = {
  readonly project: OpenProject;
  readonly report: Report;
  readonly redactor: Redactor;
  readonly io: CommandIo;
};

/** Opens the project and the report of a command. */
export async function openCommand(given: ParsedArguments, io: CommandIo): Promise<OpenedCommand> {
  const dir = findProjectDir(io.cwd, given.value('project'));
  const redactor = createRedactor(projectKey(dir));
  const redacted = redactedIo(io, redactor);
  const project = await openProject(given, redacted, redactor);
  return { project, report: createReport(given, redacted, dir), redactor, io: redacted };
}

function redactedIo(io: CommandIo, redactor: Redactor): CommandIo {
  const wrap = (stream: CommandIo['stdout']): CommandIo['stdout'] => ({
    ...stream,
    write: (text) => stream.write(redactor.redact(text)),
  });
  return { ...io, stdout: wrap(io.stdout), stderr: wrap(io.stderr) };
}
