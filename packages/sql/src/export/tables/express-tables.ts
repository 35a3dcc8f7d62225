import type { JsonObject } from '@setpoint/model';
import type { Fact } from '../../catalogue/fact.ts';
import { indexFacts } from '../../compare/fact-index.ts';
import type { Product } from '../../session/session.ts';
import type { ExpressedTable } from './fact-parts.ts';
import { mysqlTable } from './mysql-table.ts';
import { postgresTable } from './postgres-table.ts';

/** The tables of a database that YAML can say, by the names they have there, and all facts that they say. */
export type ExpressedTables = { readonly tables: JsonObject; readonly facts: readonly Fact[] };

/** Expresses tables in YAML. What it cannot say of a table is left out of the facts; a table whose columns it cannot say is left out. */
export function expressTables(product: Product, facts: readonly Fact[]): ExpressedTables {
  const index = indexFacts(facts);
  const express = product === 'postgres' ? postgresTable : mysqlTable;
  const expressed = index.all
    .filter(({ kind }) => kind === 'table')
    .flatMap((fact) => {
      const found: ExpressedTable | undefined = express(fact, index);
      return found === undefined ? [] : [{ name: yamlName(fact), ...found }];
    });
  return {
    tables: Object.fromEntries(expressed.map(({ name, table }) => [name, table as unknown as JsonObject])),
    facts: expressed.flatMap((each) => each.facts),
  };
}

/** The name of a table as `tables` has it: parts that hold dots or quotes stand in quotes. */
function yamlName({ name }: Fact): string {
  return name.map((part) => (/[."`]|^\s|\s$/.test(part) ? `"${part.replaceAll('"', '""')}"` : part)).join('.');
}
