import { Type } from '@setpoint/sdk';
import { expect } from 'chai';
import { Type as TypeBox } from 'typebox';

/** Schemas as modules write them, built with either. */
const schemas: Readonly<Record<string, (type: typeof Type) => object>> = {
  'a text': (type) => type.String(),
  'a text with limits': (type) => type.String({ description: 'Login shell.', minLength: 1 }),
  'a switch': (type) => type.Boolean({ description: 'Default: false.' }),
  'a whole number': (type) => type.Integer({ minimum: -1, maximum: 99_999 }),
  'a number': (type) => type.Number({ exclusiveMinimum: 0 }),
  'a fixed text': (type) => type.Literal('present'),
  'a fixed number': (type) => type.Literal(7, { description: 'Lucky.' }),
  'a fixed truth value': (type) => type.Literal(true),
  'a list': (type) => type.Array(type.String({ minLength: 1 }), { minItems: 1 }),
  'a choice': (type) => type.Union([type.Literal('always'), type.Literal('on_create')], { description: 'When.' }),
  'a text or a list': (type) => type.Union([type.String(), type.Array(type.String())]),
  'a map of texts': (type) => type.Record(type.String(), type.String(), { description: 'Environment.' }),
  'an object without properties': (type) => type.Object({}),
  'an object': (type) =>
    type.Object(
      {
        run: type.String(),
        state: type.Optional(type.Union([type.Literal('present'), type.Literal('absent')])),
        argv: type.Array(type.String()),
      },
      { additionalProperties: false },
    ),
  'an object that asks for nothing': (type) => type.Object({ keys: type.Optional(type.Array(type.String())) }),
  'an object in an object': (type) =>
    type.Object({ limits: type.Optional(type.Object({ soft: type.Integer(), hard: type.Optional(type.Integer()) })) }),
  'a schema that is optional in one place and asked for in another': (type) => {
    const path = type.String({ minLength: 1 });
    return type.Object({ from: path, to: type.Optional(path) });
  },
};

describe('property schemas', () => {
  for (const [title, build] of Object.entries(schemas)) {
    it(`are those of TypeBox, to the byte: ${title}`, () => {
      expect(JSON.stringify(build(Type))).to.equal(JSON.stringify(build(TypeBox)));
    });
  }
});
