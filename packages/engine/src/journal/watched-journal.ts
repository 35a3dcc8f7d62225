import { type Diagnostic, errorDiagnostic } from '@setpoint/model';
import type { JournalStore } from '../ports.ts';

/** A journal that stops the run instead of breaking it when an entry cannot be kept. */
export type WatchedJournal = JournalStore & {
  /** Aborts when an entry could not be kept: what is not in the journal must not be started. */
  readonly broken: AbortSignal;
  /** Why the journal broke; undefined while it holds. */
  readonly problem: () => Diagnostic | undefined;
};

/** Watches a journal; it never rejects, and after the first failure it keeps nothing more. */
export function watchJournal(store: JournalStore): WatchedJournal {
  const controller = new AbortController();
  let problem: Diagnostic | undefined;
  const attempt = async (write: () => Promise<void>): Promise<void> => {
    if (problem !== undefined) return;
    try {
      await write();
    } catch (error) {
      problem ??= brokenJournal(error);
      controller.abort();
    }
  };
  const { keepContents } = store;
  return {
    broken: controller.signal,
    problem: () => problem,
    append: (entry) => attempt(() => store.append(entry)),
    ...(keepContents === undefined ? {} : { keepContents: (contents) => attempt(() => keepContents(contents)) }),
  };
}

function brokenJournal(error: unknown): Diagnostic {
  const reason = error instanceof Error ? error.message : String(error);
  return errorDiagnostic('SP706', {
    detail: `The journal of the run cannot be written any more: ${reason}. No further operation was started; what is reported here of the last ones stands nowhere else.`,
    hint: 'make room for the project directory, then run setpoint plan',
  });
}
