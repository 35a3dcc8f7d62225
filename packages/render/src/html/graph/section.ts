import type { Plan, PlayPlan } from '@setpoint/model';
import { count } from '../../text/count.ts';
import { describeRollout } from '../../view/rollout.ts';
import { text } from '../markup.ts';
import { drawGraph } from './draw.ts';
import { playGraph } from './report-graph.ts';

/** More plays than these are not drawn. */
const mostPlays = 20;

/** A drawing for each play of what comes after what, folded together until it is opened; empty when there is nothing to draw. */
export function graphSection({ plays }: Plan): string {
  const drawn = plays.slice(0, mostPlays).flatMap(playDrawing);
  if (drawn.length === 0) return '';
  const rest = plays.length - mostPlays;
  const more = rest > 0 ? `<p class="empty">${count(rest, 'more play')} not drawn.</p>` : '';
  return `<section class="graphs" aria-label="Order"><h2>Order</h2>${drawn.join('')}${more}</section>`;
}

function playDrawing(play: PlayPlan): readonly string[] {
  const graph = playGraph(play);
  if (graph.boxes.length === 0) return [];
  const folded = graph.isFolded ? ', drawn by type because they are many' : '';
  const amount = new Set(play.nodes.flatMap(({ changes }) => changes.map(({ address }) => address))).size;
  const title = `<b>${text(play.name)}</b> <span>${text(describeRollout(play))}; ${count(amount, 'resource')}${folded}</span>`;
  return [
    `<details class="play"><summary>${title}</summary><div class="scroll" tabindex="0">${drawGraph(graph)}</div></details>`,
  ];
}
