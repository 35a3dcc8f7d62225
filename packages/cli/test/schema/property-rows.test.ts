import type { PropertySchema } from '@setpoint/model';
import { assert } from 'chai';
import { type PropertyRow, propertyRows } from '../../src/schema/property-rows.ts';

const cases: readonly (readonly [string, PropertySchema, Omit<PropertyRow, 'name' | 'isRequired'>])[] = [
  ['a text', { type: 'string', description: 'A.' }, { type: 'text', description: 'A.' }],
  [
    'a default told in the description',
    { type: 'boolean', description: 'Keep it. Default: false.' },
    { type: 'true or false', description: 'Keep it.', defaultValue: 'false' },
  ],
  [
    'a default with dots and a sentence after it',
    { type: 'string', description: 'A key. Default: ~/.ssh/id_rsa, or none. Give more with a list.' },
    { type: 'text', description: 'A key. Give more with a list.', defaultValue: '~/.ssh/id_rsa, or none' },
  ],
  [
    'a default of the schema',
    { type: 'number', default: 10, description: 'Seconds.' },
    { type: 'number', description: 'Seconds.', defaultValue: '10' },
  ],
  [
    'a choice',
    { anyOf: [{ const: 'present' }, { const: 'absent' }], description: 'A.' },
    { type: 'present, absent', description: 'A.' },
  ],
  [
    'a list of addresses',
    { type: 'array', items: { type: 'string', 'x-address': true }, description: 'A.' },
    { type: 'list of addresses', description: 'A.' },
  ],
  [
    'a union',
    { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }], description: 'A.' },
    { type: 'text or list of texts', description: 'A.' },
  ],
];

describe('the table of properties', () => {
  for (const [what, schema, row] of cases) {
    it(`tells ${what}`, () => {
      assert.deepEqual(propertyRows({ properties: { a: schema } }), [{ name: 'a', isRequired: false, ...row }]);
    });
  }

  it('marks what is required', () => {
    const [row] = propertyRows({ properties: { a: { type: 'string' } }, required: ['a'] });
    assert.isTrue(row?.isRequired);
  });

  const member: PropertySchema = {
    type: 'object',
    properties: { user: { type: 'string', description: 'Who.' } },
    required: ['user'],
  };
  const told: Omit<PropertyRow, 'name'> = { type: 'text', isRequired: true, description: 'Who.' };
  const members: readonly (readonly [string, PropertySchema, string])[] = [
    ['a map', member, 'a.user'],
    ['a list of maps', { type: 'array', items: member }, 'a[].user'],
    ['maps by names', { type: 'object', additionalProperties: member }, 'a.NAME.user'],
    ['one form of a union', { anyOf: [{ type: 'string' }, { type: 'array', items: member }] }, 'a[].user'],
  ];
  for (const [what, schema, name] of members) {
    it(`tells the members of ${what} behind it`, () => {
      const [, ...rows] = propertyRows({ properties: { a: schema } });
      assert.deepEqual(rows, [{ name, ...told }]);
    });
  }
});
