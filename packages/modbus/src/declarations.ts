// What declarations are judged by: nothing here reaches a device, so that what only reads a project does without the code that does.
export { modbusDriverSettings } from './driver/settings.ts';
export { modbusModules } from './registry.ts';
