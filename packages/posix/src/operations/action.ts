/** What the file that an operation replaces must still be when it is replaced; otherwise the operation is refused. */
export type Expectation =
  | { readonly kind: 'absent' }
  | { readonly kind: 'sha256'; readonly sha256: string }
  /** The plan did not know; whatever is there may be replaced. */
  | { readonly kind: 'any' };

/** Replaces or creates a regular file atomically and durably; see `writeFileLibrary`. */
export type WriteFileAction = {
  readonly kind: 'write-file';
  readonly path: string;
  /** SHA-256 and size of the body, which the driver takes from the body store. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /** The body itself in Base64, when it was made from what the node holds and no body store has it. It is never shown. */
  readonly bytes?: string;
  /** Four octal digits; null keeps what is there, or `createMode` for a new file. */
  readonly mode: string | null;
  readonly createMode: string;
  readonly owner: string | null;
  readonly group: string | null;
  readonly expect: Expectation;
  /** A link at the end of the path is followed and its target replaced. */
  readonly follow: boolean;
  /** Absolute path without a link to which following must lead; it is refused otherwise. Absent: wherever it leads. */
  readonly leadsTo?: string;
  /** Keeps the replaced file under this path. */
  readonly backup: string | null;
  /** Shell command that must succeed with the new file in place; otherwise the old file comes back. */
  readonly check: string | null;
  /** Writes into the existing inode, for mount points that cannot be renamed over; not atomic. */
  readonly inPlace: boolean;
  /**
   * Shell program that must succeed before the new file takes its place, for files that do harm when they are wrong for a moment.
   * `$1` is the new file, with its owner and mode, beside its place; `$2` is the place. Absent: there is none.
   */
  readonly trial?: string;
};

/** Runs a script in a fresh `/bin/sh` under the operation's deadline. Success is exit code 0. */
export type RunAction = {
  readonly kind: 'run';
  readonly script: string;
  /** Body that the script reads from its standard input, for what must not stand in a script. */
  readonly stdin: { readonly sha256: string; readonly sizeBytes: number } | null;
  /** That body itself in Base64, when it was made from what the node holds and no body store has it. It is never shown. */
  readonly bytes?: string;
  /** What the controller fetches right before and gives to the script in the place of `stdin`; `$sp_arrived` is its SHA-256. */
  readonly fetch?: FetchAction;
  /** The script compares what the plan saw before it writes, and ends with `refusedExitCode` where that has moved. */
  readonly compares?: true;
  /**
   * The script does a few calls to the file system and starts nothing that could wait: it runs in a subshell of the program, as files
   * are written, without the three processes that a shell of its own and its deadline cost. The controller keeps the deadline.
   */
  readonly isBrief?: true;
};

/** A URL that the controller fetches; `headers` is a body of lines `Name: value`. */
export type FetchAction = {
  readonly url: string;
  readonly checksum: { readonly algorithm: string; readonly digest: string } | null;
  readonly headers: { readonly sha256: string; readonly sizeBytes: number } | null;
  readonly timeoutMs: number;
};

/** Everything the `sh` driver can do. */
export type ShAction = WriteFileAction | RunAction;

/** The body an action needs on the program's standard input; undefined when it needs none. */
export function bodyOf(action: ShAction): { readonly sha256: string; readonly sizeBytes: number } | undefined {
  switch (action.kind) {
    case 'write-file':
      return { sha256: action.sha256, sizeBytes: action.sizeBytes };
    case 'run':
      return action.stdin ?? undefined;
    default:
      return action satisfies never;
  }
}
