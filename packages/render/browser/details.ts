import type { ReportChange, ReportData, ReportEdit } from '../src/html/report-data.ts';
import { type DiffLayout, diffTable } from './diff.ts';
import { make } from './element.ts';

/** Names that are shown before the rest is asked for. */
const mostNames = 14;

/** How a change is told: with which of its nodes, under which heading, and in which layout. */
export type Telling = {
  readonly data: ReportData;
  readonly layout: DiffLayout;
  readonly heading?: string;
  /** Positions of the nodes to name; none are named without them. */
  readonly nodes?: readonly number[];
  readonly onNode: (name: string) => void;
};

/** Everything that is known of one change. */
export function changeDetails(change: ReportChange, telling: Telling): HTMLElement {
  const { heading, nodes, layout } = telling;
  const plain = change.edits.filter(({ lines }) => lines === undefined);
  return make('div', { class: `variant ${change.action}` }, [
    ...(heading === undefined ? [] : [make('h3', {}, [heading])]),
    ...(nodes === undefined ? [] : [nodeNames(nodes, telling)]),
    ...change.hazards.map((hazard) => make('p', { class: 'hazard' }, [`! ${hazard}`])),
    ...(plain.length === 0 ? [] : [editTable(plain)]),
    ...change.edits.flatMap((edit) => (edit.lines === undefined ? [] : [diffOf(edit, edit.lines, layout)])),
    facts(change),
  ]);
}

function nodeNames(nodes: readonly number[], { data, onNode }: Telling): HTMLElement {
  const nameButton = (position: number): HTMLElement => {
    const name = data.nodes[position]?.name ?? '';
    const button = make('button', { type: 'button' }, [name]);
    button.addEventListener('click', () => onNode(name));
    return button;
  };
  const box = make('div', { class: 'names' }, [
    nodes.length === 1 ? 'On' : `On ${nodes.length} nodes:`,
    ...nodes.slice(0, mostNames).map(nameButton),
  ]);
  if (nodes.length > mostNames) {
    const more = make('button', { type: 'button' }, [`and ${nodes.length - mostNames} more`]);
    more.addEventListener('click', () => more.replaceWith(...nodes.slice(mostNames).map(nameButton)));
    box.append(more);
  }
  return box;
}

function editTable(edits: readonly ReportEdit[]): HTMLElement {
  const head = make(
    'tr',
    {},
    ['Property', 'Before', 'After'].map((title) => make('th', { scope: 'col' }, [title])),
  );
  return make('table', { class: 'edits' }, [make('thead', {}, [head]), make('tbody', {}, edits.map(editRow))]);
}

function editRow({ path, before, after, replaces }: ReportEdit): HTMLElement {
  const side = (value: string | undefined, kind: string): HTMLElement =>
    make('td', { class: value === undefined || value === '(none)' ? 'none' : kind }, [value ?? '—']);
  return make('tr', {}, [
    make('td', {}, [path, ...(replaces === true ? [make('span', { class: 'tag' }, ['forces replacement'])] : [])]),
    side(before, 'old'),
    side(after, 'new'),
  ]);
}

function diffOf({ path, before, after }: ReportEdit, lines: readonly string[], layout: DiffLayout): HTMLElement {
  const isText = (value: string | undefined): value is string => value !== undefined && !value.startsWith('"');
  const sizes = [before, after].filter(isText).join(' → ');
  return make('div', { class: 'diff' }, [make('h4', {}, [path, make('span', {}, [sizes])]), diffTable(lines, layout)]);
}

function facts({ place, notes, operations }: ReportChange): HTMLElement {
  return make('div', { class: 'facts' }, [
    ...notes.map((note) => make('p', {}, [note])),
    ...(operations.length === 0 ? [] : [make('p', {}, [`does: ${operations.join('; ')}`])]),
    ...(place === undefined ? [] : [make('p', {}, ['declared in ', make('code', {}, [place])])]),
  ]);
}
