import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Diagnostic, errorDiagnostic, hasErrors, type NodeSpec } from '@setpoint/model';
import { playbookOptions } from '../arguments/common-options.ts';
import type { Command, CommandIo } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { NodeImport } from '../import/importer.ts';
import { importers } from '../import/importers.ts';
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
  summary: 'Write a playbook of what a device or a database holds now',
  description:
    'Reads a Modbus device or a database and writes a playbook that declares what it holds; a plan right after it has nothing to do. Of a device: every register and coil of its profile that can be read and written, in the order of the profile; nothing is written on it. Of a database: tables, views, functions and all else that it is made of, as SQL files in a folder `schema` beside the playbook, or in the playbook itself when it is printed; a scratch database is made to compare, and dropped. What cannot be declared stands there as a comment, and so do secrets.',
  arguments: [{ name: 'node', required: true, description: 'the node' }],
  options: [
    ...playbookOptions.filter(({ name }) => name === 'inventory' || name === 'var'),
    { name: 'out', short: 'o', value: 'FILE', description: 'write the playbook there and do not print it' },
    { name: 'force', description: 'overwrite a file that is there' },
    { name: 'tables', value: 'sql|yaml', description: 'how the tables of a database are written. Default: sql' },
  ],
  examples: [
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
    const load = importers[channelOf(node) ?? ''];
    const tables = given.value('tables') ?? 'sql';
    if (load === undefined || (tables !== 'sql' && tables !== 'yaml')) {
      await report.diagnostics([load === undefined ? noImport(node) : noSuchForm(tables)]);
      return exitCodes.error;
    }
    const out = given.value('out');
    const engine = createEngine(project, given, { io, redactor, emit: () => undefined });
    const options = { signal: io.signal, folder: out === undefined ? undefined : sqlFolder, tables } as const;
    const [each] = await eachNode([node], engine, async (channel) => (await load())(channel, node, options));
    const made = importOf(each);
    if (made.kind === 'failed') {
      await report.diagnostics([made.diagnostic]);
      return exitCodes.error;
    }
    if (out !== undefined)
      return writeImport(made, { node: node.name, out, report, io, overwrites: given.flag('force') });
    const { text, declared, leftOut } = made;
    await report.text(text);
    await report.line('playbook', { node: node.name, text, declared, leftOut });
    await report.talk(`${counts(made)}\n`);
    return exitCodes.done;
  },
};

type Imported = Extract<NodeImport, { readonly kind: 'imported' }>;

/** What came of the one node; whoever was interrupted before it was reached has nothing. */
function importOf(each: NodeResult<NodeImport> | undefined): NodeImport {
  if (each === undefined)
    return { kind: 'failed', diagnostic: errorDiagnostic('SP806', { detail: 'No node was read.' }) };
  return 'result' in each ? each.result : { kind: 'failed', diagnostic: each.diagnostic };
}

function counts({ declared, leftOut }: Imported): string {
  return `${countOf(declared, 'resource')}, ${leftOut} left out`;
}

type Target = {
  readonly node: string;
  readonly out: string;
  readonly report: Report;
  readonly io: CommandIo;
  readonly overwrites: boolean;
};

/** Writes the playbook and what it lists; the exit code. */
async function writeImport(made: Imported, { node, out, report, io, overwrites }: Target): Promise<ExitCode> {
  const { text, declared, leftOut, files } = made;
  const path = resolve(io.cwd, out);
  const failures = writeAll([{ path, text }, ...besides(path, files)], overwrites);
  if (failures.length > 0) {
    await report.diagnostics(failures);
    return exitCodes.error;
  }
  const stale = staleFiles(path, files);
  if (stale.length > 0) await report.talk(`not from this import, and still listed: ${stale.join(', ')}\n`);
  const others = files.length === 0 ? '' : ` and ${countOf(files.length, 'file')} in ${join(dirname(out), sqlFolder)}`;
  await report.text(`wrote ${out}${others}: ${counts(made)}\n`);
  await report.line('written', { path: out, node, declared, leftOut, files: files.map((file) => file.path) });
  return exitCodes.done;
}

/** Beside the playbook. */
const sqlFolder = 'schema';

type WrittenFile = { readonly path: string; readonly text: string };

function besides(playbook: string, files: readonly WrittenFile[]): readonly WrittenFile[] {
  return files.map(({ path, text }) => ({ path: join(dirname(playbook), path), text }));
}

/** SQL files in the folder that the playbook lists too although they are not of this import, relative to the playbook. */
function staleFiles(playbook: string, files: readonly WrittenFile[]): readonly string[] {
  const folder = join(dirname(playbook), sqlFolder);
  if (files.length === 0 || !existsSync(folder)) return [];
  const written = new Set(files.map((file) => file.path));
  const present = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${sqlFolder}/${name}`);
  return present.filter((name) => name.endsWith('.sql') && !written.has(name)).sort();
}

/** Writes all files, or none where one of them is there already and may not be overwritten. */
function writeAll(files: readonly WrittenFile[], overwrites: boolean): readonly Diagnostic[] {
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
    hint: 'Modbus devices and databases can be.',
  });
}
