// What the command line does with Modbus devices beside planning and applying; loaded only by the commands that need it.
export { identificationQuery } from './driver/query.ts';
export * from './facts/index.ts';
export * from './import/index.ts';
export {
  type ImportedMap,
  type ImportProblem,
  importMap,
  profileOf,
  type RegisterDefinition,
} from './profiles/index.ts';
