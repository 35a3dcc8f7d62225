export * from './lab.ts';
export type { LabPoint, LabTable, LabWrite } from './modbus/device.ts';
export {
  type LabDevice,
  type LabDeviceOptions,
  type LabGateway,
  type LabGatewayOptions,
  startLabDevice,
  startLabGateway,
} from './modbus/server.ts';
export type { LabFault, LabUnit, LabUnitOptions } from './modbus/unit.ts';
