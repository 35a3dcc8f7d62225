import type { JsonObject } from '@setpoint/model';
import type { Product } from '../session/session.ts';
import type { SqlFile } from './declaration.ts';
import { type SplitText, splitFiles } from './split/split.ts';
import { renderTables } from './tables/render.ts';

/** All that a resource says about what its database is made of. */
export type DeclarationTexts = {
  readonly files: readonly SqlFile[];
  /** The YAML tables by name. */
  readonly tables: JsonObject;
  /** SQL written in the playbook; empty: none. */
  readonly raw: string;
};

/** The statements of a declaration: of its files, of the playbook's own SQL, and of its tables. */
export function readDeclaration(product: Product, { files, tables, raw }: DeclarationTexts): SplitText {
  const written = splitFiles(product, raw === '' ? files : [...files, { path: 'raw', text: raw }]);
  const rendered = renderTables(product, tables);
  return {
    statements: [...written.statements, ...rendered.statements],
    renames: [...written.renames, ...rendered.renames],
    problems: [...written.problems, ...rendered.problems],
  };
}
