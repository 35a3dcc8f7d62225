import type { Json, JsonObject } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import type { RenamePair } from '../../compare/rule.ts';
import { rowsOf, textOf, textOrNull } from '../catalogue/row.ts';
import { quoteIdentifier, quoteName } from '../quote.ts';
import { bareRoutineName } from './object-reference.ts';

type Followed = Pick<Fact, 'name' | 'payload'>;

/** A view as the server tells it when something that it reads has another name. Its own columns keep theirs. */
export function followInView({ name, payload }: Fact, renamed: RenamePair): Followed {
  const columns = rowsOf(payload, 'columns').map((column) => ({
    ...column,
    type: followInType(textOf(column, 'type'), renamed),
  }));
  return { name, payload: { ...payload, columns, definition: followInQuery(textOf(payload, 'definition'), renamed) } };
}

/**
 * A function as the server tells it when something that it needs has another name, or it has one itself. Its head and a body that
 * the server has parsed follow; a body of text stays as it was written.
 */
export function followInFunction({ name, payload }: Fact, renamed: RenamePair): Followed {
  const [schema = '', signature = ''] = name;
  const bare = bareRoutineName(name);
  const types = followInType(signature.slice(bare.length), renamed);
  const definition = textOf(payload, 'definition');
  const bodyAt = bodyOf(definition);
  const head = followInHead(definition.slice(0, bodyAt), renamed);
  const body = definition.slice(bodyAt);
  const isParsed = !body.startsWith('\nAS ') && payload['kind'] !== 'aggregate';
  return {
    name: [schema, `${bare}${types}`],
    payload: {
      ...payload,
      definition: `${head}${isParsed ? followInQuery(body, renamed) : body}`,
      result: followInTypeOrNull(payload, 'result', renamed),
      arguments: followInType(textOf(payload, 'arguments'), renamed),
    },
  };
}

function bodyOf(definition: string): number {
  const at = definition.search(/\n(AS |BEGIN ATOMIC|RETURN )/);
  return at < 0 ? definition.length : at;
}

function followInTypeOrNull(payload: JsonObject, key: string, renamed: RenamePair): Json {
  const text = textOrNull(payload, key);
  return text === null ? null : followInType(text, renamed);
}

/** The name of the routine itself, without its schema, stands right before its arguments. */
function followInHead(head: string, renamed: RenamePair): string {
  const { before, after } = renamed;
  return before.kind === 'function' ? head.replace(callOf(before), () => callOf(after)) : followInType(head, renamed);
}

/** How the name of a function stands before its arguments. */
function callOf({ name }: Fact): string {
  return `${quoteIdentifier(name[0] ?? '')}.${bareRoutineName(name)}(`;
}

/** Under an empty search_path all that users made is qualified wherever a type stands. Columns stand in no type. */
function followInType(text: string, { before, after }: RenamePair): string {
  if (before.kind === 'column' || before.kind === 'function' || before.name.length > 2) return text;
  const [from, to] = [before, after].map(({ name }) => quoteName(name));
  const end = before.kind === 'schema' ? '\\.' : '(?![\\w$"(])';
  return text.replace(new RegExp(`(?<![\\w$".])${escape(from ?? '')}(?=${end})`, 'g'), () => to ?? '');
}

/**
 * The server writes each column of a SELECT on a line of its own. One that is nothing but a renamed column gets the old name as its
 * label; a label that equals the new name is left out.
 */
function followInQuery(text: string, renamed: RenamePair): string {
  const { before, after } = renamed;
  if (before.kind === 'function') return text.replaceAll(callOf(before), () => callOf(after));
  const [from, to] = [before, after].map(({ name }) => quoteIdentifier(name.at(-1) ?? ''));
  if (from === undefined || to === undefined) return text;
  const everywhere = new RegExp(`(?<![\\w$"'])${escape(from)}(?![\\w$"'(])`, 'g');
  if (before.kind !== 'column') return text.replace(everywhere, () => to);
  const qualifier = '(?:(?:[\\w$]+|"(?:[^"]|"")*")\\.)?';
  const item = new RegExp(`^(\\s*(?:SELECT )?(?:DISTINCT )?${qualifier})${escape(from)}(?: AS (.+?))?(,?)$`);
  const lines = text.split('\n').map((line) => {
    const [whole, start = '', label = from, comma = ''] = item.exec(line) ?? [];
    if (whole === undefined) return line.replace(everywhere, () => to);
    return `${start}${to}${label === to ? '' : ` AS ${label}`}${comma}`;
  });
  return lines.join('\n');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
