import type { JsonObject, ResourceModule } from '@setpoint/model';
import { posixModules, transportSettingsSchemas } from '@setpoint/posix';

/** What schemas, validators and reference pages are made from. */
export type SchemaSources = {
  /** Every resource type, in the order of the reference. */
  readonly modules: readonly ResourceModule[];
  /** JSON Schema of each driver's settings, by the inventory key that selects the driver. */
  readonly drivers: Readonly<Record<string, JsonObject>>;
};

/** The resource types and drivers that Setpoint has. */
export const schemaSources: SchemaSources = { modules: posixModules, drivers: transportSettingsSchemas };
