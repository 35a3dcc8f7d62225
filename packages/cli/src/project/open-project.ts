import { existsSync, readdirSync } from 'node:fs';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { createFileReader, type LoadedProject, loadProject, type VarArgument } from '@setpoint/language';
import { type BodyStore, compareText, createBodyStore, type Redactor, type ResourceModule } from '@setpoint/model';
import { posixModules, transportSettingsSchemas } from '@setpoint/posix';
import type { CommandIo, ParsedArguments } from '../command.ts';
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
  posixModules.map((module) => [module.type, module]),
);

/** Loads the project that the command line names; nothing is thrown for what stands in its files. */
export async function openProject(given: ParsedArguments, io: CommandIo, redactor: Redactor): Promise<OpenProject> {
  const dir = findProjectDir(io.cwd, given.value('project'));
  const bodies = createBodyStore();
  const tags = given
    .value('tags')
    ?.split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const loaded = await loadProject({
    playbooks: playbookPaths(given.positional, dir, io.cwd),
    vars: given.values('var').map(toVar),
    ...optional(
      'inventory',
      mapValue(given.value('inventory'), (path) => toProjectPath(dir, io.cwd, path)),
    ),
    ...optional('limit', given.value('limit')),
    ...optional('tags', tags),
    modules,
    drivers: new Map(Object.entries(transportSettingsSchemas)),
    validate: validateProperties,
    files: createFileReader(dir),
    env: io.env,
    redactor,
    bodies,
    runInventoryCommand: (path) => runInventoryCommand(path, dir),
  });
  return { dir, loaded, modules, bodies };
}

/** The playbooks that the command line names, else every one in the project's `playbooks` directory, by name. */
function playbookPaths(given: readonly string[], dir: string, cwd: string): readonly string[] {
  if (given.length > 0) return given.map((path) => toProjectPath(dir, cwd, path));
  const folder = join(dir, 'playbooks');
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  return names.sort(compareText).map((name) => `playbooks/${name}`);
}

/** `NAME=VALUE`, or `@FILE` for a file of variables. */
function toVar(text: string): VarArgument {
  if (text.startsWith('@')) return { file: text.slice(1) };
  const equals = text.indexOf('=');
  return equals < 0 ? { name: text, value: '' } : { name: text.slice(0, equals), value: text.slice(equals + 1) };
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
