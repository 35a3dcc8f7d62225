import type { JsonObject } from '@setpoint/model';
import type { Product } from '../session/session.ts';
import type { SqlFile } from './declaration.ts';
import { lexPostgres } from './split/postgres-lexer.ts';
import { type SplitText, type SqlStatement, splitFiles } from './split/split.ts';
import { readStatementShape } from './split/statement-shape.ts';
import { renderTables } from './tables/render.ts';

/** All that a resource says about what its database is made of. */
export type DeclarationTexts = {
  readonly files: readonly SqlFile[];
  /** The YAML tables by name. */
  readonly tables: JsonObject;
  /** SQL written in the playbook; empty: none. */
  readonly raw: string;
};

/** The statements of a declaration: of its files, of its tables, and of the playbook's own SQL. */
export function readDeclaration(product: Product, { files, tables, raw }: DeclarationTexts): SplitText {
  const written = splitFiles(product, files);
  const own = splitFiles(product, raw === '' ? [] : [{ path: 'raw', text: raw }]);
  const rendered = renderTables(product, tables, madeSchemas(product, [...written.statements, ...own.statements]));
  const parts = [written, rendered, own];
  return {
    statements: parts.flatMap(({ statements }) => statements),
    renames: parts.flatMap(({ renames }) => renames),
    conversions: parts.flatMap(({ conversions }) => conversions),
    problems: parts.flatMap(({ problems }) => problems),
  };
}

/** Schemas that statements make. */
function madeSchemas(product: Product, statements: readonly SqlStatement[]): ReadonlySet<string> {
  if (product !== 'postgres') return new Set();
  const candidates = statements.filter(({ text }) => /^CREATE\s+SCHEMA\b/i.test(text));
  return new Set(
    candidates.flatMap(({ text }) => {
      const tokens = lexPostgres(text).tokens.filter(({ kind }) => kind !== 'comment');
      return readStatementShape({ dialect: 'postgres', text }, tokens)?.object.name ?? [];
    }),
  );
}
