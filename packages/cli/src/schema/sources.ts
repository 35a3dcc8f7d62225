import { modbusDriverSettings, modbusModules } from '@setpoint/modbus/declarations';
import type { DriverSettings, ResourceModule } from '@setpoint/model';
import { posixDriverSettings, posixModules } from '@setpoint/posix/declarations';
import { sqlDriverSettings, sqlModules } from '@setpoint/sql/declarations';

/** What schemas, validators and reference pages are made from. */
export type SchemaSources = {
  /** Every resource type, in the order of the reference. */
  readonly modules: readonly ResourceModule[];
  /** What each driver's settings are, by the inventory key that selects the driver. */
  readonly drivers: Readonly<Record<string, DriverSettings>>;
};

/** The resource types and drivers that Setpoint has. */
export const schemaSources: SchemaSources = {
  modules: [...posixModules, ...modbusModules, ...sqlModules],
  drivers: { ...posixDriverSettings, modbus: modbusDriverSettings, ...sqlDriverSettings },
};
