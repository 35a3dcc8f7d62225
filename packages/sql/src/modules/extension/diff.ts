import type { Edit, Observed } from '@setpoint/model';
import { objectEdits } from '../server-object/edits.ts';
import type { ExtensionDeclared } from './declared.ts';
import type { ExtensionState } from './observe.ts';

/** The properties of an extension that differ from their declaration. */
export function diffExtension(declared: ExtensionDeclared, observed: Observed<ExtensionState>): readonly Edit[] {
  const available = observed.kind === 'present' ? observed.state.available : null;
  return objectEdits(declared.state, observed, (facts) => [
    { path: 'version', wanted: wantedVersion(declared, available), found: facts?.version },
    { path: 'schema', wanted: declared.schema, found: facts?.schema },
  ]);
}

/** The version as a number of the extension's own; null when it does not matter or is not known. */
export function wantedVersion({ version }: ExtensionDeclared, available: ExtensionState['available']): string | null {
  return version === 'default' ? (available?.defaultVersion ?? null) : version;
}
