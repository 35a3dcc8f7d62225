import type { Action, Change } from '@setpoint/model';
import { actionSymbols, changeLines } from '../view/change-lines.ts';
import type { Line } from '../view/line.ts';
import type { ChangeBlock } from '../view/play-view.ts';
import type { MarkdownBlock } from './budget.ts';
import { diffFence, inlineCode } from './quote.ts';

/** Columns of a line in a fence; longer values are cut with the number of characters missing. */
const columns = 160;
const mostNodes = 20;
const mostNameCharacters = 120;

const ranks: Readonly<Record<Action, number>> = {
  delete: 0,
  replace: 0,
  unknown: 2,
  update: 3,
  run: 3,
  create: 4,
  none: 5,
};

/** Order of changes in a review: what destroys first, then what cannot be told, changes, new things. */
export function dangerRank({ action, operations }: Change): number {
  const hazards = operations.flatMap((operation) => operation.hazards);
  if (hazards.some((hazard) => hazard.kind === 'data-loss')) return 0;
  return hazards.length > 0 ? Math.min(1, ranks[action]) : ranks[action];
}

/** One change with its nodes: collapsed over its difference, and as one list item for when room is short. */
export function changeBlock({ change, nodes }: ChangeBlock): MarkdownBlock {
  const title = `${inlineCode(actionSymbols[change.action], 3)} ${inlineCode(change.address, mostNameCharacters)}`;
  const where = nodes.length === 1 ? inlineCode(nodes[0] ?? '', mostNameCharacters) : `${nodes.length} nodes`;
  return {
    action: change.action,
    full: () => `<details><summary>${title} on ${where}</summary>\n\n${body(change, nodes)}\n</details>\n`,
    brief: `- ${title} on ${where}`,
  };
}

function body(change: Change, nodes: readonly string[]): string {
  const lines = changeLines(change, { columns, verbose: false, showAll: false });
  return [...nodeLines(nodes), ...placeLines(change), '', diffFence(lines.map(diffLine))].join('\n');
}

function nodeLines(nodes: readonly string[]): readonly string[] {
  if (nodes.length === 1) return [];
  const shown = nodes.slice(0, mostNodes).map((node) => inlineCode(node, mostNameCharacters));
  const rest = nodes.length - shown.length;
  return [`${shown.join(' ')}${rest > 0 ? ` and ${rest} more` : ''}`, ''];
}

function placeLines({ source }: Change): readonly string[] {
  return source === undefined
    ? []
    : [`declared in ${inlineCode(`${source.file}:${source.start.line}`, mostNameCharacters)}`];
}

/** Signs stand in the first column, where a diff block colours them; nothing else may start with one. */
function diffLine({ role, depth, text }: Line): string {
  switch (role) {
    case 'added':
    case 'removed':
    case 'context':
    case 'hazard':
      return text;
    case 'plain':
    case 'note':
      return `  ${'  '.repeat(depth)}${text}`;
    default:
      return role satisfies never;
  }
}
