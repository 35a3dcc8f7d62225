import type { Catalogue, Fact } from '../catalogue/fact.ts';
import { unquotedName } from '../declaration/split/rename-directive.ts';
import type { SqlStatement } from '../declaration/split/split.ts';
import { headOffset } from './statement-head.ts';

/**
 * A catalogue without the extensions that no statement makes: in the target itself they are there whatever is declared. One that
 * something declared needs is kept, and the one that every new database has.
 */
export function withoutStrayExtensions(catalogue: Catalogue, statements: readonly SqlStatement[]): Catalogue {
  const declared = new Set(['plpgsql', ...statements.flatMap((statement) => madeExtension(statement) ?? [])]);
  const needed = new Set(catalogue.facts.flatMap(({ needs }) => needs));
  const stray = new Set(
    catalogue.facts
      .filter(({ kind, key, name }) => kind === 'extension' && !declared.has(name[0] ?? '') && !needed.has(key))
      .map(({ key }) => key),
  );
  const isStray = ({ key, parent = '' }: Fact): boolean => stray.has(key) || stray.has(parent);
  return stray.size === 0 ? catalogue : { ...catalogue, facts: catalogue.facts.filter((fact) => !isStray(fact)) };
}

/** The name of the extension that a statement makes; undefined for other statements. */
export function madeExtension({ text }: SqlStatement): string | undefined {
  const [, name] = head.exec(text.slice(headOffset(text))) ?? [];
  return name === undefined ? undefined : unquotedName('postgres', name);
}

const head = /^CREATE\s+EXTENSION\s+(?:IF\s+NOT\s+EXISTS\s+)?("(?:[^"]|"")+"|[^\s";]+)/i;
