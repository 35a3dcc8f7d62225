import { Type } from '@setpoint/sdk';
import { registerProperties } from '../../profiles/index.ts';

const condition =
  'A condition is written `NAME=VALUE`, `NAME!=VALUE`, `NAME>=VALUE` or `NAME<=VALUE`, the name being one of the device profile.';

const texts = (description: string) => Type.Array(Type.String({ minLength: 1 }), { description, minItems: 1 });

/** What a playbook says of a value beside where it lies. */
const valueProperties = {
  value: Type.Optional(
    Type.Union([Type.String({ 'x-source-text': true }), Type.Boolean()], {
      description:
        'The value in engineering units; true or false, a number, a text, or the name of an enum. It must be one that the device can hold exactly.',
      'x-source-text': true,
    }),
  ),
  expect: Type.Optional(
    texts(`What other registers must hold before anything is written; read again right before the write. ${condition}`),
  ),
  guard: Type.Optional(
    Type.Object(
      {
        set: texts('What is written before the value, in this order: `NAME=VALUE`.'),
        restore: Type.Optional(
          Type.Boolean({ description: 'Put back what was there before, also after a failure. Default: true.' }),
        ),
      },
      {
        description:
          'What has to be set while the value is written, such as a drive that must be stopped. Adjacent writes with the same guard share it.',
        additionalProperties: false,
      },
    ),
  ),
  persist: Type.Optional(
    Type.Union([Type.Literal(false), Type.String({ minLength: 1 })], {
      description:
        'What is written at the end to make changes permanent, as `NAME=VALUE`, and only when something changed; false for nothing. Default: what the profile says.',
    }),
  ),
  unless: Type.Optional(texts(`With \`write: once\`: nothing is written while all of these hold. ${condition}`)),
  always: Type.Optional(
    Type.Boolean({
      description:
        'With `write: once`: write in every apply. Required when `unless` does not tell whether it is needed.',
    }),
  ),
};

const write = Type.Optional(
  Type.Union(
    [
      Type.Literal('auto'),
      Type.Literal('single'),
      Type.Literal('multiple'),
      Type.Literal('mask'),
      Type.Literal('once'),
    ],
    {
      description:
        'once: an act and not a state, such as a reset command: written one time by an apply, never sent again after an unclear reply, not read back. Else the function that writes it, where no profile says so: single (5 or 6), multiple (15 or 16), mask (22) or auto.',
    },
  ),
);

/** Properties of a register: those of a profile's register, for devices without one, and what is wanted of it. */
export const registerSchema = Type.Object(
  { ...valueProperties, ...registerProperties, write },
  { additionalProperties: false },
);

const { description, address, ref, base, read_address, access, settle_seconds, sensitive } = registerProperties;
const ofCoil = { description, address, ref, base, read_address, access, settle_seconds, sensitive };

/** Properties of a coil. */
export const coilSchema = Type.Object({ ...valueProperties, ...ofCoil, write }, { additionalProperties: false });
