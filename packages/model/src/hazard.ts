/** Kinds of harm that an operation can do; each is shown with the change and counted in the totals. */
export const hazardKinds = {
  'data-loss': 'Content or objects are deleted and cannot be read back from the node',
  'service-interruption': 'A running service is stopped or restarted',
  blocking: 'Others that use the database wait, or are refused, because of the change',
  connectivity: 'The change can cut the connection that makes it',
  privilege: 'The change alters who may do what on the node',
  wear: 'The write wears out a memory of the device that bears only so many',
  unrepeatable: 'Running the operation twice is not the same as running it once',
} as const satisfies Record<string, string>;

export type HazardKind = keyof typeof hazardKinds;

/** A possible harm and, in one sentence, what exactly is at stake. */
export type Hazard = { readonly kind: HazardKind; readonly message: string };
