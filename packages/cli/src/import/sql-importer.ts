import { importDatabase } from '@setpoint/sql/tools';
import type { NodeImporter } from './importer.ts';

/** Everything that the database is made of, as one resource. */
export const importSchema: NodeImporter = async (channel, node, options) => {
  const made = await importDatabase(channel, { node: node.name, ...options });
  return made.kind === 'failed' ? { kind: 'failed', diagnostics: [made.diagnostic] } : { ...made, declared: 1 };
};
