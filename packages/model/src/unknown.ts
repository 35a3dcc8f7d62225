import type { Address } from './address.ts';

/** Why a fact cannot be known now. Every unknown carries its cause: it is never the same as "no change". */
export type UnknownCause =
  /** A resource earlier in this plan changes what the node would answer. */
  | { readonly kind: 'after'; readonly address: Address }
  /** The account the driver acts as may not read it. */
  | { readonly kind: 'denied'; readonly what: string }
  /** The node has no tool or subsystem that could tell, or its answer made no sense. */
  | { readonly kind: 'unavailable'; readonly what: string }
  /** It was left out on purpose, as in a plan without secrets; `what` says why in a short phrase. */
  | { readonly kind: 'withheld'; readonly what: string };

/** A property value that is not known, in the place where a value would stand. */
export type Unknown = { readonly kind: 'unknown'; readonly cause: UnknownCause };

/** One short phrase that says why, as plans show it. */
export function describeCause(cause: UnknownCause): string {
  switch (cause.kind) {
    case 'after':
      return `known after ${cause.address}`;
    case 'denied':
      return `not readable: ${cause.what}`;
    case 'unavailable':
      return `cannot be told: ${cause.what}`;
    case 'withheld':
      return cause.what;
    default:
      return cause satisfies never;
  }
}

/** Makes an unknown value from its cause. */
export function unknown(cause: UnknownCause): Unknown {
  return { kind: 'unknown', cause };
}

/** True for a value made by `unknown`, false for every value a module declares or observes. */
export function isUnknown(value: unknown): value is Unknown {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'unknown' && 'cause' in value;
}
