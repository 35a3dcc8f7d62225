import type { Edit, Observed } from '@setpoint/model';
import { homeOf, type UserDeclared, type UserState } from './declared.ts';

/** Home directories that come to be, move or go, each with everything in it. */
export function userPaths(
  declared: UserDeclared,
  edits: readonly Edit[],
  observed: Observed<UserState>,
): readonly string[] {
  const paths = new Set(edits.map((edit) => edit.path));
  const found = observed.kind === 'present' ? [observed.state.home] : [];
  const homes = declared.state === 'absent' ? (declared.removeHome ? found : []) : [];
  const made =
    declared.state === 'present' && (paths.has('home') || paths.has('create_home')) ? [homeOf(declared)] : [];
  const left = declared.state === 'present' && declared.moveHome && paths.has('home') ? found : [];
  return [...new Set([...homes, ...made, ...left])].map((home) => `${home.replace(/\/+$/, '')}/`);
}
