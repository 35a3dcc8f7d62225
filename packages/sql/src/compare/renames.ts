import type { Json, JsonObject } from '@setpoint/model';
import type { Fact, FactKey } from '../catalogue/fact.ts';
import { factKey } from '../catalogue/fact-key.ts';
import type { Rename } from '../declaration/declaration.ts';
import { type FactIndex, indexFacts, isSamePayload } from './fact-index.ts';
import { applyLabel, labelPairOf } from './rename-labels.ts';
import type { RenamePair, Rules } from './rule.ts';

/** The renames of a comparison and the present facts as they will be called after them. */
export type RenamedFacts = {
  readonly live: readonly Fact[];
  /** In the order in which they must happen. */
  readonly renames: readonly RenamePair[];
  /** Sentences about declared renames that cannot be: both names exist. */
  readonly problems: readonly string[];
};

/**
 * Follows the declared renames, then those that can be told without being declared: constraints and indexes of equal definition.
 * Texts of the server that hold an old name are rewritten as the server will rewrite them.
 */
export function followRenames(input: {
  readonly live: readonly Fact[];
  readonly wanted: readonly Fact[];
  readonly declared: readonly Rename[];
  readonly rules: Rules;
}): RenamedFacts {
  const problems: string[] = [];
  const renames: RenamePair[] = [];
  const wanted = indexFacts(input.wanted);
  let live = input.live;
  for (const rename of [...input.declared].sort(byDepth)) {
    const index = indexFacts(live);
    const label = rename.kind === 'enum value' ? labelPairOf(rename, index, wanted) : undefined;
    if (label !== undefined) {
      renames.push(label);
      live = applyLabel(live, label);
      continue;
    }
    const pair = pairOf(rename, index, wanted);
    if (pair === undefined) continue;
    if (input.rules[pair.before.kind]?.rename === undefined) {
      problems.push(`${rename.at}: a ${pair.before.kind} cannot be renamed.`);
      continue;
    }
    renames.push(pair);
    live = applyRename(live, pair, { index, rules: input.rules });
  }
  for (const match of [matchByPayload, matchByTie]) {
    for (const pair of match(indexFacts(live), wanted, input.rules)) {
      renames.push(pair);
      live = applyRename(live, pair, { index: indexFacts(live), rules: input.rules });
    }
  }
  return { live, renames, problems };
}

/** Outer names first: a column's path holds the name that its table gets. */
function byDepth(left: Rename, right: Rename): number {
  return left.to.length - right.to.length || left.at.localeCompare(right.at, 'en');
}

const kindsOf: Readonly<Record<Rename['kind'], readonly string[]>> = {
  schema: ['schema'],
  table: ['table'],
  column: ['column'],
  view: ['view', 'materialized-view'],
  index: ['index', 'constraint'],
  constraint: ['constraint', 'foreign-key', 'domain-constraint', 'index'],
  type: ['enum', 'domain', 'composite', 'range'],
  'enum value': [],
  sequence: ['sequence'],
  function: ['function'],
};

function pairOf(rename: Rename, live: FactIndex, wanted: FactIndex): RenamePair | undefined {
  for (const kind of kindsOf[rename.kind]) {
    const after = wanted.all.find((fact) => fact.kind === kind && endsWith(plainName(fact), rename.to));
    if (after === undefined) continue;
    const name = [
      ...after.name.slice(0, after.name.length - rename.to.length),
      ...rename.to.slice(0, -1),
      `${kind === 'function' ? quoteAs('', lastOf(rename.from)) : lastOf(rename.from)}${argumentsOf(after)}`,
    ];
    const before = live.get(factKey(kind, name)) ?? live.get(factKey(kind, rename.from));
    if (before !== undefined && live.get(after.key) === undefined && wanted.get(before.key) === undefined) {
      return { before, after };
    }
  }
  return undefined;
}

/** The name without the types of arguments, which a rename does not say. */
function plainName(fact: Fact): readonly string[] {
  const types = argumentsOf(fact);
  if (types === '') return fact.name;
  const last = lastOf(fact.name).slice(0, -types.length);
  return [...fact.name.slice(0, -1), last.startsWith('"') ? last.slice(1, -1).replaceAll('""', '"') : last];
}

function argumentsOf({ kind, name }: Fact): string {
  const last = lastOf(name);
  return kind === 'function' && last.endsWith(')') ? last.slice(last.search(/\((?:[^"]|"(?:[^"]|"")*")*\)$/)) : '';
}

function endsWith(name: readonly string[], tail: readonly string[]): boolean {
  return name.length >= tail.length && tail.every((part, index) => name[name.length - tail.length + index] === part);
}

function lastOf(parts: readonly string[]): string {
  return parts.at(-1) ?? '';
}

/** Constraints and indexes that would be dropped and made anew only because they are called otherwise. */
function matchByPayload(live: FactIndex, wanted: FactIndex, rules: Rules): readonly RenamePair[] {
  const gone = live.all.filter(
    (fact) => rules[fact.kind]?.isMatchedByPayload === true && wanted.get(fact.key) === undefined,
  );
  const taken = new Set<FactKey>();
  return gone.flatMap((before) => {
    const after = wanted
      .children(before.parent ?? '')
      .find(
        (fact) =>
          fact.kind === before.kind &&
          live.get(fact.key) === undefined &&
          !taken.has(fact.key) &&
          isSamePayload(before, fact),
      );
    if (after === undefined) return [];
    taken.add(after.key);
    return [{ before, after }];
  });
}

/** Facts that are tied to the same thing as one that is gone: a serial's sequence whose table or column has another name. */
function matchByTie(live: FactIndex, wanted: FactIndex, rules: Rules): readonly RenamePair[] {
  const tieOf = (fact: Fact, index: FactIndex): string | undefined =>
    rules[fact.kind]?.tiedTo?.(fact, index.children(fact.key));
  const come = new Map<string, Fact>();
  for (const fact of wanted.all) {
    const tie = live.get(fact.key) === undefined ? tieOf(fact, wanted) : undefined;
    if (tie !== undefined) come.set(`${fact.kind} ${tie}`, fact);
  }
  return live.all.flatMap((before) => {
    const tie = wanted.get(before.key) === undefined ? tieOf(before, live) : undefined;
    const after = tie === undefined ? undefined : come.get(`${before.kind} ${tie}`);
    return after === undefined ? [] : [{ before, after }];
  });
}

/** The facts as the server will tell them after the rename: paths of everything below it, references to it, and texts. */
function applyRename(
  live: readonly Fact[],
  { before, after }: RenamePair,
  { index, rules }: { readonly index: FactIndex; readonly rules: Rules },
): readonly Fact[] {
  const moved = movedFacts({ before, after }, index, rules);
  const any = before.kind === 'function' ? callRewriter(before, after) : textRewriter(before, after, 'any');
  const rewriters = { any, quoted: textRewriter(before, after, 'quoted') };
  const mapKey = (key: FactKey): FactKey => moved.get(key)?.key ?? key;
  return live.map((fact) => {
    const place = moved.get(fact.key);
    const isNear = place !== undefined || fact.needs.some((need) => moved.has(need));
    if (!isNear && fact.parent !== undefined && !moved.has(fact.parent) && !isSibling(fact, before)) return fact;
    const rule = rules[fact.kind];
    const style = rule?.namesInTexts ?? 'any';
    const rewrite = style === 'kept' ? (value: Json) => value : rewriters[style];
    return {
      ...fact,
      ...place,
      ...(fact.parent === undefined ? {} : { parent: mapKey(fact.parent) }),
      needs: fact.needs.map(mapKey),
      payload:
        rule?.followRename?.(fact, { before, after }).payload ??
        (fact.kind === 'comment' ? fact.payload : (rewrite(fact.payload) as JsonObject)),
      ...(fact.info === undefined ? {} : { info: withOwnerOf(fact.info, rewrite(fact.info) as JsonObject) }),
    };
  });
}

/** A role may be called as an object is. */
function withOwnerOf({ owner }: JsonObject, rewritten: JsonObject): JsonObject {
  return owner === undefined ? rewritten : { ...rewritten, owner };
}

/** The new names of all whose names hold the old one, functions among whose arguments it is included. */
function movedFacts(
  { before, after }: RenamePair,
  index: FactIndex,
  rules: Rules,
): ReadonlyMap<FactKey, Pick<Fact, 'key' | 'name'>> {
  const moved = new Map(partsOf(before, index).map((fact) => [fact.key, renamedKey(fact, before, after)] as const));
  for (const fact of index.all) {
    const rule = rules[fact.kind];
    const isNear = moved.has(fact.key) || fact.needs.some((need) => moved.has(need));
    if (rule?.followRename === undefined || !isNear) continue;
    const place = { ...fact, ...moved.get(fact.key) };
    const { name } = rule.followRename(place, { before, after });
    if (name.join('\0') === place.name.join('\0')) continue;
    for (const part of index.subtree(fact.key)) {
      const partPlace = { ...part, ...moved.get(part.key) };
      moved.set(part.key, renamedKey(partPlace, place, { ...place, name }));
    }
  }
  return moved;
}

/** All whose names hold the name of the fact: what is below it, and for a schema all that is in it. */
function partsOf(before: Fact, index: FactIndex): readonly Fact[] {
  if (before.kind !== 'schema') return index.subtree(before.key);
  const objects = index.all.filter(({ parent }) => parent === before.key);
  return [...new Set([before, ...objects].flatMap(({ key }) => index.subtree(key)))];
}

/** Facts of the same table: their texts name the column without its table. */
function isSibling(fact: Fact, before: Fact): boolean {
  return before.kind === 'column' && fact.parent === before.parent;
}

function renamedKey(fact: Fact, before: Fact, after: Fact): Pick<Fact, 'key' | 'name'> {
  const name = replaceName(fact, before, after);
  return { key: factKey(fact.kind, name), name };
}

/** A satellite's name begins with the kind of its object; an index has a name of its own beside that of its table. */
function replaceName(fact: Fact, before: Fact, after: Fact): readonly string[] {
  const offset = [0, 1].find((start) => before.name.every((part, index) => fact.name[start + index] === part));
  if (offset === undefined) return fact.name;
  return [...fact.name.slice(0, offset), ...after.name, ...fact.name.slice(offset + before.name.length)];
}

/** Replaces the old name in texts of the server where it stands as a whole identifier; `quoted`: only where it has quotes. */
function textRewriter(before: Fact, after: Fact, style: 'any' | 'quoted'): (value: Json) => Json {
  const from = identifierPattern(lastOf(before.name), style);
  const to = lastOf(after.name);
  return inTexts((text) => text.replace(from, (found) => quoteAs(found, to)));
}

/** Replaces the calls of a function, which are qualified. */
function callRewriter(before: Fact, after: Fact): (value: Json) => Json {
  const [from, to] = [before, after].map(
    (fact) =>
      `${plainName(fact)
        .map((part) => quoteAs('', part))
        .join('.')}(`,
  );
  return inTexts((text) => text.replaceAll(from ?? '', () => to ?? ''));
}

function inTexts(replace: (text: string) => string): (value: Json) => Json {
  const rewrite = (value: Json): Json => {
    if (typeof value === 'string') return replace(value);
    if (Array.isArray(value)) return value.map(rewrite);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, rewrite(member as Json)]));
  };
  return rewrite;
}

function identifierPattern(name: string, style: 'any' | 'quoted'): RegExp {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const quoted = `\`${plain.replaceAll('`', '``')}\`|"${plain.replaceAll('"', '""')}"`;
  return new RegExp(style === 'quoted' ? quoted : `${quoted}|(?<![\\w$"'\`])${plain}(?![\\w$"'\`(])`, 'g');
}

/** MySQL's quotes stay; PostgreSQL writes them only where they must be. */
function quoteAs(found: string, name: string): string {
  if (found.startsWith('`')) return `\`${name.replaceAll('`', '``')}\``;
  return /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
