// Made by `npm run gen`.

/** One finding; the part of ajv's ErrorObject that is read. */
export type GeneratedProblem = {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
};

/** True for a valid value; else the findings stand in `errors` until the next call. */
export type GeneratedValidator = {
  (value: unknown): boolean;
  readonly errors?: readonly GeneratedProblem[] | null;
};

/** The validators by schema id: `resource:TYPE`, `driver:NAME`, `file:NAME.SETTING`. */
export declare const validators: Readonly<Record<string, GeneratedValidator | undefined>>;
