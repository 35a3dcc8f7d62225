import {
  type NodeRun,
  type NodeRunStatus,
  nodeRunStatuses,
  type OperationOutcome,
  type RunSummary,
} from '@setpoint/model';
import { renderDiagnostics } from '../diagnostics/list.ts';
import type { SourceLookup } from '../diagnostics/source-frame.ts';
import { count } from '../text/count.ts';
import { formatDuration } from '../text/duration.ts';
import { escapeText } from '../text/escape.ts';
import { boundLines, clip, listNames, wrapText } from '../text/fit.ts';
import { minWidth, type Palette, type TextOptions } from '../text/palette.ts';
import { countOutcomes, groupOutcomes, type OutcomeGroup, type OutcomeKind } from '../view/run-view.ts';

export type RunTextOptions = TextOptions & {
  readonly sources: SourceLookup;
  /** How long the run took, told when it is known. */
  readonly durationMs?: number;
};

/** Lines that a reason may take; it tells what to do, so most of it has to be there. */
const mostReasonLines = 6;

/** Lines of a failed operation's own output that are shown. */
const mostOutputLines = 12;

const titles: Readonly<Record<OutcomeKind, string>> = {
  done: 'Changed',
  failed: 'Failed',
  refused: 'Refused, nothing was done',
  unknown: 'Unknown: it may or may not have happened',
  'not-started': 'Not started',
};

/**
 * What came of an apply: what changed, what did not and why, each cause once with its nodes, then the nodes by status and one
 * line that tells the whole. Every line is ended.
 */
export function renderRun(summary: RunSummary, options: RunTextOptions): string {
  const fitted = { ...options, width: Math.max(options.width, minWidth) };
  const groups = groupOutcomes(summary);
  const kinds = Object.keys(titles) as OutcomeKind[];
  const diagnostics = summary.nodes.flatMap((node) => node.diagnostics);
  return [
    ...kinds.map((kind) =>
      renderKind(
        kind,
        groups.filter((group) => group.kind === kind),
        fitted,
      ),
    ),
    renderDiagnostics(diagnostics, fitted),
    renderNodes(summary.nodes, fitted),
    renderTotal(summary, fitted),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function renderKind(kind: OutcomeKind, groups: readonly OutcomeGroup[], options: RunTextOptions): string {
  if (groups.length === 0) return '';
  const paint = paintKind(kind, options.palette);
  const heading = options.palette.bold(paint(titles[kind]));
  return `${heading}\n${foldCauses(groups)
    .map((cause) => renderCause(cause, options))
    .join('')}`;
}

/** What ended one after the other with the same words on the same nodes, as packages do that were changed in one transaction. */
type Cause = { readonly first: OutcomeGroup; readonly more: readonly OutcomeGroup[] };

function foldCauses(groups: readonly OutcomeGroup[]): readonly Cause[] {
  const causes: { readonly first: OutcomeGroup; readonly more: OutcomeGroup[] }[] = [];
  for (const group of groups) {
    const last = causes.at(-1);
    if (last !== undefined && isSameCause(last.first, group)) last.more.push(group);
    else causes.push({ first: group, more: [] });
  }
  return causes;
}

function isSameCause(left: OutcomeGroup, right: OutcomeGroup): boolean {
  const isTold = left.output !== undefined && left.output === right.output && left.reason === right.reason;
  return isTold && left.nodes.join('\0') === right.nodes.join('\0');
}

function renderCause({ first, more }: Cause, options: RunTextOptions): string {
  const { palette, width } = options;
  const { nodes, reason, output } = first;
  const names = listNames(nodes.map(escapeText), 'nodes', width - 4);
  const why = reason === undefined ? [] : boundLines(wrapText(escapeText(reason), width - 6), mostReasonLines);
  const said = output === undefined ? [] : lastLines(output).map((line) => palette.dim(clip(`| ${line}`, width - 6)));
  return [
    ...[first, ...more].map((group) => renderTitle(group, options)),
    `    ${palette.cyan(names)}`,
    ...[...why, ...said].map((line) => `      ${line}`),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function renderTitle({ title, address }: OutcomeGroup, { palette, width }: RunTextOptions): string {
  const subject = titleNames(title, address) ? '' : palette.dim(`  ${clip(escapeText(address), width - 4)}`);
  return `  ${clip(escapeText(title), width - 4)}${subject}`;
}

/** True when the title names the object already, as in `write /etc/motd`. */
function titleNames(title: string, address: OperationOutcome['address']): boolean {
  return title.endsWith(address.slice(address.indexOf(':') + 1));
}

/** The end of an output tells why it failed, so the beginning is what is left out. */
function lastLines(output: string): readonly string[] {
  const lines = output.trimEnd().split(/\r?\n/).map(escapeText);
  if (lines.length <= mostOutputLines) return lines;
  return [`… ${lines.length - mostOutputLines} earlier lines`, ...lines.slice(-mostOutputLines)];
}

function renderNodes(nodes: readonly NodeRun[], { palette, width }: RunTextOptions): string {
  const statuses = (Object.keys(nodeRunStatuses) as NodeRunStatus[]).filter((status) => status !== 'converged');
  const lines = statuses.flatMap((status) => {
    const names = nodes.filter((node) => node.status === status).map((node) => escapeText(node.node));
    if (names.length === 0) return [];
    const label = `${status}: `;
    return [`${palette.red(label)}${listNames(names, 'nodes', width - label.length)}`];
  });
  return lines.map((line) => `${line}\n`).join('');
}

function renderTotal(summary: RunSummary, { palette, durationMs }: RunTextOptions): string {
  const counts = countOutcomes(summary);
  const converged = summary.nodes.filter((node) => node.status === 'converged').length;
  const others = (Object.keys(titles) as OutcomeKind[])
    .filter((kind) => kind !== 'done' && counts[kind] > 0)
    .map((kind) => `, ${counts[kind]} ${kind === 'not-started' ? 'not started' : kind}`);
  const took = durationMs === undefined ? '' : ` in ${formatDuration(durationMs)}`;
  const stopped = summary.interrupted ? ' Interrupted.' : '';
  const all = converged === summary.nodes.length && !summary.interrupted;
  const operations = `${count(counts.done, 'operation')} done${others.join('')}`;
  const line = `Run ${escapeText(summary.run)}: ${operations}; ${converged} of ${count(summary.nodes.length, 'node')} converged${took}.${stopped}`;
  return `${palette.bold(all ? palette.green(line) : palette.red(line))}\n`;
}

function paintKind(kind: OutcomeKind, palette: Palette): (text: string) => string {
  const colours: Readonly<Record<OutcomeKind, (text: string) => string>> = {
    done: palette.green,
    failed: palette.red,
    refused: palette.red,
    unknown: palette.magenta,
    'not-started': palette.yellow,
  };
  return colours[kind];
}
