import { type Address, formatAddress } from '@setpoint/model';
import { parentOf } from './absolute-path.ts';

/** The resources that a path lies in if they are declared: each parent as a directory or as a link to one, nearest first. */
export function pathReferences(path: string): readonly Address[] {
  const addresses: Address[] = [];
  for (let parent = parentOf(path); parent !== '/'; parent = parentOf(parent)) {
    addresses.push(formatAddress('directory', parent), formatAddress('link', parent));
  }
  return addresses;
}
