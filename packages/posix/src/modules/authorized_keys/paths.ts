import type { Edit, Observed } from '@setpoint/model';
import type { KeysDeclared, KeysState } from './declared.ts';

/** The file of the keys; of an account that is still to be made, where its home usually is. */
export function keysPaths(
  { account, path }: KeysDeclared,
  edits: readonly Edit[],
  observed: Observed<KeysState>,
): readonly string[] {
  if (edits.length === 0) return [];
  if (path !== null) return [path];
  const usual = account === 'root' ? '/root' : `/home/${account}`;
  const home = observed.kind === 'present' ? observed.state.home : usual;
  return [`${home.replace(/\/+$/, '')}/.ssh/authorized_keys`];
}
