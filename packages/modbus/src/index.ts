export { createModbusDriver, type ModbusDriverOptions } from './driver/modbus-driver.ts';
export { modbusDriverSettings } from './driver/settings.ts';
export { type ImportedMap, type ImportProblem, importMap } from './profiles/import-map/index.ts';
export { modbusModules } from './registry.ts';
