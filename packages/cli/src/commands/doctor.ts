import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Channel, hasErrors, type NodeSpec, summaryOf } from '@setpoint/model';
import { factsQuery } from '@setpoint/posix';
import { renderTable } from '@setpoint/render';
import { nodeOptions, playbookOptions } from '../arguments/common-options.ts';
import type { Command, CommandIo } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { factSources } from '../facts/sources.ts';
import { countOf } from '../output/count-of.ts';
import { homeDirectory } from '../project/account.ts';
import { channelOf } from '../project/channel-of.ts';
import { createEngine } from '../project/create-engine.ts';
import { eachNode } from '../project/each-node.ts';
import { namedNodes } from '../project/named-nodes.ts';
import { openCommand } from '../project/open-command.ts';
import type { OpenProject } from '../project/open-project.ts';

/** One thing that was looked at. */
type Finding = {
  readonly subject: string;
  readonly check: string;
  readonly state: 'ok' | 'warning' | 'error';
  readonly detail: string;
};

/** `setpoint doctor`: is everything there that a run needs? */
export const doctor: Command = {
  name: 'doctor',
  summary: 'Check this machine, the project and the way to the nodes',
  description:
    'Looks at Node.js, ssh, the agent, known hosts, the project’s files and, for each node, the connection, sudo, its clock and its tools; of a Modbus device, whether it answers. Changes nothing.',
  arguments: [
    {
      name: 'node',
      required: false,
      rest: true,
      description: 'nodes to look at (default: none, only this machine and the project)',
    },
  ],
  options: [...playbookOptions, ...nodeOptions],
  examples: [
    { command: 'setpoint doctor', explanation: 'this machine and the project' },
    { command: 'setpoint doctor web1 db1', explanation: 'and the way to two nodes' },
  ],
  run: async (given, io) => {
    const opened = await openCommand(given, io, 'all');
    const { project, report } = opened;
    const chosen =
      given.positional.length === 0 ? { nodes: [], problems: [] } : namedNodes(given.positional, project.loaded.nodes);
    await report.diagnostics(chosen.problems);
    if (hasErrors(chosen.problems)) return exitCodes.error;
    const engine = createEngine(project, given, { io, redactor: opened.redactor, emit: () => undefined });
    const onNodes = await eachNode(chosen.nodes, engine, (channel, node) =>
      channelOf(node) === 'sh' ? checkHost(channel, node.name) : checkDevice(channel, node, io.signal),
    );
    const findings = [
      ...(await checkMachine(io)),
      ...checkProject(project),
      ...onNodes.flatMap((each): readonly Finding[] =>
        'result' in each
          ? each.result
          : [
              {
                subject: each.node.name,
                check: 'connection',
                state: 'error',
                detail: `${each.diagnostic.code}: ${each.diagnostic.detail}`,
              },
            ],
      ),
    ];
    const rows = findings.map((finding) => [finding.subject, finding.check, finding.state, finding.detail]);
    await report.text(
      renderTable(
        { columns: [{ title: 'where' }, { title: 'check' }, { title: 'state' }, { title: 'detail' }], rows },
        report.out.palette,
      ),
    );
    for (const finding of findings) await report.line('finding', finding);
    return findings.some((finding) => finding.state === 'error') ? exitCodes.error : exitCodes.done;
  },
};

async function checkMachine(io: CommandIo): Promise<readonly Finding[]> {
  const subject = 'this machine';
  const ssh = await firstLine('ssh', ['-V']);
  const agent = io.env['SSH_AUTH_SOCK'];
  const knownHosts = join(homeDirectory(io.env), '.ssh', 'known_hosts');
  return [
    { subject, check: 'Node.js', state: 'ok', detail: process.version },
    {
      subject,
      check: 'ssh',
      state: ssh === undefined ? 'warning' : 'ok',
      detail: ssh ?? 'no ssh found: ssh_config is not read, and the openssh driver cannot be used',
    },
    agent === undefined || !existsSync(agent)
      ? {
          subject,
          check: 'agent',
          state: 'warning',
          detail: 'no ssh agent: only key files without a passphrase can log in',
        }
      : { subject, check: 'agent', state: 'ok', detail: agent },
    existsSync(knownHosts)
      ? { subject, check: 'known hosts', state: 'ok', detail: knownHosts }
      : {
          subject,
          check: 'known hosts',
          state: 'warning',
          detail: 'no known_hosts: pin new hosts with --accept-new-host-keys',
        },
  ];
}

function checkProject({ dir, loaded }: OpenProject): readonly Finding[] {
  const subject = 'project';
  const errors = loaded.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  const [first] = errors;
  const key = join(dir, '.setpoint', 'key');
  const mode = existsSync(key) ? statSync(key).mode & 0o077 : 0;
  return [
    {
      subject,
      check: 'files',
      state: first === undefined ? 'ok' : 'error',
      detail:
        first === undefined
          ? `${countOf(loaded.nodes.length, 'node')} in the inventory`
          : `${countOf(errors.length, 'error')}, the first: ${first.code} ${summaryOf(first)}`,
    },
    {
      subject,
      check: 'key',
      state: mode === 0 ? 'ok' : 'error',
      detail: mode === 0 ? 'readable by you only' : `.setpoint/key can be read by others: chmod 600 ${key}`,
    },
  ];
}

/** Nodes without a shell: whether they answer at all, and with what. */
async function checkDevice(channel: Channel, node: NodeSpec, signal: AbortSignal): Promise<readonly Finding[]> {
  const startedMs = performance.now();
  const load = factSources[channelOf(node) ?? ''];
  if (load === undefined) return [];
  const found = await (await load())(channel, node, signal);
  const place = { subject: node.name, check: 'answers' };
  if (found.kind === 'failed') {
    const { code, detail } = found.diagnostic;
    return [{ ...place, state: 'error', detail: `${code}: ${detail}` }];
  }
  const tookMs = Math.round(performance.now() - startedMs);
  return [{ ...place, state: 'ok', detail: `${found.summary}, answered in ${tookMs} ms` }];
}

async function checkHost(channel: Channel, subject: string): Promise<readonly Finding[]> {
  const startedMs = performance.now();
  const result = await channel.ask([{ query: factsQuery }]);
  if (result.kind === 'failed')
    return [
      { subject, check: 'shell', state: 'error', detail: `${result.diagnostic.code}: ${result.diagnostic.detail}` },
    ];
  const answer = result.answers[0];
  if (answer?.status !== 'found')
    return [{ subject, check: 'shell', state: 'error', detail: 'the node gave no facts' }];
  const fact = (name: string): string => (typeof answer.value[name] === 'string' ? answer.value[name] : '');
  const skewSeconds = Math.round((Date.parse(fact('clock')) - Date.now()) / 1000);
  return [
    {
      subject,
      check: 'shell',
      state: 'ok',
      detail: `${fact('os_name')}, as ${fact('account')}, answered in ${Math.round(performance.now() - startedMs)} ms`,
    },
    {
      subject,
      check: 'clock',
      state: Math.abs(skewSeconds) > 5 ? 'warning' : 'ok',
      detail: `${skewSeconds} s from this machine`,
    },
    {
      subject,
      check: 'tools',
      state: fact('missing') === '' ? 'ok' : 'warning',
      detail: fact('missing') === '' ? 'all there' : `missing: ${fact('missing')}`,
    },
  ];
}

function firstLine(command: string, words: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(command, [...words], { timeout: 5000 }, (error, stdout, stderr) => {
      resolve(error === null ? (stdout || stderr).split('\n')[0] : undefined);
    });
  });
}
