import { make } from './element.ts';

/** How differences are laid out. */
export type DiffLayout = 'split' | 'unified';

type Side = { readonly number?: number; readonly text?: string; readonly kind: 'old' | 'new' | 'same' | 'void' };
type Row = { readonly left: Side; readonly right: Side } | { readonly gap: string };

const empty: Side = { kind: 'void' };

/** A difference as a table: old and new beside each other, or below each other. */
export function diffTable(lines: readonly string[], layout: DiffLayout): HTMLTableElement {
  const rows = toRows(lines);
  const body = layout === 'split' ? rows.map(splitRow) : rows.flatMap(unifiedRows);
  return make('table', { class: layout }, [make('tbody', {}, body)]);
}

/** Removed lines stand beside the added lines that follow them. */
function toRows(lines: readonly string[]): readonly Row[] {
  const rows: Row[] = [];
  let [old, fresh] = [1, 1];
  let removed: Side[] = [];
  let added: Side[] = [];
  const flush = (): void => {
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1)
      rows.push({ left: removed[index] ?? empty, right: added[index] ?? empty });
    removed = [];
    added = [];
  };
  for (const line of lines) {
    const [sign, text] = [line.charAt(0), line.slice(1)];
    if (sign === '-') {
      if (added.length > 0) flush();
      removed.push({ number: old++, text, kind: 'old' });
    } else if (sign === '+') added.push({ number: fresh++, text, kind: 'new' });
    else {
      flush();
      const start = /^@(\d+),(\d+)$/.exec(line);
      if (start !== null) {
        [old, fresh] = [Number(start[1]), Number(start[2])];
        if (rows.length > 0) rows.push({ gap: '⋯' });
      } else if (sign === ' ')
        rows.push({ left: { number: old++, text, kind: 'same' }, right: { number: fresh++, text, kind: 'same' } });
      else rows.push({ gap: line });
    }
  }
  flush();
  return rows;
}

function splitRow(row: Row): HTMLTableRowElement {
  if ('gap' in row) return make('tr', {}, [make('td', { class: 'gap', colspan: 4 }, [row.gap])]);
  return make('tr', {}, [...cells(row.left), ...cells(row.right)]);
}

function cells({ number, text, kind }: Side): readonly HTMLElement[] {
  return [make('td', { class: `number ${kind}` }, [String(number ?? '')]), make('td', { class: kind }, [text ?? ''])];
}

function unifiedRows(row: Row): readonly HTMLTableRowElement[] {
  if ('gap' in row) return [make('tr', {}, [make('td', { class: 'gap', colspan: 2 }, [row.gap])])];
  const { left, right } = row;
  const sides = left.kind === 'same' ? [right] : [left, right].filter(({ kind }) => kind !== 'void');
  const signs = { old: '- ', new: '+ ', same: '  ', void: '' };
  return sides.map(({ number, text, kind }) =>
    make('tr', {}, [
      make('td', { class: `number ${kind}` }, [String(number ?? '')]),
      make('td', { class: kind }, [signs[kind] + (text ?? '')]),
    ]),
  );
}
