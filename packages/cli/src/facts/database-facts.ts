import { errorDiagnostic, isJsonArray, type Json, type JsonObject } from '@setpoint/model';
import { type Palette, renderTable } from '@setpoint/render';
import { serverFactsQuery } from '@setpoint/sql';
import type { FactSource } from './source.ts';

/** What the server of a database is, and what the account may do there. */
export const databaseFacts: FactSource = async (channel, node, signal) => {
  const result = await channel.ask([{ query: serverFactsQuery }], signal);
  if (result.kind === 'failed') return result;
  const [answer] = result.answers;
  if (answer?.status !== 'found') {
    const detail = `${node.name} was reached, and gave no facts.`;
    return { kind: 'failed', diagnostic: errorDiagnostic('SP806', { node: node.name, detail }) };
  }
  const { value } = answer;
  return { kind: 'facts', facts: value, text: (palette) => factsTable(value, palette), summary: summaryOf(value) };
};

/** `PostgreSQL 15.18, as app, database shop, encrypted`. */
function summaryOf(value: JsonObject): string {
  const version = textOf(value['version_text']).split(/[ -]/)[0] ?? '';
  const { database } = value;
  return [
    `${productNames[textOf(value['product'])] ?? 'a database'} ${version}`,
    `as ${textOf(value['account'])}`,
    ...(database === '' ? [] : [`database ${textOf(database)}`]),
    value['is_encrypted'] === true ? 'encrypted' : 'not encrypted',
    ...(value['is_read_only'] === true ? ['read-only'] : []),
  ].join(', ');
}

const productNames: Readonly<Record<string, string>> = {
  postgres: 'PostgreSQL',
  mysql: 'MySQL',
  mariadb: 'MariaDB',
};

function factsTable(value: JsonObject, palette: Palette): string {
  const rows = Object.entries(value).map(([name, fact]) => [name, textOf(fact)]);
  return renderTable({ columns: [{ title: 'fact' }, { title: 'value' }], rows }, palette);
}

function textOf(fact: Json | undefined): string {
  if (typeof fact === 'string') return fact;
  if (isJsonArray(fact)) return fact.map(textOf).join(', ');
  return fact === undefined || fact === null ? '' : JSON.stringify(fact);
}
