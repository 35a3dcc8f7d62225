import { resolve } from 'node:path';
import { createModbusDriver } from '@setpoint/modbus';
import { profileOf, type RawFormat, type RegisterDefinition, selectValues } from '@setpoint/modbus/tools';
import { type Channel, type Diagnostic, errorDiagnostic, hasErrors, type NodeSpec } from '@setpoint/model';
import type { CommandIo, ParsedArguments } from '../command.ts';
import { createReport, type Report } from '../output/report.ts';
import { channelOf } from '../project/channel-of.ts';
import { findProjectDir } from '../project/find-project.ts';
import { namedNodes } from '../project/named-nodes.ts';
import { openCommand } from '../project/open-command.ts';
import { isTarget, parseTarget } from './target.ts';

/** Values of one device that a command is to read: how it is reached, and what is asked for. */
export type OpenValues = {
  readonly node: NodeSpec;
  readonly channel: Channel;
  readonly definitions: readonly RegisterDefinition[];
  readonly report: Report;
};

/** Finds the device and the values that the words name, and opens the way; undefined after everything wrong was told. */
export async function openValues(given: ParsedArguments, io: CommandIo): Promise<OpenValues | undefined> {
  const [, name = '', ...words] = given.positional;
  const located = await locate(name, given, io);
  const { report } = located;
  const problems = [...located.problems];
  if (located.node === undefined) {
    await report.diagnostics(problems);
    return undefined;
  }
  const { node } = located;
  const selected = selectValues(words, profileOf(node.connection.files), rawFormat(given));
  if (selected.kind === 'invalid') {
    problems.push(
      ...selected.problems.map(({ kind, ...problem }) => {
        return errorDiagnostic(kind === 'unknown' ? 'SP806' : 'SP803', { ...problem, node: node.name });
      }),
    );
  }
  await report.diagnostics(problems);
  if (selected.kind === 'invalid' || hasErrors(problems)) return undefined;
  const opened = await connect(node, findProjectDir(io.cwd, given.value('project')), io.signal);
  if (opened.kind === 'connected') {
    return { node, channel: opened.channel, definitions: selected.definitions, report };
  }
  await report.diagnostics([opened.diagnostic]);
  return undefined;
}

type Located = {
  readonly report: Report;
  readonly problems: readonly Diagnostic[];
  /** Undefined: the problems say why. */
  readonly node: NodeSpec | undefined;
};

async function locate(name: string, given: ParsedArguments, io: CommandIo): Promise<Located> {
  if (isTarget(name)) {
    const report = createReport(given, io, io.cwd);
    const target = parseTarget(name);
    if (target.kind === 'node') return { report, problems: [], node: target.node };
    const { detail, hint } = target;
    return { report, problems: [errorDiagnostic('SP803', { detail, hint })], node: undefined };
  }
  const { project, report } = await openCommand(given, io, 'none');
  const { loaded } = project;
  if (hasErrors(loaded.diagnostics)) return { report, problems: loaded.diagnostics, node: undefined };
  const chosen = namedNodes([name], loaded.nodes);
  const [node] = chosen.nodes;
  const problems = [...loaded.diagnostics, ...chosen.problems.map((problem) => withForms(problem, name))];
  if (node === undefined || channelOf(node) === 'modbus') return { report, problems, node };
  return { report, problems: [...problems, notModbus(node)], node: undefined };
}

function withForms(problem: Diagnostic, name: string): Diagnostic {
  return problem.hint === undefined
    ? { ...problem, hint: `A device that is in no inventory is reached with tcp://${name}, for example.` }
    : problem;
}

function notModbus({ name, connection }: NodeSpec): Diagnostic {
  return errorDiagnostic('SP806', {
    node: name,
    detail: `${name} is reached by ${connection.driver} and has no Modbus registers.`,
    hint: `setpoint facts ${name}`,
  });
}

function rawFormat(given: ParsedArguments): RawFormat {
  const [type, order, scale] = ['type', 'order', 'scale'].map((option) => given.value(option));
  return {
    ...(type === undefined ? {} : { type }),
    ...(order === undefined ? {} : { order }),
    ...(scale === undefined ? {} : { scale }),
  };
}

function connect(node: NodeSpec, projectDir: string, signal: AbortSignal) {
  const driver = createModbusDriver({
    projectPath: (path) => resolve(projectDir, path),
    lock: () => Promise.resolve({ kind: 'unsupported', why: 'nothing is written' }),
  });
  return driver.connect(node, signal);
}
