import type { ReportData } from '../src/html/report-data.ts';
import { byId, make } from './element.ts';
import { filterFor, SearchTexts, type Wish } from './filter.ts';
import { ChangeList } from './list.ts';
import { rowsByChange, rowsByNode } from './rows.ts';
import { setUpTheme } from './theme.ts';

setUpTheme();
const source = document.getElementById('data');
if (source !== null) setUpChanges(JSON.parse(source.textContent) as ReportData);

/** Brings the list of changes and its filters to life. */
function setUpChanges(data: ReportData): void {
  const form = document.querySelector<HTMLFormElement>('.filters');
  if (form === null) return;
  const find = byId('find', HTMLInputElement);
  const node = byId('node', HTMLInputElement);
  const type = byId('type', HTMLSelectElement);
  const list = new ChangeList();
  const texts = new SearchTexts(data);
  fillChoices(data, type);
  // Two columns do not fit beside each other on a telephone.
  if (matchMedia('(max-width: 720px)').matches) form.querySelector<HTMLInputElement>('input[value="unified"]')?.click();
  const update = (): void => {
    const chosen = new FormData(form);
    const wish: Wish = {
      find: find.value,
      node: node.value,
      type: type.value,
      actions: chosen.getAll('action').map(String),
    };
    const byNode = chosen.get('view') === 'node';
    const filter = filterFor(data, wish, texts);
    const rows = byNode ? rowsByNode(data, filter) : rowsByChange(data, filter);
    const layout = chosen.get('diff') === 'unified' ? 'unified' : 'split';
    const onNode = (name: string): void => {
      node.value = name;
      update();
      node.focus();
    };
    list.show({ rows, byNode, telling: { data, layout, onNode } });
    byId('found', HTMLParagraphElement).textContent = describe(rows.length, byNode, data);
  };
  let waiting = 0;
  form.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(update, 80);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  setUpKeys(find, update);
  setUpDrawings((text) => {
    find.value = text;
    update();
    byId('changes', HTMLElement).scrollIntoView();
    find.focus({ preventScroll: true });
  });
  form.hidden = false;
  update();
}

function fillChoices(data: ReportData, type: HTMLSelectElement): void {
  const types = [...new Set(data.changes.map((change) => change.type))].sort();
  type.append(...types.map((name) => make('option', { value: name }, [name])));
  const names = [...new Set(data.nodes.map(({ name }) => name))].slice(0, 1000);
  byId('nodes', HTMLDataListElement).append(...names.map((name) => make('option', { value: name })));
}

function describe(rows: number, byNode: boolean, { withoutDetails, leftOut }: ReportData): string {
  const noun = byNode ? 'node' : 'address';
  const plural = byNode ? 'nodes' : 'addresses';
  const left = [
    ...(withoutDetails > 0 ? [` The details of ${withoutDetails} changes are left out for size.`] : []),
    ...(leftOut > 0 ? [` ${leftOut} changes are left out for size.`] : []),
  ].join('');
  return rows === 0 ? `Nothing fits.${left}` : `${rows} ${rows === 1 ? noun : plural}.${left}`;
}

/** A slash goes to the search, Escape empties it. */
function setUpKeys(find: HTMLInputElement, update: () => void): void {
  document.addEventListener('keydown', (event) => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === '/' && !isTyping) {
      event.preventDefault();
      find.focus();
    }
    if (event.key === 'Escape' && event.target === find) {
      find.value = '';
      update();
    }
  });
}

/** A box of a drawing finds what it stands for. */
function setUpDrawings(find: (text: string) => void): void {
  for (const box of document.querySelectorAll<SVGGElement>('.graph .box')) {
    const text = box.dataset['find'] ?? '';
    box.setAttribute('role', 'button');
    box.setAttribute('tabindex', '0');
    box.addEventListener('click', () => find(text));
    box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        find(text);
      }
    });
  }
}
