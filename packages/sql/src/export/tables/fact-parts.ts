import { canonicalJson, type JsonObject } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import type { FactIndex } from '../../compare/fact-index.ts';
import type { ColumnInput, TableInput } from '../../declaration/tables/table.ts';

/** A table in the words of YAML, and the facts that it says; what else there is of it is told in SQL. */
export type ExpressedTable = { readonly table: TableInput; readonly facts: readonly Fact[] };

/** Children of a fact of one kind. */
export function childrenOf(index: FactIndex, fact: Fact, kind: string): readonly Fact[] {
  return index.children(fact.key).filter((child) => child.kind === kind);
}

/** The last part of a fact's name. */
export function ownName({ name }: Fact): string {
  return name.at(-1) ?? '';
}

/** The map with its members that are there. */
export function present<Value>(members: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** A map, or undefined where it has no members. */
export function unlessEmpty<Value>(map: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> | undefined {
  return Object.keys(map).length === 0 ? undefined : map;
}

/** A comment on a fact, if it has one of its own. */
export function commentOf(fact: Fact, index: FactIndex): { readonly text: string; readonly fact: Fact } | undefined {
  const comment = childrenOf(index, fact, 'comment').find(({ name }) => name[0] === fact.kind);
  return comment === undefined ? undefined : { text: textIn(comment.payload, 'text'), fact: comment };
}

/** The short form of a column that is nothing but a type. */
export function shortened(column: ColumnInput): string | ColumnInput {
  return Object.keys(column).length === 1 ? column.type : column;
}

/** A member that is a text; empty where it is none. */
export function textIn(members: JsonObject, key: string): string {
  const value = members[key];
  return typeof value === 'string' ? value : '';
}

/** What a fact is in YAML, and the facts that are said with it. */
export type Said<Value> = { readonly value: Value; readonly facts: readonly Fact[] };

/** True when the payload has these very members, whatever else it has. */
export function hasAll(payload: JsonObject, members: JsonObject): boolean {
  return Object.entries(members).every(([key, value]) => canonicalJson(payload[key] ?? null) === canonicalJson(value));
}
