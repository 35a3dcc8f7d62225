import type { ResourceModule } from '@setpoint/model';
import { file } from './modules/file/index.ts';

/** Every resource type of this family; schemas, reference pages, completion and conformance tests follow from this list. */
export const posixModules: readonly ResourceModule[] = [file];
