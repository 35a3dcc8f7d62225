import type { JsonObject } from '../../../packages/model/src/index.ts';

/** One type: how its object is found, what is declared of it, and what somebody does to it after the plan was made. */
export type StaleCase = {
  readonly type: string;
  readonly identity: string;
  readonly declared: JsonObject;
  /** What the project holds for it. */
  readonly files?: Readonly<Record<string, string>>;
  /** Shell commands that make what the plan finds. */
  readonly found: string;
  /** Shell commands that change it to something that is neither what was found nor what is declared. */
  readonly moved: string;
  /** Prints the object as far as it is declared. */
  readonly look: string;
  /** What the refusal names. */
  readonly told: RegExp;
};
