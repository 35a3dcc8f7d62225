import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic, Json } from '@setpoint/model';
import { type Palette, renderDiagnostics, type SourceLookup } from '@setpoint/render';
import type { CommandIo, ParsedArguments } from '../command.ts';
import { paletteFor } from '../io/palette.ts';
import { placeOf } from './place-of.ts';

/** Version of the JSON lines; a reader accepts a greater minor and refuses a greater major. */
export const jsonLinesVersion = '1.0';

/** How one command tells what it found: people on stdout and stderr, or JSON lines on stdout. */
export type Report = {
  readonly isJson: boolean;
  /** Text options for stdout. */
  readonly out: { readonly palette: Palette; readonly width: number };
  readonly err: { readonly palette: Palette; readonly width: number };
  readonly sources: SourceLookup;
  /** One JSON line; the first one is preceded by the version line. Does nothing without `--json`. */
  readonly line: (type: string, content: { readonly [key: string]: Json }) => Promise<void>;
  /** Text for people on stdout; does nothing with `--json`. */
  readonly text: (text: string) => Promise<void>;
  /** Talk on stderr; does nothing with `--json`. */
  readonly talk: (text: string) => Promise<void>;
  readonly diagnostics: (diagnostics: readonly Diagnostic[]) => Promise<void>;
  /** All diagnostics that were told so far, for reports that hold them too. */
  readonly problems: () => readonly Diagnostic[];
  /** The path of a file of the project as the repository has it that it lies in. */
  readonly placeOf: (file: string) => string;
};

/** Off a terminal, output has this width whatever machine it runs on, so that equal plans are equal bytes. */
const widthOffTerminal = 120;

type ReportIo = Pick<CommandIo, 'env' | 'stdout' | 'stderr'> & Partial<Pick<CommandIo, 'cwd'>>;

/** Makes the report of one command. */
export function createReport(given: Pick<ParsedArguments, 'flag'>, io: ReportIo, projectDir: string): Report {
  const isJson = given.flag('json');
  const textOptions = (stream: CommandIo['stdout']) => ({
    palette: paletteFor(stream, io.env, given.flag('no-color')),
    // A terminal that does not know its width says 0.
    width: stream.columns || widthOffTerminal,
  });
  const err = textOptions(io.stderr);
  const sources = sourceLookup(projectDir);
  const line: Report['line'] = async (type, content) => {
    if (!isJson) return;
    if (io.stdout.isEmpty())
      await io.stdout.write(`${JSON.stringify({ type: 'version', setpoint: jsonLinesVersion })}\n`);
    await io.stdout.write(`${JSON.stringify({ type, ...content })}\n`);
  };
  const told: Diagnostic[] = [];
  return {
    isJson,
    out: textOptions(io.stdout),
    err,
    sources,
    line,
    text: async (text) => (isJson ? undefined : io.stdout.write(text)),
    talk: async (text) => (isJson ? undefined : io.stderr.write(text)),
    problems: () => told,
    placeOf: (file) => placeOf(file, projectDir, { env: io.env, cwd: io.cwd ?? projectDir }),
    diagnostics: async (diagnostics) => {
      told.push(...diagnostics);
      if (!isJson) return io.stderr.write(renderDiagnostics(diagnostics, { ...err, sources }));
      // Diagnostics are JSON in shape; the type only lacks the index signature.
      for (const diagnostic of diagnostics) await line('diagnostic', { diagnostic: diagnostic as unknown as Json });
    },
  };
}

/** Lines of source files for frames, read when they are first needed. */
function sourceLookup(projectDir: string): SourceLookup {
  const cache = new Map<string, readonly string[] | undefined>();
  return (file) => {
    if (!cache.has(file)) cache.set(file, readLines(resolve(projectDir, file)));
    return cache.get(file);
  };
}

function readLines(path: string): readonly string[] | undefined {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r\n|\n/);
  } catch {
    return undefined;
  }
}
