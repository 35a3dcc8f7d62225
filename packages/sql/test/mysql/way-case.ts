import type { Way } from './converge.ts';

/** A way, the statements that it takes and the codes of their hazards. */
export type WayCase = Way & {
  readonly title: string;
  /** With one blank wherever there are blanks. */
  readonly statements: readonly string[];
  readonly hazards?: readonly string[];
  /** What the question at the end is answered with. */
  readonly answer?: readonly unknown[];
};
