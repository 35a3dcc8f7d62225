import type { ObjectKind } from './object-kind.ts';

/**
 * The kinds of questions about what a database holds. Whatever makes something in a database without saying what, such as a copy of
 * a template or a schema, leaves it open what is absent there afterwards.
 */
export const contentKinds: readonly string[] = ['grants', 'newcomers', 'extension', 'namespace', 'probe'];

/** The kinds of questions whose answers lose their ground when something is taken away. */
export const departureKinds: readonly string[] = ['departures'];

/**
 * Answers `newcomersQuery`: always absent. It becomes unknown when something before it in a plan may make objects, and with it what
 * is said of all objects of a schema.
 */
export const newcomersKind: ObjectKind = {
  kind: 'newcomers',
  read: () => Promise.resolve({ status: 'absent' }),
};

/**
 * Answers `departuresQuery`: always absent. It becomes unknown when something before it in a plan takes objects or privileges away,
 * and with it what keeps a role.
 */
export const departuresKind: ObjectKind = {
  kind: 'departures',
  read: () => Promise.resolve({ status: 'absent' }),
};

/** Asks for what nobody has taken away yet. */
export const departuresQuery = { kind: 'departures' } as const;

/** Asks for the objects that nobody has made yet. */
export const newcomersQuery = { kind: 'newcomers' } as const;
