import type { Answer, Answers, Query } from './query.ts';

/** What the node will answer once a resource has been applied. */
export type Prediction = {
  /** New answers under the module's own query names; names left out keep their answer. */
  readonly answers: Answers;
  /** New answers to queries that others may ask of the same thing, and that the module itself has no need of. */
  readonly others?: readonly { readonly query: Query; readonly answer: Answer }[];
  /**
   * Query kinds for which an answer "absent" can no longer be trusted afterwards: installing a package brings files, units,
   * users and groups that nobody listed.
   */
  readonly unsettles?: readonly string[];
  /**
   * Absolute paths that `unsettles` is confined to, each with all below it: whatever tells of a `path` elsewhere is trusted as before.
   * Without it nothing is.
   */
  readonly unsettlesBelow?: readonly string[];
  /** What becomes of answers of a kind that tell of the resource among others, such as what a directory holds. */
  readonly adjusts?: readonly AnswerAdjustment[];
};

/** Makes the answer as it will be from the one that was there; gives the very same answer where it tells nothing of the resource. */
export type AnswerAdjustment = {
  readonly kind: string;
  readonly adjust: (query: Query, answer: Answer) => Answer;
};
