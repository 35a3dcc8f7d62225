import type { Product } from '../../session/session.ts';

/** How SQL text is written: MySQL and MariaDB are one. */
export type SqlDialect = 'postgres' | 'mysql';

/** The dialect of a product. */
export function dialectOf(product: Product): SqlDialect {
  return product === 'postgres' ? 'postgres' : 'mysql';
}
