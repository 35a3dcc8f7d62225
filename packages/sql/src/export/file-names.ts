import type { Fact } from '../catalogue/fact.ts';

/** Which file of an export an object is written to, without the ending: `tables/shop.orders`. */
export function groupOf(object: Fact): string {
  const folder = folders[object.kind];
  if (folder === undefined) return plural(object.kind);
  const name =
    object.kind === 'function' ? [...object.name.slice(0, -1), bareName(object.name.at(-1) ?? '')] : object.name;
  return `${folder}/${name.map(safeName).join('.')}`;
}

/** Kinds whose objects have a file each; the others share one per kind. */
const folders: Readonly<Record<string, string>> = {
  table: 'tables',
  view: 'views',
  'materialized-view': 'views',
  function: 'functions',
  procedure: 'functions',
  enum: 'types',
  domain: 'types',
  composite: 'types',
  range: 'types',
  sequence: 'sequences',
  event: 'events',
};

/** Gives each group a path of its own, also where a file system knows no difference between upper and lower case. */
export function pathsOf(groups: Iterable<string>): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const paths = new Map<string, string>();
  for (const group of [...groups].sort()) {
    let path = `${group}.sql`;
    for (let count = 2; taken.has(path.toLowerCase()); count += 1) path = `${group}-${count}.sql`;
    taken.add(path.toLowerCase());
    paths.set(group, path);
  }
  return paths;
}

function plural(kind: string): string {
  return kind.endsWith('s') ? kind : `${kind}s`;
}

/** Functions of one name share a file, whatever their arguments are. */
function bareName(signature: string): string {
  const end = signature.indexOf('(');
  return end <= 0 ? signature : signature.slice(0, end);
}

const maxNameLength = 80;

/** A part of a name as a part of a file's name. */
function safeName(part: string): string {
  const safe = part.replaceAll(/[^\p{L}\p{N}_-]+/gu, '_').slice(0, maxNameLength);
  return safe === '' ? '_' : safe;
}
