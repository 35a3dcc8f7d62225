/** Names that break programs which quote badly, and names that look like options, patterns or records. */
export const hostileNames = [
  'plain',
  'with space',
  "it's",
  'a"b',
  '$HOME',
  '`id`',
  '$(id)',
  'new\nline',
  'back\\slash',
  'ü→😀',
  '-rf',
  'a|b',
  '*',
];
