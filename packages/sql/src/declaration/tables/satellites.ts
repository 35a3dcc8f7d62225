import { isList } from './constraints.ts';
import type { Rendering } from './rendering.ts';
import type { GrantInput } from './table.ts';

/** Privileges are words, and may be about columns: `update (email, name)`. */
const privilegePattern = /^([a-z]+(?: [a-z]+)*)\s*(?:\(([^()]*)\))?$/i;

/** The statement that grants privileges on a table to a role; undefined after a problem. */
export function grantText(
  rendering: Rendering,
  path: string,
  {
    role,
    table,
    input,
  }: { readonly role: string; readonly table: readonly string[]; readonly input: readonly string[] | GrantInput },
): string | undefined {
  const { privileges, with_grant_option: withGrantOption }: GrantInput = isList(input) ? { privileges: input } : input;
  const texts = privileges.map((privilege) => {
    const [, words, columns] = privilegePattern.exec(privilege.trim()) ?? [];
    if (words === undefined) {
      rendering.problem(path, `\`${privilege}\` is no privilege.`, 'Write `select`, or `update (email)` for a column.');
      return '';
    }
    const names = columns?.split(',').map((column) => rendering.name([column.trim()]));
    return names === undefined ? words.toUpperCase() : `${words.toUpperCase()} (${names.join(', ')})`;
  });
  if (texts.includes('')) return undefined;
  const grantee = role.toLowerCase() === 'public' ? 'PUBLIC' : rendering.name([role]);
  return `GRANT ${texts.join(', ')} ON ${rendering.name(table)} TO ${grantee}${withGrantOption === true ? ' WITH GRANT OPTION' : ''}`;
}

/** The statement that puts a comment on an object of PostgreSQL: `COMMENT ON COLUMN a.b.c IS '…'`. */
export function commentText(rendering: Rendering, object: string, comment: string): string {
  return `COMMENT ON ${object} IS ${rendering.literal(comment)}`;
}
