import type { ExitCode } from './exit-code.ts';

/** An option of a command, as data: help, completion and the reference page come from it. */
export type OptionSpec = {
  /** Long name without dashes. */
  readonly name: string;
  readonly short?: string;
  /** Placeholder of the value, such as `FILE`; absent for a switch. */
  readonly value?: string;
  /** May be given several times; the values are collected in order. */
  readonly repeats?: true;
  readonly description: string;
  /** The switch that this one cannot be given together with. */
  readonly excludes?: string;
  /** What is wrong with a value, as a sentence that follows `--name`; undefined when it can be taken. */
  readonly problemOf?: (value: string) => string | undefined;
};

/** A positional argument; `rest` takes all that follow. */
export type ArgumentSpec = {
  readonly name: string;
  readonly required: boolean;
  readonly rest?: true;
  readonly description: string;
};

/** What was given on the command line, checked against the command's own specification. */
export type ParsedArguments = {
  readonly positional: readonly string[];
  readonly flag: (name: string) => boolean;
  readonly value: (name: string) => string | undefined;
  readonly values: (name: string) => readonly string[];
};

/** The world as a command sees it; everything it reads or writes beside files goes through here. */
export type CommandIo = {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Standard input, opened by the first call: most commands read nothing. */
  readonly stdin: () => NodeJS.ReadStream;
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  /** The signal that came, for the exit code. */
  readonly interruptedBy: () => 'SIGINT' | 'SIGTERM' | undefined;
};

/** A stream for text. Writing waits when the reader is slow, and never fails: `failure` tells what was lost. */
export type OutputStream = {
  readonly isTty: boolean;
  /** The width of the terminal at this moment; undefined off a terminal. */
  readonly columns: number | undefined;
  readonly write: (text: string) => Promise<void>;
  /** Nothing has been written yet. */
  readonly isEmpty: () => boolean;
  /** Why text could not be written; undefined also when its reader went away, as `head` does. */
  readonly failure: () => Error | undefined;
  /** From here on every text goes through this function. */
  readonly redactWith: (redact: (text: string) => string) => void;
};

/** One command of the command line. Its file in `commands/` has its name. */
export type Command = {
  readonly name: string;
  readonly summary: string;
  /** What it does, for whom, and what it never does; a few sentences. */
  readonly description: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly { readonly command: string; readonly explanation: string }[];
  /** The directory of the project need not be there yet. */
  readonly makesProject?: true;
  readonly run: (given: ParsedArguments, io: CommandIo) => Promise<ExitCode>;
};
