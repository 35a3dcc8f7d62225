/**
 * Kinds of objects that the server keeps as it understood them when they were made, with the types of the columns that they name: a
 * change of such a type is refused as long as they are there.
 */
export const boundKinds: ReadonlySet<string> = new Set([
  'view',
  'materialized-view',
  'rule',
  'policy',
  'trigger',
  'function',
  'statistics',
]);
