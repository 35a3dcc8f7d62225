// What declarations are judged by: nothing here reaches a node, so that what only reads a project does without the code that does.
export { posixModules } from './registry.ts';
export { posixDriverSettings } from './transports/driver-settings.ts';
