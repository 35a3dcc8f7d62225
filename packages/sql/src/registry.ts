import type { ResourceModule } from '@setpoint/model';

/** The resource types of databases, in the order of the reference. */
export const sqlModules: readonly ResourceModule[] = [];
