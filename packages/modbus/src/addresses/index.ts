export { describeAddress } from './describe.ts';
export { type AddressInput, type ParsedAddress, parseAddress } from './parse.ts';
export { isBitTable, isWritableTable, tableSize } from './table.ts';
