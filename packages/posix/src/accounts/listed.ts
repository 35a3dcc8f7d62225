import type { Listing } from '@setpoint/model';
import { listedInFiles } from '../importing/listed.ts';

/** Numbers that people's accounts and groups get, from login.defs(5); those above belong to containers and to nobody. */
const firstNumber = 1000;
const lastNumber = 59_999;

/** The fields of one line of passwd(5) or group(5). */
type Fields = readonly string[];

/** The accounts or groups of a file of the node that `isWanted` takes; `isMade` says whether the number is one that people get. */
export function listedAccounts(
  path: '/etc/passwd' | '/etc/group',
  what: string,
  isWanted: (fields: Fields, isMade: boolean) => boolean,
): Listing {
  return listedInFiles([path], what, (files) => ({
    identities: files
      .flatMap(({ text }) => text.split('\n').map((line) => line.split(':')))
      .filter((fields) => isWanted(fields, isMade(fields)))
      .flatMap(([name]) => name ?? []),
    notes: [],
  }));
}

function isMade([name = '', , number = '']: Fields): boolean {
  return name !== '' && /^\d+$/.test(number) && Number(number) >= firstNumber && Number(number) <= lastNumber;
}
