// Made by `npm run gen`.

import type { GeneratedValidator } from './validators.js';

/** The validator of saved plans, by its schema id. */
export declare const validators: Readonly<Record<string, GeneratedValidator | undefined>>;
