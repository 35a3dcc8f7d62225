export type { FetchedArchives, FoundArchive, WantedArchive } from './archive/fetched-archives.ts';
export { maxUnpackedBytes } from './archive/read-archive.ts';
export type { InventoryCommandResult, RunInventoryCommand } from './inventory/load.ts';
export type { VarArgument } from './project/command-line-vars.ts';
export type { ProjectConfig, ProjectDefaults } from './project/config.ts';
export { confineReader } from './project/confined-reader.ts';
export { createFileReader, type FileReader, type FileStatus } from './project/file-reader.ts';
export {
  type LoadedProject,
  type LoadOptions,
  loadProject,
  loadProjectConfig,
  withoutSecretsLimit,
} from './project/load.ts';
export type { PlansConfig } from './project/plans.ts';
export type { SecretSource } from './secret/secrets.ts';
export {
  driverSchemaId,
  type PropertyValidator,
  resourceSchemaId,
  settingsFileSchemaId,
  type ValidationProblem,
} from './validate/validator.ts';
export { writeYaml } from './yaml/write.ts';
