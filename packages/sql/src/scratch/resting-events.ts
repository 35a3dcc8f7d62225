import type { Catalogue, Fact } from '../catalogue/fact.ts';
import { lexMysql } from '../declaration/split/mysql-lexer.ts';
import { unquotedName } from '../declaration/split/rename-directive.ts';
import type { SqlStatement } from '../declaration/split/split.ts';
import { isSymbol, isWord, type Token, textOf } from '../declaration/split/token.ts';
import { headOf } from './statement-head.ts';

/** Statements whose events cannot fire, and the names of the events that would. */
export type Resting = { readonly statements: readonly SqlStatement[]; readonly enabled: ReadonlySet<string> };

/**
 * Has declared events loaded switched off. A scratch database stands on a server whose scheduler may be running, and what an event
 * does need not stay within its database.
 */
export function restEvents(statements: readonly SqlStatement[]): Resting {
  const enabled = new Set<string>();
  const rested = statements.map((statement) => {
    const plain = withoutVersionComments(statement.text);
    if (!eventHead.test(headOf({ text: plain }))) return statement;
    const { text, name } = switchOff(plain);
    if (name !== undefined) enabled.add(name);
    return { ...statement, text };
  });
  return { statements: rested, enabled };
}

const account = /(?:`[^`]*`|'[^']*'|[^\s@]+)(?: ?@ ?(?:`[^`]*`|'[^']*'|\S+))?/.source;
const eventHead = new RegExp(`^CREATE (?:OR REPLACE )?(?:DEFINER ?= ?${account} )?EVENT\\b`);

/** Dumps wrap events in comments that hold statements. */
function withoutVersionComments(text: string): string {
  return /\/\*M?!/.test(text) ? text.replaceAll(/\/\*M?!\d*|\*\//g, ' ') : text;
}

/** The catalogue as it would be if the events had not been switched off. */
export function wakeEvents(catalogue: Catalogue, enabled: ReadonlySet<string>): Catalogue {
  const wake = (fact: Fact): Fact =>
    fact.kind === 'event' && enabled.has(fact.name.at(-1) ?? '')
      ? { ...fact, payload: { ...fact.payload, status: 'ENABLED' } }
      : fact;
  return enabled.size === 0 ? catalogue : { ...catalogue, facts: catalogue.facts.map(wake) };
}

/** The statement with DISABLE in its place, and the event's name unless it is declared to be off anyway. */
function switchOff(text: string): { readonly text: string; readonly name: string | undefined } {
  const { tokens } = lexMysql(text);
  const body = tokens.findIndex((token) => isWord(text, token, 'DO'));
  const head = body < 0 ? tokens : tokens.slice(0, body);
  const find = (word: string): Token | undefined => head.find((token) => isWord(text, token, word));
  if (find('DISABLE') !== undefined) return { text, name: undefined };
  const on = find('ENABLE');
  const place = on ?? find('COMMENT') ?? tokens[body];
  const name = nameOf(text, head);
  if (place === undefined || name === undefined) return { text, name: undefined };
  const after = on === undefined ? ` ${text.slice(place.start)}` : text.slice(on.end);
  return { text: `${text.slice(0, place.start)}DISABLE${after}`, name };
}

/** The last part of the name that stands before ON SCHEDULE. */
function nameOf(text: string, head: readonly Token[]): string | undefined {
  const schedule = head.findIndex((token) => isWord(text, token, 'SCHEDULE'));
  const token = schedule < 2 ? undefined : head[schedule - 2];
  return token === undefined || isSymbol(text, token, '.') ? undefined : unquotedName('mysql', textOf(text, token));
}
