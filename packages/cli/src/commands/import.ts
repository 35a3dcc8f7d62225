import { resolve } from 'node:path';
import { type Diagnostic, errorDiagnostic, hasErrors, type NodeSpec } from '@setpoint/model';
import { playbookOptions } from '../arguments/common-options.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import type { NodeImport } from '../import/importer.ts';
import { importers } from '../import/importers.ts';
import { countOf } from '../output/count-of.ts';
import { writeNewFile } from '../output/new-file.ts';
import { channelOf } from '../project/channel-of.ts';
import { createEngine } from '../project/create-engine.ts';
import { eachNode } from '../project/each-node.ts';
import { namedNodes } from '../project/named-nodes.ts';
import { openCommand } from '../project/open-command.ts';

/** `setpoint import`: from what is there to a playbook. */
export const importNode: Command = {
  name: 'import',
  summary: 'Write a playbook of what a device holds now',
  description:
    'Reads a Modbus device and writes a playbook that declares what it holds: every register and coil of its profile that can be read and written, in the order of the profile. A plan right after it has nothing to do. What the device lacks, refuses or marks as not available stands there as a comment, and so do secrets. Nothing is written on the device.',
  arguments: [{ name: 'node', required: true, description: 'the node' }],
  options: [
    ...playbookOptions.filter(({ name }) => name === 'inventory' || name === 'var'),
    { name: 'out', short: 'o', value: 'FILE', description: 'write the playbook there and do not print it' },
    { name: 'force', description: 'overwrite a file that is there' },
  ],
  examples: [
    { command: 'setpoint import pump-plc', explanation: 'look at it first' },
    { command: 'setpoint import pump-plc -o playbooks/pump.yaml', explanation: 'the beginning of a playbook' },
  ],
  run: async (given, io) => {
    const { project, report, redactor } = await openCommand(given, io, 'none');
    const chosen = namedNodes(given.positional, project.loaded.nodes);
    const problems = [...project.loaded.diagnostics, ...chosen.problems];
    await report.diagnostics(problems);
    const [node] = chosen.nodes;
    if (hasErrors(problems) || node === undefined) return exitCodes.error;
    const load = importers[channelOf(node) ?? ''];
    if (load === undefined) {
      await report.diagnostics([noImport(node)]);
      return exitCodes.error;
    }
    const engine = createEngine(project, given, { io, redactor, emit: () => undefined });
    const [each] = await eachNode([node], engine, async (channel) => (await load())(channel, node, io.signal));
    const made: NodeImport | undefined =
      each !== undefined && 'result' in each ? each.result : each && { kind: 'failed', diagnostic: each.diagnostic };
    if (made?.kind !== 'imported') {
      await report.diagnostics(made === undefined ? [] : [made.diagnostic]);
      return exitCodes.error;
    }
    const { text, declared, leftOut } = made;
    const counts = `${countOf(declared, 'resource')}, ${leftOut} left out`;
    const out = given.value('out');
    if (out === undefined) {
      await report.text(text);
      await report.line('playbook', { node: node.name, text, declared, leftOut });
      await report.talk(`${counts}\n`);
      return exitCodes.done;
    }
    const failure = writeNewFile({ path: resolve(io.cwd, out), text, overwrites: given.flag('force') });
    if (failure !== undefined) {
      await report.diagnostics([failure]);
      return exitCodes.error;
    }
    await report.text(`wrote ${out}: ${counts}\n`);
    await report.line('written', { path: out, node: node.name, declared, leftOut });
    return exitCodes.done;
  },
};

function noImport({ name, connection }: NodeSpec): Diagnostic {
  return errorDiagnostic('SP806', {
    node: name,
    detail: `${name} is reached by ${connection.driver}, and what nodes of that kind hold cannot be imported.`,
    hint: 'Modbus devices can be.',
  });
}
