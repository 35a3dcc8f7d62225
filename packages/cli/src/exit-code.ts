/** Every exit code there is, and when it is used. */
export const exitCodes = {
  done: 0,
  error: 1,
  /** `plan` and `drift` with `--detailed-exitcode`: there is something to change. */
  changes: 2,
  /** Some nodes were planned or converged and some were not. */
  partial: 3,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
