export { createModbusDriver, type ModbusDriverOptions } from './driver/modbus-driver.ts';
export { modbusDriverSettings } from './driver/settings.ts';
export { modbusModules } from './registry.ts';
