export * from './lab.ts';
export type { LabPoint, LabTable, LabWrite } from './modbus/device.ts';
export { type LabDevice, type LabDeviceOptions, type LabFault, startLabDevice } from './modbus/server.ts';
