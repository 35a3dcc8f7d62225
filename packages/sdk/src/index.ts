export type { Static, TObject } from 'typebox';
export * from './content/decode.ts';
export * from './content/text-diff.ts';
export * from './define-resource.ts';
export * from './importing/declare-form.ts';
export * from './schema/type.ts';
export * from './shell/quote.ts';
export * from './shell/sh.ts';
