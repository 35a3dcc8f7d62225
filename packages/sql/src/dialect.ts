import { quoteName, quoteString } from './mysql/quote.ts';
import { quoteIdentifier, quoteLiteral } from './postgres/quote.ts';
import type { Product } from './session/session.ts';

/** How names and texts are written in the statements of a product, whatever they hold. */
export type Dialect = { readonly name: (name: string) => string; readonly text: (text: string) => string };

/** The dialect of a product. */
export function dialectOf(product: Product): Dialect {
  return product === 'postgres'
    ? { name: quoteIdentifier, text: quoteLiteral }
    : { name: quoteName, text: quoteString };
}
