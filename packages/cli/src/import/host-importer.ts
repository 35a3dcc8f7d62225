import { findObjects } from './hosts/objects.ts';
import { hostPlaybook } from './hosts/playbook.ts';
import { proveObjects } from './hosts/proven.ts';
import { askingOf } from './hosts/questions.ts';
import { readRequest } from './hosts/request.ts';
import type { NodeImporter } from './importer.ts';

/** What a host holds of the chosen types, in three round trips: what there is, what it is like, and whether a plan of it is empty. */
export const importHost: NodeImporter = async (channel, node, options) => {
  const { types, problems } = readRequest(options);
  if (problems.length > 0) return { kind: 'failed', diagnostics: problems };
  const questions = askingOf(channel, options.signal);
  const found = await findObjects(types, questions);
  if (found.kind === 'failed') return { kind: 'failed', diagnostics: [found.diagnostic] };
  const proven = await proveObjects(found.objects, questions);
  if (proven.kind === 'failed') return { kind: 'failed', diagnostics: [proven.diagnostic] };
  const { objects } = proven;
  const { notes } = found;
  return { kind: 'imported', ...hostPlaybook({ node: node.name, objects, notes, folder: options.folder }) };
};
