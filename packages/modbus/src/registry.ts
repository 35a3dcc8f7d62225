import type { ResourceModule } from '@setpoint/model';
import { coil } from './modules/coil.ts';
import { register } from './modules/register.ts';

/** The resource types of Modbus devices, in the order of the reference. */
export const modbusModules: readonly ResourceModule[] = [register, coil];
