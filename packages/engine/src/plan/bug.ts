import { type Address, type Diagnostic, errorDiagnostic, type SourceSpan } from '@setpoint/model';
import type { EngineContext } from '../ports.ts';

/** Where something happened that should not be able to happen. */
export type BugPlace = { readonly node: string; readonly address?: Address; readonly span?: SourceSpan };

/** Tells a thrown error as the problem of one node, so that the other nodes go on; the error itself goes to whoever wants its stack. */
export function tellBug(error: unknown, place: BugPlace, onBug: EngineContext['onBug']): Diagnostic {
  onBug?.(error);
  const message = error instanceof Error ? error.message : String(error);
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
  const what = place.address === undefined ? 'this node was given up' : `${place.address} was given up`;
  return errorDiagnostic('SP809', {
    ...place,
    detail: `${sentence} This is a bug, so ${what}; other nodes are not touched by it.`,
    hint: 'run again with --debug and report what it prints',
  });
}
