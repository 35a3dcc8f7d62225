import type { Answers } from './query.ts';

/** What the node will answer once a resource has been applied. */
export type Prediction = {
  /** New answers under the module's own query names; names left out keep their answer. */
  readonly answers: Answers;
  /**
   * Query kinds for which an answer "absent" can no longer be trusted afterwards: installing a package brings files, units,
   * users and groups that nobody listed.
   */
  readonly unsettles?: readonly string[];
};
