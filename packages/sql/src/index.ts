export { sqlModules } from './registry.ts';
