import type { Address } from './address.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Outcome } from './operation.ts';

/** Everything that happens in a run, in order: progress display, JSON lines and the journal all read these. */
export type RunEvent =
  | { readonly kind: 'phase-started'; readonly phase: Phase; readonly play?: string; readonly nodes: number }
  | { readonly kind: 'phase-ended'; readonly phase: Phase; readonly play?: string }
  | { readonly kind: 'node-started'; readonly phase: Phase; readonly node: string }
  | { readonly kind: 'node-ended'; readonly phase: Phase; readonly node: string; readonly ok: boolean }
  | { readonly kind: 'node-waiting'; readonly node: string; readonly message: string }
  | { readonly kind: 'operation-started'; readonly node: string; readonly address: Address; readonly title: string }
  | {
      readonly kind: 'operation-ended';
      readonly node: string;
      readonly address: Address;
      readonly title: string;
      readonly outcome: Outcome;
    }
  /** Changes were kept through a new connection, or the node went back from them, or nobody knows. */
  | {
      readonly kind: 'safeguard-ended';
      readonly node: string;
      readonly addresses: readonly Address[];
      readonly end: 'confirmed' | 'undone' | 'unknown';
    }
  | { readonly kind: 'diagnostic'; readonly diagnostic: Diagnostic };

export type Phase = 'connect' | 'plan' | 'apply' | 'verify';
