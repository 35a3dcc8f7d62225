import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Diagnostic, errorDiagnostic, hasErrors, type NodeSpec } from '@setpoint/model';
import { playbookOptions } from '../arguments/common-options.ts';
import type { Command, CommandIo, ParsedArguments } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { ImportedFile, ImportOptions, NodeImport } from '../import/importer.ts';
import { type ChannelImport, importers } from '../import/importers.ts';
import { countOf } from '../output/count-of.ts';
import { writeNewFile } from '../output/new-file.ts';
import type { Report } from '../output/report.ts';
import { channelOf } from '../project/channel-of.ts';
import { createEngine } from '../project/create-engine.ts';
import { eachNode, type NodeResult } from '../project/each-node.ts';
import { namedNodes } from '../project/named-nodes.ts';
import { openCommand } from '../project/open-command.ts';

/** `setpoint import`: from what is there to a playbook. */
export const importNode: Command = {
  name: 'import',
  summary: 'Write a playbook of what a host, a device or a database holds now',
  description:
    'Reads a host, a Modbus device or a database and writes a playbook that declares what it holds; a plan right after it has nothing to do. Of a host: what its types can enumerate, such as accounts, packages that somebody asked for, services that start with it and configuration files that were changed, or what --types and --only choose; long files lie in a folder `files` beside the playbook. Each resource is planned before it is written, and one that a plan would change is left out. Of a device: every register and coil of its profile that can be read and written, in the order of the profile; nothing is written on it. Of a database: tables, views, functions and all else that it is made of, as SQL files in a folder `schema` beside the playbook, or in the playbook itself when it is printed; a scratch database is made to compare, and dropped. What cannot be declared stands there as a comment, and so do secrets.',
  arguments: [{ name: 'node', required: true, description: 'the node' }],
  options: [
    ...playbookOptions.filter(({ name }) => name === 'inventory' || name === 'var'),
    { name: 'out', short: 'o', value: 'FILE', description: 'write the playbook there and do not print it' },
    { name: 'force', description: 'overwrite a file that is there' },
    {
      name: 'types',
      value: 'TYPE,…',
      description:
        'of a host: everything of these types. Default: of all types that can be enumerated, unless --only is given',
      problemOf: (value) => (/[^\s,]/.test(value) ? undefined : 'names no type.'),
    },
    {
      name: 'only',
      value: 'ADDRESS',
      repeats: true,
      description: 'of a host: this object, such as file:/etc/ssh/sshd_config (repeatable)',
    },
    { name: 'tables', value: 'sql|yaml', description: 'how the tables of a database are written. Default: sql' },
  ],
  examples: [
    {
      command: 'setpoint import web1 --types user,group,service,package -o playbooks/web1.yaml',
      explanation: 'who and what is on a host',
    },
    {
      command: 'setpoint import web1 --only file:/etc/ssh/sshd_config --only directory:/srv/app',
      explanation: 'chosen objects',
    },
    { command: 'setpoint import pump-plc', explanation: 'look at it first' },
    { command: 'setpoint import pump-plc -o playbooks/pump.yaml', explanation: 'the beginning of a playbook' },
    {
      command: 'setpoint import shop -o playbooks/shop/site.yaml',
      explanation: 'with the SQL in playbooks/shop/schema',
    },
  ],
  run: async (given, io) => {
    const { project, report, redactor } = await openCommand(given, io, 'none');
    const chosen = namedNodes(given.positional, project.loaded.nodes);
    const problems = [...project.loaded.diagnostics, ...chosen.problems];
    await report.diagnostics(problems);
    const [node] = chosen.nodes;
    if (hasErrors(problems) || node === undefined) return exitCodes.error;
    const order = readOrder(node, given, io.signal);
    if (order.kind === 'failed') {
      await report.diagnostics([order.diagnostic]);
      return exitCodes.error;
    }
    const { folder, load, options } = order;
    const engine = createEngine(project, given, { io, redactor, emit: () => undefined });
    const [each] = await eachNode([node], engine, async (channel) => (await load())(channel, node, options));
    const made = importOf(each);
    if (made.kind === 'failed') {
      await report.diagnostics(made.diagnostics);
      return exitCodes.error;
    }
    const out = given.value('out');
    if (out !== undefined)
      return writeImport(made, { node: node.name, out, folder, report, io, overwrites: given.flag('force') });
    const { text, declared, leftOut } = made;
    await report.text(text);
    await report.line('playbook', { node: node.name, text, declared, leftOut });
    await report.talk(`${counts(made)}\n`);
    return exitCodes.done;
  },
};

type Imported = Extract<NodeImport, { readonly kind: 'imported' }>;

/** How the node is imported, and what is asked of that. */
type ImportOrder =
  | ({ readonly kind: 'order'; readonly options: ImportOptions } & ChannelImport)
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };

function readOrder(node: NodeSpec, given: ParsedArguments, signal: AbortSignal): ImportOrder {
  const channel = channelOf(node) ?? '';
  const importer = importers[channel];
  const tables = given.value('tables');
  const types = given.value('types');
  const only = given.values('only');
  if (importer === undefined) return { kind: 'failed', diagnostic: noImport(node) };
  if (tables !== undefined && tables !== 'sql' && tables !== 'yaml')
    return { kind: 'failed', diagnostic: noSuchForm(tables) };
  const foreign = channel === 'sh' ? (tables === undefined ? [] : ['tables']) : hostOptions(given);
  if (foreign.length > 0) return { kind: 'failed', diagnostic: foreignOption(node, foreign) };
  const options: ImportOptions = {
    signal,
    folder: given.value('out') === undefined ? undefined : importer.folder,
    tables: tables ?? 'sql',
    types: types === undefined ? undefined : types.split(',').flatMap((type) => type.trim() || []),
    only,
  };
  return { kind: 'order', options, ...importer };
}

function hostOptions(given: ParsedArguments): readonly string[] {
  return [
    ...(given.value('types') === undefined ? [] : ['types']),
    ...(given.values('only').length === 0 ? [] : ['only']),
  ];
}

/** What came of the one node; whoever was interrupted before it was reached has nothing. */
function importOf(each: NodeResult<NodeImport> | undefined): NodeImport {
  if (each === undefined)
    return { kind: 'failed', diagnostics: [errorDiagnostic('SP806', { detail: 'No node was read.' })] };
  return 'result' in each ? each.result : { kind: 'failed', diagnostics: [each.diagnostic] };
}

function counts({ declared, leftOut }: Imported): string {
  return `${countOf(declared, 'resource')}, ${leftOut} left out`;
}

type Target = {
  readonly node: string;
  readonly out: string;
  /** Beside the playbook, for further files. */
  readonly folder: string;
  readonly report: Report;
  readonly io: CommandIo;
  readonly overwrites: boolean;
};

/** Writes the playbook and what it lists; the exit code. */
async function writeImport(made: Imported, { node, out, folder, report, io, overwrites }: Target): Promise<ExitCode> {
  const { text, declared, leftOut, files } = made;
  const path = resolve(io.cwd, out);
  const failures = writeAll([{ path, text }, ...besides(path, files)], overwrites);
  if (failures.length > 0) {
    await report.diagnostics(failures);
    return exitCodes.error;
  }
  const stale = staleFiles(join(dirname(path), folder), folder, files);
  if (stale.length > 0) await report.talk(`not from this import, and still listed: ${stale.join(', ')}\n`);
  const others = files.length === 0 ? '' : ` and ${countOf(files.length, 'file')} in ${join(dirname(out), folder)}`;
  await report.text(`wrote ${out}${others}: ${counts(made)}\n`);
  await report.line('written', { path: out, node, declared, leftOut, files: files.map((file) => file.path) });
  return exitCodes.done;
}

function besides(playbook: string, files: readonly ImportedFile[]): readonly ImportedFile[] {
  return files.map(({ path, text }) => ({ path: join(dirname(playbook), path), text }));
}

/** SQL files in the folder that the playbook lists too although they are not of this import, relative to the playbook. */
function staleFiles(path: string, folder: string, files: readonly ImportedFile[]): readonly string[] {
  if (files.length === 0 || !existsSync(path)) return [];
  const written = new Set(files.map((file) => file.path));
  const present = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`);
  return present.filter((name) => name.endsWith('.sql') && !written.has(name)).sort();
}

/** Writes all files, or none where one of them is there already and may not be overwritten. */
function writeAll(files: readonly ImportedFile[], overwrites: boolean): readonly Diagnostic[] {
  const present = overwrites ? [] : files.filter(({ path }) => existsSync(path));
  const written = present.length > 0 ? present : files;
  return written.flatMap((file) => writeNewFile({ ...file, overwrites }) ?? []);
}

function noSuchForm(tables: string): Diagnostic {
  return errorDiagnostic('SP803', { detail: `--tables takes sql or yaml, not ${tables}.` });
}

function noImport({ name, connection }: NodeSpec): Diagnostic {
  return errorDiagnostic('SP806', {
    node: name,
    detail: `${name} is reached by ${connection.driver}, and what nodes of that kind hold cannot be imported.`,
    hint: 'Hosts, Modbus devices and databases can be.',
  });
}

function foreignOption({ name, connection }: NodeSpec, [option = '']: readonly string[]): Diagnostic {
  return errorDiagnostic('SP860', {
    node: name,
    detail: `--${option} does not go with ${name}, which is reached by ${connection.driver}.`,
    hint: `remove --${option}`,
  });
}
