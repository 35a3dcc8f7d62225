import { valueTypes } from '../profiles/value-type.ts';

/** The types that an address can be read as with nothing else said; a string takes the whole range. */
export const readableTypes: readonly string[] = valueTypes.filter((type) => type !== 'bits');
