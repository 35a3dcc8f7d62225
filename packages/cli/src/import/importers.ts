import type { NodeImporter } from './importer.ts';

/** How what the nodes of a channel hold becomes a playbook; channels without one cannot be imported. */
export const importers: Readonly<Record<string, () => Promise<NodeImporter>>> = {
  modbus: async () => (await import('./modbus-importer.ts')).importDevice,
  sql: async () => (await import('./sql-importer.ts')).importSchema,
};
