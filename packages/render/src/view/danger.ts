import type { Action, Change } from '@setpoint/model';

/** How a reviewer reads changes: what destroys first, then what cannot be told, what changes, what is new. */
export const dangers = ['destructive', 'unknown', 'changed', 'created'] as const;

export type Danger = (typeof dangers)[number];

const byAction: Readonly<Record<Action, Danger>> = {
  delete: 'destructive',
  replace: 'destructive',
  unknown: 'unknown',
  update: 'changed',
  run: 'changed',
  create: 'created',
  none: 'changed',
};

/** Where a change belongs: what deletes, replaces or loses data is destructive, whatever its action is called. */
export function dangerOf({ action, operations }: Change): Danger {
  const losesData = operations.some(({ hazards }) => hazards.some(({ kind }) => kind === 'data-loss'));
  return losesData ? 'destructive' : byAction[action];
}

/** True when an operation of the change can do harm. */
export function isHazardous({ operations }: Change): boolean {
  return operations.some(({ hazards }) => hazards.length > 0);
}
