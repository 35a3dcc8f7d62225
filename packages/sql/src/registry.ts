import type { ResourceModule } from '@setpoint/model';
import { database } from './modules/database/index.ts';
import { role } from './modules/role/index.ts';

/** The resource types of databases, in the order of the reference. */
export const sqlModules: readonly ResourceModule[] = [database, role];
