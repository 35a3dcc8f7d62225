import { isAbsolute, join, relative, resolve } from 'node:path';
import {
  confineReader,
  createFileReader,
  type FileReader,
  type InventoryCommandResult,
  type LoadedProject,
  type LoadOptions,
  type VarArgument,
} from '@setpoint/language';
import {
  type BodyStore,
  compareText,
  createBodyStore,
  type Diagnostic,
  errorDiagnostic,
  type Redactor,
  type ResourceModule,
} from '@setpoint/model';
import { escapeText } from '@setpoint/render';
import type { CommandIo, ParsedArguments } from '../command.ts';
import type { InputRecorder } from '../saved-plan/inputs.ts';
import { schemaSources } from '../schema/sources.ts';
import { validateProperties } from '../schema/validator.ts';
import { cacheDirectory } from './account.ts';
import { loadWithArchives } from './fetched-archives.ts';
import { findProjectDir } from './find-project.ts';
import { runInventoryCommand } from './inventory-command.ts';

/** A project as a command works with it: loaded, compiled, with its diagnostics. */
export type OpenProject = {
  readonly dir: string;
  readonly loaded: LoadedProject;
  readonly modules: ReadonlyMap<string, ResourceModule>;
  readonly bodies: BodyStore;
  readonly asked: AskedProject;
};

/** What of a project the command line asked for; paths are relative to the project where they lie inside. */
export type AskedProject = {
  readonly playbooks: readonly string[];
  readonly inventory?: string;
  readonly limit?: string;
  readonly tags?: readonly string[];
  /** Arguments of `--var`. */
  readonly vars: readonly string[];
};

/** Every resource type of this installation. */
export const modules: ReadonlyMap<string, ResourceModule> = new Map(
  schemaSources.modules.map((module) => [module.type, module]),
);

/**
 * Which playbooks a command reads: those that the command line names, or else every one in the project's `playbooks` directory, of
 * which there must be one; all of them, if there are any; or none, because the command is about nodes.
 */
export type PlaybookChoice = 'named or all' | 'all' | 'none';

/** What opening a project needs beside the command line. */
export type Opening = {
  readonly redactor: Redactor;
  readonly playbooks: PlaybookChoice;
  /** Says what is waited for. */
  readonly talk: (text: string) => Promise<void>;
  /** Takes note of everything that is read. */
  readonly recorder?: InputRecorder | undefined;
  /** Fetches the archives that URLs name. Absent: what is in those that are not here stays open. */
  readonly withArchives?: boolean;
};

/** Loads the project that the command line names; nothing is thrown for what stands in its files. */
export async function openProject(
  given: ParsedArguments,
  io: CommandIo,
  { redactor, playbooks, talk, recorder, withArchives = false }: Opening,
): Promise<OpenProject> {
  const dir = findProjectDir(io.cwd, given.value('project'));
  const bodies = createBodyStore();
  const toPath = (path: string): string => toProjectPath(dir, io.cwd, path);
  const files = readerFor(dir, given, toPath);
  const named = playbooks === 'named or all' ? given.positional.map(toPath) : [];
  const paths = named.length > 0 || playbooks === 'none' ? named : allPlaybooks(files);
  const asked: AskedProject = {
    playbooks: paths,
    vars: given.values('var').map((text) => (text.startsWith('@') ? `@${toPath(text.slice(1))}` : text)),
    ...optional('inventory', mapValue(given.value('inventory'), toPath)),
    ...optional('limit', given.value('limit')),
    ...optional('tags', mapValue(given.value('tags'), splitTags)),
  };
  const options: LoadOptions = {
    ...asked,
    vars: asked.vars.map(toVar),
    withoutSecrets: given.flag('without-secrets'),
    modules,
    drivers: new Map(Object.entries(schemaSources.drivers)),
    validate: validateProperties,
    files: recorder?.watch(files) ?? files,
    env: io.env,
    redactor,
    bodies,
    runInventoryCommand: async (path) => {
      if (given.flag('without-secrets')) return notRun;
      const onSlow = (): void => void talk(`Running the inventory program ${escapeText(path)} …\n`);
      const result = await runInventoryCommand(path, { cwd: dir, signal: io.signal, onSlow });
      if (result.kind === 'done') recorder?.addProgram(path, result.stdout);
      return result;
    },
  };
  const loaded = await loadWithArchives(options, {
    directory: join(cacheDirectory(io.env), 'archives'),
    mayFetch: withArchives,
    talk,
    signal: io.signal,
  });
  const diagnostics =
    paths.length === 0 && playbooks === 'named or all' ? [...loaded.diagnostics, noPlaybook()] : loaded.diagnostics;
  return { dir, loaded: { ...loaded, diagnostics }, modules, bodies, asked };
}

/** An inventory program is code of the project. */
const notRun: InventoryCommandResult = {
  kind: 'failed',
  reason:
    'it was not run, because --without-secrets runs nothing that the project brings. Give what it prints as a file with --inventory.',
};

/** The tags of `--tags a,b`. */
export function splitTags(text: string): readonly string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

/** Without secrets, what the project names leads to nothing outside of it; what the command line names may. */
function readerFor(dir: string, given: ParsedArguments, toPath: (path: string) => string): FileReader {
  const files = createFileReader(dir);
  if (!given.flag('without-secrets')) return files;
  const vars = given.values('var').flatMap((text) => (text.startsWith('@') ? [text.slice(1)] : []));
  const inventory = given.value('inventory');
  return confineReader(
    files,
    [...given.positional, ...vars, ...(inventory === undefined ? [] : [inventory])].map(toPath),
  );
}

function allPlaybooks(files: FileReader): readonly string[] {
  const names = files.list('playbooks') ?? [];
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort(compareText)
    .map((name) => `playbooks/${name}`);
}

function noPlaybook(): Diagnostic {
  return errorDiagnostic('SP801', {
    detail: 'No playbook is named, and the project has none in its directory playbooks/.',
    hint: 'Name one, such as `setpoint plan site.yaml`, or make a project with `setpoint init`.',
  });
}

/** `NAME=VALUE`, or `@FILE` for a file of variables. */
function toVar(text: string): VarArgument {
  if (text.startsWith('@')) return { file: text.slice(1) };
  const equals = text.indexOf('=');
  return { name: text.slice(0, equals), value: text.slice(equals + 1) };
}

/** A path from the command line, relative to the project where it lies inside, so that plans do not name the machine. */
function toProjectPath(dir: string, cwd: string, path: string): string {
  const inside = relative(dir, resolve(cwd, path));
  return inside.startsWith('..') || isAbsolute(inside) ? resolve(cwd, path) : inside;
}

function mapValue<From, To>(value: From | undefined, map: (value: From) => To): To | undefined {
  return value === undefined ? undefined : map(value);
}

function optional<Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [Key in Name]?: Value } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };
}
