import { type Address, parseAddress } from '@setpoint/model';
import { count } from '../text/count.ts';
import type { AddressBlock } from '../view/address-view.ts';
import { actionSymbols } from '../view/change-lines.ts';
import { bytesOf, fitBlocks } from './budget.ts';
import { addressBlock, mostNameCharacters } from './change.ts';
import { inlineCode } from './quote.ts';

/** Some addresses under one name, with the nodes they are on. */
type Lot = { readonly addresses: readonly Address[]; readonly nodes: number };

/**
 * Everything that destroys, and nothing of it left out: each item over its difference, or in a line; when there is no room even
 * for that, by address with the number of nodes, then by what the addresses begin with, then by type.
 */
export function destructiveTexts(blocks: readonly AddressBlock[], roomBytes: number): readonly string[] {
  const markdown = blocks.map(addressBlock);
  const { texts, omitted } = fitBlocks(markdown, { bytes: roomBytes, reservedBytes: Number.MAX_SAFE_INTEGER });
  if (omitted.length === 0) return texts;
  const ways = [
    (): string => byAddress(blocks),
    (): string => byLots(blocks, (address) => beginningOf(address)),
    (): string => byLots(blocks, (address) => `${parseAddress(address)?.type ?? address}:`),
  ];
  const listed = ways.map((way) => way()).find((text) => bytesOf(text) <= roomBytes - 200);
  return [
    `The ${blocks.length} destructive items are too many to show one by one here; the HTML and the JSON report have all of them.`,
    '',
    ...(listed === undefined ? [] : [listed, '']),
  ];
}

function byAddress(blocks: readonly AddressBlock[]): string {
  return byAction(blocks, (some) =>
    [...lotsOf(some, (address) => address)].map(([address, { nodes }]) =>
      nodes === 1
        ? inlineCode(address, mostNameCharacters)
        : `${inlineCode(address, mostNameCharacters)} (${count(nodes, 'node')})`,
    ),
  );
}

function byLots(blocks: readonly AddressBlock[], nameOf: (address: Address) => string): string {
  return byAction(blocks, (some) =>
    [...lotsOf(some, nameOf)].map(([name, { addresses, nodes }]) => {
      const [first = ''] = addresses;
      const what =
        addresses.length === 1
          ? inlineCode(first, mostNameCharacters)
          : `${inlineCode(`${name}…`, mostNameCharacters)} (${count(addresses.length, 'address', 'addresses')}`;
      if (addresses.length > 1) return `${what}, ${count(nodes, 'node')})`;
      return nodes === 1 ? what : `${what} (${count(nodes, 'node')})`;
    }),
  );
}

/** One item for each action with all that it concerns. */
function byAction(
  blocks: readonly AddressBlock[],
  itemsOf: (some: readonly AddressBlock[]) => readonly string[],
): string {
  const groups = Map.groupBy(blocks, (block) => block.variants[0].change.action);
  return [...groups]
    .map(([action, some]) => `- ${inlineCode(actionSymbols[action], 3)} ${action}: ${itemsOf(some).join(' · ')}`)
    .join('\n');
}

function lotsOf(blocks: readonly AddressBlock[], nameOf: (address: Address) => string): ReadonlyMap<string, Lot> {
  const lots = new Map<string, { readonly addresses: Set<Address>; nodes: number }>();
  for (const { address, nodes } of blocks) {
    const name = nameOf(address);
    const lot = lots.get(name) ?? { addresses: new Set(), nodes: 0 };
    lot.addresses.add(address);
    lot.nodes += nodes;
    lots.set(name, lot);
  }
  return new Map([...lots].map(([name, { addresses, nodes }]) => [name, { addresses: [...addresses], nodes }]));
}

/** Up to the last separator, as a directory or the schema of a table; an identity without one is told by its type. */
function beginningOf(address: Address): string {
  const end = Math.max(address.lastIndexOf('/'), address.lastIndexOf('.'), address.indexOf(':'));
  return address.slice(0, end + 1);
}
