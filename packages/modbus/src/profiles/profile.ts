import type { Json } from '@setpoint/model';
import type { Table } from '../codec/request.ts';
import type { AddressRange, ReadLimits } from '../queries/coalesce.ts';
import type { ValueFormat } from '../values/index.ts';

/** What a device allows with a value. */
export type Access = 'read' | 'write' | 'read-write';

/** Which function writes a value; `auto` takes the single one for one register and the multiple one for several. */
export type WriteFunction = 'auto' | 'single' | 'multiple' | 'mask';

/** One register, coil or input of a device with everything that its profile says, defaults filled in. Plain data. */
export type RegisterDefinition = {
  readonly name: string;
  readonly description: string;
  readonly table: Table;
  /** Counted from 0. */
  readonly address: number;
  /** Where it is read; null when it cannot be. */
  readonly readAddress: number | null;
  readonly format: ValueFormat;
  readonly access: Access;
  readonly write: WriteFunction;
  /** Decimal texts of engineering values; null says nothing. */
  readonly min: string | null;
  readonly max: string | null;
  readonly maxStep: string | null;
  readonly tolerance: string | null;
  readonly settleMs: number;
  /** Null where writing costs nothing; `cycles` is null where nobody says how many it bears. */
  readonly wear: { readonly memory: 'eeprom' | 'flash'; readonly cycles: number | null } | null;
  readonly sensitive: boolean;
};

/** What one request may carry, never more than the specification allows. */
export type ResolvedLimits = {
  readonly read: ReadLimits;
  readonly writeRegisters: number;
  readonly writeBits: number;
  readonly outstanding: number;
};

/** A value for a register by name. */
export type Assignment = { readonly name: string; readonly value: Json };

/** What a register by name has to hold. */
export type NamedCondition = Assignment & { readonly operator: '=' | '!=' | '>=' | '<=' };

/** How values become permanent, after something was written. */
export type Persistence = {
  readonly write: Assignment;
  /** Holds while something is not permanent yet; null where the device does not say. */
  readonly pending: NamedCondition | null;
};

/** What the profile says about talking to the device; null leaves it to the inventory. */
export type Pace = {
  readonly timeoutMs: number | null;
  readonly busyMs: number | null;
  readonly pauseAfterConnectMs: number | null;
  readonly requestPauseMs: number | null;
};

/** A device profile with its defaults filled in. */
export type ResolvedProfile = {
  readonly name: string;
  readonly description: string;
  /** Unit identifier; null leaves it to the inventory. */
  readonly unit: number | null;
  readonly pace: Pace;
  readonly limits: ResolvedLimits;
  /** Addresses that must not be read: those declared, and those that can only be written. */
  readonly holes: readonly AddressRange[];
  /** In the order of the file. */
  readonly registers: ReadonlyMap<string, RegisterDefinition>;
  readonly persist: Persistence | null;
};
