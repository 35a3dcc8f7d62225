import type { NodeImporter } from './importer.ts';

/** How the nodes of a channel are imported, and the folder beside the playbook in which further files lie. */
export type ChannelImport = { readonly folder: string; readonly load: () => Promise<NodeImporter> };

/** How what the nodes of a channel hold becomes a playbook; channels without one cannot be imported. */
export const importers: Readonly<Record<string, ChannelImport>> = {
  sh: { folder: 'files', load: async () => (await import('./host-importer.ts')).importHost },
  modbus: { folder: 'profiles', load: async () => (await import('./modbus-importer.ts')).importDevice },
  sql: { folder: 'schema', load: async () => (await import('./sql-importer.ts')).importSchema },
};
