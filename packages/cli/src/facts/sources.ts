import type { FactSource } from './source.ts';

/** How the facts of each channel's nodes are read; loaded when the first node of the channel is asked. */
export const factSources: Readonly<Record<string, () => Promise<FactSource>>> = {
  sh: async () => (await import('./host-facts.ts')).hostFacts,
  sql: async () => (await import('./database-facts.ts')).databaseFacts,
  modbus: async () => (await import('./modbus-facts.ts')).modbusFacts,
};
