import type { ResourceModule } from '@setpoint/model';
import { file } from './modules/file/index.ts';
import { group } from './modules/group/index.ts';
import { user } from './modules/user/index.ts';

/** Every resource type of this family; schemas, reference pages, completion and conformance tests follow from this list. */
export const posixModules: readonly ResourceModule[] = [file, group, user];
