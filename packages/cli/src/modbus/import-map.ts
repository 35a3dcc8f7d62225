import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ImportProblem, importMap } from '@setpoint/modbus/tools';
import { type Diagnostic, errorDiagnostic, type SourceSpan, warningDiagnostic } from '@setpoint/model';
import type { CommandIo, ParsedArguments } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { countOf } from '../output/count-of.ts';
import { writeNewFile } from '../output/new-file.ts';
import { createReport } from '../output/report.ts';

/** Makes a device profile from a table of registers, and writes or prints it. */
export async function importRegisterMap(given: ParsedArguments, io: CommandIo): Promise<ExitCode> {
  const [, file = ''] = given.positional;
  const report = createReport(given, io, io.cwd);
  const table = readTable(resolve(io.cwd, file));
  if (typeof table === 'string') {
    await report.diagnostics([errorDiagnostic('SP801', { detail: `${file} cannot be read: ${table}.` })]);
    return exitCodes.error;
  }
  const imported = await importMap(table);
  if (imported.kind === 'invalid') {
    await report.diagnostics(imported.problems.map((problem) => errorDiagnostic('SP574', detailsOf(problem, file))));
    return exitCodes.error;
  }
  const { yaml, registers, warnings } = imported;
  await report.diagnostics(warnings.map((problem) => warningDiagnostic('SP575', detailsOf(problem, file))));
  const out = given.value('out');
  if (out === undefined) {
    await report.text(yaml);
    await report.line('profile', { text: yaml, registers });
    return exitCodes.done;
  }
  const failure = writeNewFile({ path: resolve(io.cwd, out), text: yaml, overwrites: given.flag('force') });
  if (failure !== undefined) {
    await report.diagnostics([failure]);
    return exitCodes.error;
  }
  await report.text(`wrote ${out}, ${countOf(registers, 'register')}\n`);
  await report.line('written', { path: out, registers });
  await report.talk('Check it against the manual, above all what is marked as guessed.\n');
  return exitCodes.done;
}

function readTable(path: string): Uint8Array | string {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'it does not exist';
    return error instanceof Error ? error.message : String(error);
  }
}

function detailsOf(
  { line, detail, hint }: ImportProblem,
  file: string,
): Pick<Diagnostic, 'detail'> & { readonly hint?: string; readonly span: SourceSpan } {
  const start = { line, column: 1, offset: 0 };
  return { detail, ...(hint === undefined ? {} : { hint }), span: { file, start, end: start } };
}
