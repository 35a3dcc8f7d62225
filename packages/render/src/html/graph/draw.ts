import { escapeText } from '../../text/escape.ts';
import { text } from '../markup.ts';
import { layersOf } from './layers.ts';
import type { Box, Link, ReportGraph } from './report-graph.ts';

const box = { width: 216, height: 44, gapX: 64, gapY: 14, margin: 12 } as const;
/** A column of more boxes is broken into several beside each other. */
const mostRows = 14;
const mostTitleCharacters = 30;

type Point = { readonly x: number; readonly y: number };

/** A play's resources as an SVG drawing: boxes in columns, a line from each to what comes after it. */
export function drawGraph(graph: ReportGraph): string {
  const columns = layersOf(graph).flatMap(broken);
  const places = new Map(
    columns.flatMap((ids, column) => ids.map((id, row): [string, Point] => [id, pointAt(column, row)])),
  );
  const rows = columns.reduce((most, ids) => Math.max(most, ids.length), 1);
  const width = box.margin * 2 + columns.length * box.width + (columns.length - 1) * box.gapX;
  const height = box.margin * 2 + rows * box.height + (rows - 1) * box.gapY;
  const lines = graph.links.map((link) => line(link, places)).join('');
  const boxes = graph.boxes.map((one) => drawBox(one, places.get(one.id) ?? { x: 0, y: 0 })).join('');
  const label = `${graph.boxes.length} boxes and ${graph.links.length} lines: what comes after what`;
  return `<svg class="graph" role="img" aria-label="${label}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${lines}${boxes}</svg>`;
}

function broken(ids: readonly string[]): readonly (readonly string[])[] {
  const parts = Math.max(1, Math.ceil(ids.length / mostRows));
  return Array.from({ length: parts }, (_, part) => ids.slice(part * mostRows, (part + 1) * mostRows));
}

function pointAt(column: number, row: number): Point {
  return { x: box.margin + column * (box.width + box.gapX), y: box.margin + row * (box.height + box.gapY) };
}

function line({ from, to }: Link, places: ReadonlyMap<string, Point>): string {
  const [start, end] = [places.get(from), places.get(to)];
  if (start === undefined || end === undefined) return '';
  const [x1, y1] = [start.x + box.width, start.y + box.height / 2];
  const [x2, y2] = [end.x, end.y + box.height / 2];
  const bend = Math.max(24, Math.abs(x2 - x1) / 2);
  return `<path class="link" d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}"/><circle class="dot" cx="${x2}" cy="${y2}" r="3"/>`;
}

function drawBox({ id, title, subtitle, danger }: Box, { x, y }: Point): string {
  const kind = danger ?? 'unchanged';
  return [
    `<g class="box ${kind}" data-find="${text(id)}"><title>${text(id)}</title>`,
    `<rect x="${x}" y="${y}" width="${box.width}" height="${box.height}" rx="8"/>`,
    `<rect class="bar" x="${x}" y="${y}" width="5" height="${box.height}" rx="2"/>`,
    `<text class="title" x="${x + 16}" y="${y + 18}">${text(shorten(title))}</text>`,
    `<text class="sub" x="${x + 16}" y="${y + 34}">${text(shorten(subtitle))}</text></g>`,
  ].join('');
}

/** The end of a path says more than its beginning. */
function shorten(name: string): string {
  const shown = escapeText(name);
  if (shown.length <= mostTitleCharacters) return shown;
  return `…${shown.slice(1 - mostTitleCharacters).replace(/^[\udc00-\udfff]/, '')}`;
}
