import type { ReportChange, ReportData } from '../src/html/report-data.ts';

/** What the list is limited to. */
export type Filter = {
  readonly type: string;
  readonly actions: ReadonlySet<string>;
  /** Positions of the nodes that are asked for; undefined for all. */
  readonly nodes: ReadonlySet<number> | undefined;
  /** Positions of the changes that hold what is searched; undefined for all. */
  readonly found: ReadonlySet<number> | undefined;
  /** Positions of the nodes whose names hold what is searched. */
  readonly foundNodes: ReadonlySet<number>;
  readonly isLimited: boolean;
};

/** What was typed and chosen. */
export type Wish = {
  readonly find: string;
  readonly node: string;
  readonly type: string;
  readonly actions: readonly string[];
};

/** Texts of all changes to search in, made once, when something is searched first. */
export class SearchTexts {
  readonly #data: ReportData;
  #texts: readonly string[] | undefined;

  constructor(data: ReportData) {
    this.#data = data;
  }

  /** Positions of the changes that hold a text, which is in lower case. */
  find(text: string): ReadonlySet<number> {
    this.#texts ??= this.#data.changes.map(textOf);
    return new Set(this.#texts.flatMap((candidate, index) => (candidate.includes(text) ? [index] : [])));
  }
}

/** The filter that fulfils a wish. */
export function filterFor(data: ReportData, { find, node, type, actions }: Wish, texts: SearchTexts): Filter {
  const searched = find.trim().toLowerCase();
  const named = node.trim().toLowerCase();
  return {
    type,
    actions: new Set(actions),
    nodes: named === '' ? undefined : nodesNamed(data, named),
    found: searched === '' ? undefined : texts.find(searched),
    foundNodes: searched === '' ? new Set() : nodesNamed(data, searched),
    isLimited: searched !== '' || named !== '' || type !== '' || actions.length > 0,
  };
}

/** Whether the kind of a change is asked for. */
export function matches({ type, action }: ReportChange, filter: Filter): boolean {
  return (filter.type === '' || filter.type === type) && (filter.actions.size === 0 || filter.actions.has(action));
}

/** The nodes of a change that are asked for; when only names of nodes hold what is searched, those. */
export function nodesOf({ nodes }: ReportChange, index: number, filter: Filter): readonly number[] {
  const asked = filter.nodes === undefined ? nodes : nodes.filter((node) => filter.nodes?.has(node));
  if (filter.found === undefined || filter.found.has(index)) return asked;
  return asked.filter((node) => filter.foundNodes.has(node));
}

/** A whole name means that node alone; a part of one means all that have it. */
function nodesNamed({ nodes }: ReportData, text: string): ReadonlySet<number> {
  const names = nodes.map(({ name }) => name.toLowerCase());
  const isWhole = names.includes(text);
  return new Set(names.flatMap((name, index) => ((isWhole ? name === text : name.includes(text)) ? [index] : [])));
}

function textOf({ address, place = '', extent, hazards, notes, operations, edits }: ReportChange): string {
  const values = edits.flatMap(({ path, before = '', after = '', lines = [] }) => [path, before, after, ...lines]);
  return [address, place, extent, ...hazards, ...notes, ...operations, ...values].join('\n').toLowerCase();
}
