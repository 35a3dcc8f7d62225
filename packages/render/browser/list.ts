import { changeDetails, type Telling } from './details.ts';
import { byId, make } from './element.ts';
import type { Row } from './rows.ts';

/** Rows that are made at a time: a screenful many times over, and made in no time. */
const step = 150;

/** Different changes of one row that are shown; nobody reads more below each other. */
const mostParts = 60;

type Shown = { readonly rows: readonly Row[]; readonly byNode: boolean; readonly telling: Telling };

/** The list: rows are made as they are reached, and their details when they are opened. */
export class ChangeList {
  readonly #list = byId('list', HTMLUListElement);
  readonly #more = byId('more', HTMLButtonElement);
  #shown: Shown | undefined;
  #made = 0;
  /** What the reader has opened stays open while the list changes around it. */
  readonly #open = new Set<string>();

  constructor() {
    this.#more.addEventListener('click', () => this.#extend());
    const seen = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.#extend();
      },
      { rootMargin: '600px' },
    );
    seen.observe(this.#more);
    this.#list.addEventListener('keydown', (event) => this.#move(event));
  }

  /** Shows other rows; a single one is opened. */
  show(shown: Shown): void {
    this.#shown = shown;
    this.#made = 0;
    this.#list.replaceChildren();
    this.#extend();
    if (shown.rows.length === 1) this.#list.querySelector<HTMLElement>('button[aria-expanded="false"]')?.click();
  }

  #extend(): void {
    if (this.#shown === undefined) return;
    const { rows } = this.#shown;
    const next = rows.slice(this.#made, this.#made + step);
    this.#list.append(...next.map((row, index) => this.#row(row, this.#made + index)));
    this.#made += next.length;
    const box = this.#more.parentElement;
    if (box !== null) box.hidden = this.#made >= rows.length;
  }

  #row(row: Row, index: number): HTMLElement {
    const id = `row-${index}`;
    const button = make('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': id }, [
      make('span', { class: 'symbol', 'aria-label': row.kind }, [row.symbol]),
      make('span', { class: 'name' }, [row.name]),
      make('span', { class: 'meta' }, metaOf(row)),
      make('span', { class: 'arrow', 'aria-hidden': 'true' }, ['▶']),
    ]);
    const item = make('li', { class: `row ${row.kind}` }, [button]);
    const toggle = (): void => this.#toggle(item, button, { row, id });
    button.addEventListener('click', toggle);
    if (this.#open.has(keyOf(row))) toggle();
    return item;
  }

  #toggle(item: HTMLElement, button: HTMLElement, { row, id }: { readonly row: Row; readonly id: string }): void {
    const isOpen = button.getAttribute('aria-expanded') === 'true';
    button.setAttribute('aria-expanded', String(!isOpen));
    if (isOpen) this.#open.delete(keyOf(row));
    else this.#open.add(keyOf(row));
    if (isOpen) item.querySelector('.body')?.remove();
    else if (this.#shown !== undefined) item.append(make('div', { class: 'body', id }, bodyOf(row, this.#shown)));
  }

  /** The arrows go from row to row. */
  #move(event: KeyboardEvent): void {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const row = event.target instanceof HTMLElement ? event.target.closest('.row > button') : null;
    if (way === undefined || row === null) return;
    const buttons = [...this.#list.querySelectorAll<HTMLElement>('.row > button')];
    const next = buttons[buttons.findIndex((button) => button === row) + way];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }
}

function keyOf({ kind, name }: Row): string {
  return `${kind} ${name}`;
}

function metaOf({ meta, flag, outliers }: Row): readonly (Node | string)[] {
  return [
    ...(flag === undefined ? [] : [make('span', { class: 'flag' }, [flag]), ' · ']),
    ...(outliers === undefined ? [] : [make('span', { class: 'odd' }, [outliers]), ' · ']),
    meta,
  ];
}

function bodyOf({ parts }: Row, { byNode, telling }: Shown): readonly HTMLElement[] {
  if (parts.length === 0)
    return [make('p', { class: 'facts' }, ['Nothing would change here, or nothing could be told.'])];
  const rest = parts.length - mostParts;
  return [
    ...parts
      .slice(0, mostParts)
      .map(({ change, nodes }) =>
        changeDetails(
          change,
          byNode ? { ...telling, heading: `${change.symbol} ${change.address}` } : { ...telling, nodes },
        ),
      ),
    ...(rest > 0
      ? [make('p', { class: 'facts' }, [`and ${rest} more: a node's name in the filter shows its own.`])]
      : []),
  ];
}
