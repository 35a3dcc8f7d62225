import { importedRegisters, playbookOf, profileOf, readingQueries } from '@setpoint/modbus/tools';
import { errorDiagnostic } from '@setpoint/model';
import type { NodeImporter } from './importer.ts';

/** The registers and coils of the device profile that can be read and written. */
export const importDevice: NodeImporter = async (channel, node, { signal }) => {
  const { files } = node.connection;
  const profile = profileOf(files);
  if (profile === undefined || files === undefined) {
    const diagnostic = errorDiagnostic('SP576', {
      node: node.name,
      detail: `${node.name} has no device profile, so nothing says which registers it has and what they mean.`,
      hint: 'name a `profile` in the inventory; `setpoint modbus import-map` makes one from a table',
    });
    return { kind: 'failed', diagnostics: [diagnostic] };
  }
  const queries = readingQueries(importedRegisters(profile)).map((query) => ({ query }));
  const result = await channel.ask(queries, signal);
  if (result.kind === 'failed') return { kind: 'failed', diagnostics: [result.diagnostic] };
  return { kind: 'imported', files: [], ...playbookOf({ node: node.name, profile, files, answers: result.answers }) };
};
