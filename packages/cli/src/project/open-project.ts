import { isAbsolute, relative, resolve } from 'node:path';
import { createFileReader, type LoadedProject, loadProject, type VarArgument } from '@setpoint/language';
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
import { schemaSources } from '../schema/sources.ts';
import { validateProperties } from '../schema/validator.ts';
import { findProjectDir } from './find-project.ts';
import { runInventoryCommand } from './inventory-command.ts';

/** A project as a command works with it: loaded, compiled, with its diagnostics. */
export type OpenProject = {
  readonly dir: string;
  readonly loaded: LoadedProject;
  readonly modules: ReadonlyMap<string, ResourceModule>;
  readonly bodies: BodyStore;
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
};

/** Loads the project that the command line names; nothing is thrown for what stands in its files. */
export async function openProject(
  given: ParsedArguments,
  io: CommandIo,
  { redactor, playbooks, talk }: Opening,
): Promise<OpenProject> {
  const dir = findProjectDir(io.cwd, given.value('project'));
  const bodies = createBodyStore();
  const toPath = (path: string): string => toProjectPath(dir, io.cwd, path);
  const named = playbooks === 'named or all' ? given.positional.map(toPath) : [];
  const paths = named.length > 0 || playbooks === 'none' ? named : allPlaybooks(dir);
  const loaded = await loadProject({
    playbooks: paths,
    vars: given.values('var').map((text) => toVar(text, toPath)),
    ...optional('inventory', mapValue(given.value('inventory'), toPath)),
    ...optional('limit', given.value('limit')),
    ...optional('tags', mapValue(given.value('tags'), splitTags)),
    modules,
    drivers: new Map(Object.entries(schemaSources.drivers)),
    validate: validateProperties,
    files: createFileReader(dir),
    env: io.env,
    redactor,
    bodies,
    runInventoryCommand: (path) => {
      const onSlow = (): void => void talk(`Running the inventory program ${escapeText(path)} …\n`);
      return runInventoryCommand(path, { cwd: dir, signal: io.signal, onSlow });
    },
  });
  const diagnostics =
    paths.length === 0 && playbooks === 'named or all' ? [...loaded.diagnostics, noPlaybook()] : loaded.diagnostics;
  return { dir, loaded: { ...loaded, diagnostics }, modules, bodies };
}

/** The tags of `--tags a,b`. */
export function splitTags(text: string): readonly string[] {
  return text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
}

function allPlaybooks(dir: string): readonly string[] {
  const names = createFileReader(dir).list('playbooks') ?? [];
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
function toVar(text: string, toPath: (path: string) => string): VarArgument {
  if (text.startsWith('@')) return { file: toPath(text.slice(1)) };
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
