import type { Change } from '@setpoint/model';
import { count } from '../text/count.ts';
import { type AddressBlock, describeExtent } from '../view/address-view.ts';
import { actionSymbols, changeLines } from '../view/change-lines.ts';
import type { Line } from '../view/line.ts';
import type { ChangeBlock } from '../view/play-view.ts';
import type { MarkdownBlock } from './budget.ts';
import { diffFence, htmlCode, htmlText, inlineCode } from './quote.ts';

/** Columns of a line in a fence; longer values are cut with the number of characters missing. */
const columns = 160;
const mostNodes = 20;
const mostVariants = 6;
/** Names are cut after so many characters; paths and host names are shorter. */
export const mostNameCharacters = 120;

/** An address with its nodes: collapsed over its difference, and as one list item for when room is short. */
export function addressBlock(block: AddressBlock): MarkdownBlock {
  const { change } = block.variants[0];
  const extent = describeExtent(change);
  const others = block.variants.length - 1;
  const differing = others === 0 ? '' : `; ${describeOutliers(block)}`;
  return {
    full: () => {
      const title = `${htmlCode(actionSymbols[change.action], 3)} ${where(block, htmlCode)}: ${htmlCode(change.address, mostNameCharacters)}`;
      const tail = `${extent === '' ? '' : `, ${htmlText(extent)}`}${differing}`;
      return `<details><summary>${title}${tail}</summary>\n\n${body(block)}\n</details>\n`;
    },
    brief: `- ${inlineCode(actionSymbols[change.action], 3)} ${where(block, inlineCode)}: ${inlineCode(change.address, mostNameCharacters)}${differing}`,
  };
}

function where({ variants, nodes }: AddressBlock, quote: typeof htmlCode): string {
  return nodes === 1 ? quote(variants[0].nodes[0] ?? '', mostNameCharacters) : `${nodes} nodes`;
}

/** Few nodes that differ from many are outliers; without a majority there are only different ones. */
function describeOutliers({ variants, nodes }: AddressBlock): string {
  const most = variants[0].nodes.length;
  const others = nodes - most;
  return most > others ? count(others, 'outlier') : `${variants.length} different changes`;
}

function body({ variants, nodes }: AddressBlock): string {
  const [first, ...others] = variants;
  const isMajority = first.nodes.length > nodes - first.nodes.length;
  const shown = others.slice(0, mostVariants - 1);
  const parts = [
    variantBody(first, nodes === 1 ? '' : 'On '),
    ...shown.map((one) => variantBody(one, differs(isMajority))),
  ];
  const rest = others.slice(shown.length);
  if (rest.length === 0) return parts.join('\n');
  const restNodes = rest.flatMap((variant) => variant.nodes);
  return [...parts, `${count(rest.length, 'more different change')} on ${nodeNames(restNodes)}.`, ''].join('\n');
}

function differs(isMajority: boolean): string {
  return isMajority ? '**Outlier**: differs on ' : '**Different** on ';
}

function variantBody({ change, nodes }: ChangeBlock, lead: string): string {
  const lines = changeLines(change, { columns, verbose: false, showAll: false });
  const nodesLine = lead === '' ? [] : [`${lead}${nodeNames(nodes)}`, ''];
  return [...nodesLine, ...placeLines(change), '', diffFence(lines.map(diffLine))].join('\n');
}

function nodeNames(nodes: readonly string[]): string {
  const shown = nodes.slice(0, mostNodes).map((node) => inlineCode(node, mostNameCharacters));
  const rest = nodes.length - shown.length;
  return `${shown.join(' ')}${rest > 0 ? ` and ${rest} more` : ''}`;
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
