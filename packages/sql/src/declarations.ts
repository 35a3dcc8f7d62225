// What declarations are judged by: nothing here reaches a server, so that what only reads a project does without the code that does.
export { sqlDriverSettings } from './driver/settings.ts';
export { sqlModules } from './registry.ts';
