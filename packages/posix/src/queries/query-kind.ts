import type { Answer, Query } from '@setpoint/model';
import type { ShellText } from '@setpoint/sdk';

/** How all queries of one kind are asked together with the node's own tools and how the output is read. */
export type QueryKind = {
  readonly kind: string;
  /** At most this many queries share one section, which bounds argument lists. */
  readonly batchSize: number;
  /** Functions the sections call; sent once per program. */
  readonly library: ShellText;
  /** Functions that other kinds use too; sent once per program. */
  readonly shared?: ShellText;
  /**
   * Shell text that reads once what several sections use and keeps it in variables; it stands before the section and prints nothing.
   * Sections themselves run in shells of their own.
   */
  readonly before?: (queries: readonly Query[]) => ShellText;
  /** Shell text that answers all queries on its standard output. It reads only. */
  readonly section: (queries: readonly Query[]) => ShellText;
  /** One answer per query, in order; any bytes give answers, never a throw. */
  readonly parse: (output: Buffer, queries: readonly Query[], code: number) => readonly Answer[];
};

/** The answer for every query of a section whose output made no sense. */
export function unreadable(queries: readonly Query[], what: string): readonly Answer[] {
  return queries.map(() => ({ status: 'unknown', cause: { kind: 'unavailable', what } }));
}

/** A text member of a query; empty when it is missing, which no module's query leaves out. */
export function queryText(query: Query, name: string): string {
  const value = query[name];
  return typeof value === 'string' ? value : '';
}

/** The value of a found answer in the shape its query kind documents; undefined for absent, unknown and not asked. */
export function foundValue<Value>(answer: Answer | undefined): Value | undefined {
  return answer?.status === 'found' ? (answer.value as Value) : undefined;
}
