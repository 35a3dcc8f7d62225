import type { ResourceModule } from '@setpoint/model';
import { database } from './modules/database/index.ts';
import { extension } from './modules/extension/index.ts';
import { grant } from './modules/grant/index.ts';
import { query } from './modules/query/index.ts';
import { role } from './modules/role/index.ts';
import { schema } from './modules/schema/index.ts';

/** The resource types of databases, in the order of the reference. */
export const sqlModules: readonly ResourceModule[] = [schema, database, role, grant, extension, query];
