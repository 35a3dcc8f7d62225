/** Something that keeps the quickstart from going on, and one line that says how to mend it. */
export class QuickstartProblem extends Error {
  readonly fix: string;

  constructor(message: string, fix: string, cause?: unknown) {
    super(message, { cause });
    this.fix = fix;
  }
}

/** What went wrong and what to do, for a person. */
export function describeProblem(error: unknown): string {
  if (!(error instanceof QuickstartProblem)) return `\nerror: ${messageOf(error)}\n`;
  const reason = error.cause === undefined ? '' : `  reason: ${messageOf(error.cause)}\n`;
  return `\nerror: ${error.message}\n${reason}  fix:    ${error.fix}\n`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
