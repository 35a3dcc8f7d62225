import type { Action } from '@setpoint/model';

/** What the page draws its list from: every different change once. Kept small, since a page may hold thousands of nodes. */
export type ReportData = {
  readonly plays: readonly string[];
  readonly nodes: readonly ReportNode[];
  readonly changes: readonly ReportChange[];
  /** Changes whose details were left out so that the page stays readable. */
  readonly withoutDetails: number;
  /** Changes that were left out altogether. */
  readonly leftOut: number;
};

export type ReportNode = {
  readonly name: string;
  readonly play: number;
  readonly status: 'planned' | 'incomplete' | 'failed';
  /** Resources that are as declared. */
  readonly unchanged: number;
};

/** Texts are escaped: what would act is shown as an escape. */
export type ReportChange = {
  readonly address: string;
  readonly type: string;
  readonly action: Exclude<Action, 'none'>;
  readonly symbol: string;
  readonly danger: 'destructive' | 'unknown' | 'changed' | 'created';
  /** In a few words what of it changes: `3 lines`, `mode, owner`. */
  readonly extent: string;
  /** Positions of the nodes on which it is exactly this. */
  readonly nodes: readonly number[];
  readonly place?: string;
  readonly hazards: readonly string[];
  readonly notes: readonly string[];
  readonly operations: readonly string[];
  readonly edits: readonly ReportEdit[];
};

/** A property with its sides, and for content its difference: lines with their sign, after a line `@OLD,NEW` for each hunk. */
export type ReportEdit = {
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
  readonly replaces?: true;
  readonly lines?: readonly string[];
};
