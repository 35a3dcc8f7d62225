/** What the catalogue says of one diagnostic; the key it stands under is its code. */
export type DiagnosticRow = {
  /** Fixed short text without user data, without a full stop. */
  readonly summary: string;
  /** What it means, why it matters and what to do, in full sentences: the text of `setpoint explain CODE` and of its page. */
  readonly explanation: string;
  /** A smallest example that causes it and, where useful, the mended form. */
  readonly example?: string;
};
