/** The four tables of the Modbus data model (application protocol V1.1b3, 4.3): bits and words, each writable or not. */
export type Table = 'coil' | 'discrete' | 'input' | 'holding';

/**
 * One request to one unit, as data. Addresses are those on the wire, from 0; words are unsigned 16 bit numbers. On TCP a unit is
 * 0 to 255, of which 0 and 255 usually mean the device at the other end itself; on a serial bus 0 is everybody and 1 to 247 a device.
 */
export type ModbusRequest =
  /** Function 1 or 2. */
  | {
      readonly kind: 'read-bits';
      readonly unit: number;
      readonly table: 'coil' | 'discrete';
      readonly address: number;
      readonly count: number;
    }
  /** Function 3 or 4. */
  | {
      readonly kind: 'read-words';
      readonly unit: number;
      readonly table: 'holding' | 'input';
      readonly address: number;
      readonly count: number;
    }
  /** Function 5. */
  | { readonly kind: 'write-coil'; readonly unit: number; readonly address: number; readonly value: boolean }
  /** Function 6. */
  | { readonly kind: 'write-register'; readonly unit: number; readonly address: number; readonly value: number }
  /** Function 15. */
  | {
      readonly kind: 'write-coils';
      readonly unit: number;
      readonly address: number;
      readonly values: readonly boolean[];
    }
  /** Function 16. */
  | {
      readonly kind: 'write-registers';
      readonly unit: number;
      readonly address: number;
      readonly values: readonly number[];
    }
  /** Function 22: the register becomes `(register AND and) OR (or AND NOT and)`. */
  | {
      readonly kind: 'mask-write';
      readonly unit: number;
      readonly address: number;
      readonly and: number;
      readonly or: number;
    }
  /** Function 23: holding registers are written, then read. */
  | {
      readonly kind: 'read-write';
      readonly unit: number;
      readonly read: { readonly address: number; readonly count: number };
      readonly write: { readonly address: number; readonly values: readonly number[] };
    }
  /** Function 43 with type 14: code 1 basic, 2 regular, 3 extended, from `object` on; 4 that one object. */
  | {
      readonly kind: 'identify';
      readonly unit: number;
      readonly code: 1 | 2 | 3 | 4;
      readonly object: number;
    };

/** What a unit answered to a request that it carried out. */
export type ModbusReply =
  /** As many as were asked for. */
  | { readonly kind: 'bits'; readonly bits: readonly boolean[] }
  /** As many as were asked for. */
  | { readonly kind: 'words'; readonly words: readonly number[] }
  | { readonly kind: 'written' }
  /** Texts by object number; when more follow, the next request starts at object `next`. */
  | {
      readonly kind: 'identification';
      readonly objects: Readonly<Record<number, string>>;
      readonly moreFollows: boolean;
      readonly next: number;
      readonly conformity: number;
    };

/** The function code that a request is sent with. */
export function functionCodeOf(request: ModbusRequest): number {
  if (request.kind === 'read-bits') return request.table === 'coil' ? 1 : 2;
  if (request.kind === 'read-words') return request.table === 'holding' ? 3 : 4;
  return functionCodes[request.kind];
}

/** Says whether a request may be sent twice without harm: it changes nothing. */
export function isReadOnly(request: ModbusRequest): boolean {
  return request.kind === 'read-bits' || request.kind === 'read-words' || request.kind === 'identify';
}

const functionCodes: Readonly<Record<Exclude<ModbusRequest['kind'], 'read-bits' | 'read-words'>, number>> = {
  'write-coil': 5,
  'write-register': 6,
  'write-coils': 15,
  'write-registers': 16,
  'mask-write': 22,
  'read-write': 23,
  identify: 43,
};
