import { type PropertyOptions, type Static, Type, toPropertySchema } from '@setpoint/sdk';
import { valueTypes } from './value-type.ts';

const oneOf = <Name extends string>(names: readonly Name[], description: string) => {
  const union = Type.Union(
    names.map((name) => Type.Literal(name)),
    { description },
  );
  // The types see through a union only when they know how many members it has; a literal of the names has the same values.
  return Type.Optional(union as unknown as ReturnType<typeof Type.Literal<Name>>);
};

/** A number by its source text, so that no digit of it is lost and hexadecimal stays hexadecimal. */
const numeral = (description: string) => {
  const options: PropertyOptions = { description, 'x-source-text': true };
  return Type.Optional(Type.String({ minLength: 1, ...options }));
};

const limit = (most: number, description: string) =>
  Type.Optional(Type.Integer({ minimum: 1, maximum: most, description }));

const seconds = (description: string) => Type.Optional(Type.Number({ minimum: 0, maximum: 3600, description }));

const tables = ['coil', 'discrete', 'input', 'holding'] as const;

const place = {
  table: oneOf(tables, 'The table: coil, discrete (input), input (register) or holding (register).'),
  address: numeral(
    'The address, counted from `base`; decimal, or hexadecimal such as 0x6B. For the notation of paper use `ref`.',
  ),
  ref: numeral('The address in the notation of paper, which says the table too: 40108, 400108, 4x0108, %MW107.'),
  base: Type.Optional(
    Type.Union([Type.Literal(0), Type.Literal(1)], {
      description: 'Number of the first address of a table, as the manual counts. Default: 0, as on the wire.',
    }),
  ),
};

/** What a profile can say of one register, and a playbook of one without a profile. */
export const registerProperties = {
  description: Type.Optional(Type.String({ description: 'What the value is, for people.' })),
  ...place,
  read_address: numeral('The address where the value is read, if it is another one; counted like `address`.'),
  type: oneOf(
    valueTypes,
    'How the value is stored. Default: bool for coils and discrete inputs, uint16 for registers.',
  ),
  order: oneOf(
    ['ABCD', 'CDAB', 'BADC', 'DCBA', 'AB', 'BA'],
    'Order of the bytes on the wire; A is the highest. CDAB swaps words, BADC the bytes of each word, DCBA both. AB and BA are for a single register.',
  ),
  byte: oneOf(
    ['high', 'low'],
    'Which half of the register an 8-bit value is in (default: low), or each single character of a string.',
  ),
  bit: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 15, description: 'Which bit of the register a bool is; 0 is the lowest.' }),
  ),
  shift: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 63,
      description: 'The lowest bit of `type: bits`; 0 is the lowest of the register.',
    }),
  ),
  width: Type.Optional(Type.Integer({ minimum: 1, maximum: 64, description: 'How many bits `type: bits` has.' })),
  length: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 125,
      description: 'How many registers a string takes, with two characters in each.',
    }),
  ),
  padding: oneOf(['nul', 'space'], 'What fills the rest of a string. Default: nul.'),
  scale: numeral('The value is raw × scale + offset, computed exactly in decimals. Default: 1.'),
  offset: numeral('Added to the scaled raw number. Default: 0.'),
  unit: Type.Optional(Type.String({ maxLength: 32, description: 'Unit of the value, for people, such as rpm.' })),
  values: Type.Optional(
    Type.Object(
      {},
      {
        description: 'Names of raw numbers: `{ stop: 0, run: 5 }`. With names, no other number can be declared.',
        additionalProperties: { type: 'string', minLength: 1, 'x-source-text': true },
      },
    ),
  ),
  not_available: Type.Optional(
    Type.Array(Type.String({ minLength: 1, 'x-source-text': true }), {
      description: 'Raw numbers by which the device says that it has no value, such as 0x8000, 65535 or NaN.',
    }),
  ),
  access: oneOf(['read', 'write', 'read-write'], 'What the device allows. Default: read for inputs, else read-write.'),
  write: oneOf(
    ['auto', 'single', 'multiple', 'mask'],
    'Function that writes it: single (5 or 6), multiple (15 or 16), mask (22), or auto, which takes single for one register and multiple for several.',
  ),
  min: numeral('The smallest value that may be declared.'),
  max: numeral('The greatest value that may be declared.'),
  max_step: numeral('The most by which one run may change the value.'),
  tolerance: numeral('How far the value on the device may be from the declared one and still count as equal.'),
  settle_seconds: seconds('How long the device takes until a written value can be read back. Default: 0.'),
  wear: Type.Optional(
    Type.Object(
      {
        memory: oneOf(['eeprom', 'flash'], 'The memory that every write wears out.'),
        cycles: Type.Optional(Type.Integer({ minimum: 1, description: 'How many writes it bears.' })),
      },
      {
        description: 'Writes of this register wear the device out: they are shown as a hazard.',
        additionalProperties: false,
      },
    ),
  ),
  sensitive: Type.Optional(Type.Boolean({ description: 'The value is a secret: it is never shown.' })),
};

const registerSchema = Type.Object(registerProperties, { additionalProperties: false });

const profileObject = Type.Object(
  {
    name: Type.Optional(Type.String({ description: 'Name of the device type.' })),
    description: Type.Optional(Type.String({ description: 'What the map is for, and where it is from.' })),
    unit: Type.Optional(
      Type.Integer({ minimum: 0, maximum: 255, description: 'Unit identifier, where the inventory names none.' }),
    ),
    defaults: Type.Optional(
      Type.Object(
        {
          table: place.table,
          base: place.base,
          order: oneOf(
            ['ABCD', 'CDAB', 'BADC', 'DCBA'],
            'Order of the bytes where a register names none. Default: ABCD.',
          ),
          settle_seconds: seconds('How long a written value takes, where a register says nothing.'),
          timeout_seconds: seconds('How long one reply may take.'),
          busy_seconds: seconds('How long a device that answers "busy" is asked again.'),
          pause_after_connect_seconds: seconds('Waits this long after connecting before the first request.'),
          request_pause_seconds: seconds('Waits this long between requests.'),
        },
        { description: 'What holds where nothing else is said.', additionalProperties: false },
      ),
    ),
    limits: Type.Optional(
      Type.Object(
        {
          read_registers: limit(125, 'Registers that one request may read. Default: 125.'),
          write_registers: limit(123, 'Registers that one request may write. Default: 123.'),
          read_bits: limit(2000, 'Coils or inputs that one request may read. Default: 2000.'),
          write_bits: limit(1968, 'Coils that one request may write. Default: 1968.'),
          max_gap: Type.Optional(
            Type.Integer({
              minimum: 0,
              maximum: 123,
              description: 'Registers that nobody asked for and that may be read along. Default: 10.',
            }),
          ),
          max_bit_gap: Type.Optional(
            Type.Integer({
              minimum: 0,
              maximum: 1998,
              description: 'Coils or inputs that may be read along. Default: 80.',
            }),
          ),
          outstanding: limit(16, 'Requests sent before the first is answered. Default: 1, as many devices lose more.'),
        },
        { description: 'What the device takes at once.', additionalProperties: false },
      ),
    ),
    registers: Type.Object(
      {},
      {
        description: 'The registers, coils and inputs by name. A name has letters, digits, - and _.',
        additionalProperties: registerSchema,
      },
    ),
    holes: Type.Optional(
      Type.Array(
        Type.Object(
          { ...place, count: limit(65_536, 'How many addresses. Default: 1.') },
          { additionalProperties: false },
        ),
        { description: 'Addresses that must not be read, not even along with others.' },
      ),
    ),
    persist: Type.Optional(
      Type.Object(
        {
          write: Type.String({
            minLength: 1,
            description: 'What makes values permanent: `NAME=VALUE`, such as save=1.',
          }),
          when: oneOf(['changed'], 'Only after something was written, which is the default.'),
          pending: Type.Optional(
            Type.String({
              minLength: 1,
              description: 'A condition that holds while something is not permanent yet: `NAME=VALUE`.',
            }),
          ),
        },
        {
          description: 'How what was written becomes permanent, where a device forgets it otherwise.',
          additionalProperties: false,
        },
      ),
    ),
  },
  { additionalProperties: false },
);

/** One register as a profile has it. */
export type ProfileRegister = Omit<Static<typeof registerSchema>, 'values'> & {
  readonly values?: Readonly<Record<string, string>>;
};

/** One hole as a profile has it. */
export type ProfileHole = NonNullable<Static<typeof profileObject>['holes']>[number];

/** The content of a profile after the schema has accepted it; numbers whose digits count are texts. */
export type Profile = Omit<Static<typeof profileObject>, 'registers'> & {
  readonly registers: Readonly<Record<string, ProfileRegister>>;
};

/** JSON Schema of a device profile. */
export const profileSchema = toPropertySchema(profileObject);
