import type { JsonObject } from '@setpoint/model';
import { expected, expressionPattern, withDescription } from './editor-value.ts';

const textOrTexts: JsonObject = { type: ['string', 'array'], minLength: 1, items: { type: 'string', minLength: 1 } };

const addressPattern = String.raw`^[a-z_]+:.|\$\{\{`;

/** The account to act as: of a play, a resource or a component. */
export const sudoProperty: JsonObject = withDescription(
  { type: ['boolean', 'string'], minLength: 1 },
  'Acts through sudo: true for root, or the name of another account; false for the login account.',
);

/** Names that `--tags` selects by: of a play, a resource or a component. */
export const tagsProperty: JsonObject = withDescription(textOrTexts, 'Names to select by: setpoint plan --tags NAME.');

/** The time to confirm a change: of a play, a resource or a component. */
export const confirmWithinProperty: JsonObject = withDescription(
  { type: ['string', 'boolean'], pattern: String.raw`^\d{1,4}[smh]$|${expressionPattern}` },
  'The node undoes the change by itself unless a new connection gets through within this time, from 10s to 1h; false takes it away.',
  ['confirm_within: 60s'],
);

/** The keys that any resource and any component may bear, as they are written. */
export const metaProperties: JsonObject = {
  when: withDescription(
    { type: ['boolean', 'string'], pattern: expressionPattern, patternErrorMessage: expected(['boolean']) },
    'Declares it only where this is true. It must be a boolean, not a text.',
    ['when: ${{ node.name != "web1" }}'],
  ),
  for_each: withDescription(
    {
      type: ['array', 'object', 'string'],
      pattern: expressionPattern,
      patternErrorMessage: expected(['array', 'object']),
    },
    'Declares it once per item of a list or a map; `item` is the value, `key` its key or position.',
    ['for_each: [a, b]', 'for_each: ${{ users }}'],
  ),
  as: withDescription(
    { type: 'string', pattern: '^[A-Za-z_][A-Za-z0-9_]*$' },
    'Another name for `item`, for loops inside components. The key is then NAME_key.',
  ),
  after: withDescription(
    { type: ['string', 'array'], pattern: addressPattern, items: { type: 'string', pattern: addressPattern } },
    'Addresses of resources that must be done before this one.',
    ['after: [package:nginx]'],
  ),
  tags: tagsProperty,
  sensitive: withDescription(
    { type: ['boolean', 'array'], items: { type: 'string' } },
    'Hides values in every output: true for all properties, or the names of some.',
  ),
  sudo: sudoProperty,
  confirm_within: confirmWithinProperty,
};

/** What variables may hold: anything, under names that expressions can use. */
export const variables: JsonObject = {
  type: ['object', 'null'],
  patternProperties: { [String.raw`^[\p{L}_][\p{L}\p{N}_]*$`]: {} },
  additionalProperties: false,
};
