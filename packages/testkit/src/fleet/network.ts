import { spawnSync } from 'node:child_process';
import { networkInterfaces } from 'node:os';
import { runOrThrow } from './run-command.ts';

/** The last slot that names and addresses leave room for: slots count from 1, and each is a subnet of its own. */
export const lastSlot = 200;

/** The bridge of a fleet. Linux takes at most 15 characters. */
export function bridgeName(slot: number): string {
  return `sp${slot}br`;
}

/** The machine name of a host, from which systemd-nspawn makes the name of its link: `vb-` and at most 12 characters. */
export function machineName(slot: number, number: number): string {
  return `sp${slot}h${number}`;
}

/** The address of a host on its fleet's bridge; number 0 is this machine. */
export function addressOf(slot: number, number: number): string {
  return `10.213.${slot}.${number === 0 ? 1 : 10 + number}`;
}

/** True when some interface of this machine already has an address in the subnet of the slot. */
export function isSubnetTaken(slot: number): boolean {
  const addresses = Object.values(networkInterfaces()).flatMap((entries) => entries ?? []);
  return addresses.some(({ address }) => address.startsWith(`10.213.${slot}.`));
}

/**
 * Makes the bridge of a fleet, with this machine's own address on it. Nothing is routed beyond it. Its hardware address is set,
 * because a bridge otherwise takes that of a link: whenever a host came or went, the others would answer to the former one.
 */
export async function createBridge(slot: number): Promise<void> {
  const name = bridgeName(slot);
  const hardwareAddress = `02:00:0a:d5:${slot.toString(16).padStart(2, '0')}:01`;
  await runOrThrow('ip', ['link', 'add', 'name', name, 'address', hardwareAddress, 'type', 'bridge']);
  await runOrThrow('ip', ['address', 'add', `${addressOf(slot, 0)}/24`, 'dev', name]);
  await runOrThrow('ip', ['link', 'set', 'dev', name, 'up']);
}

/** Cuts or restores the link of a host: packets vanish both ways and no connection is told. */
export async function setLink(machine: string, state: 'up' | 'down'): Promise<void> {
  await runOrThrow('ip', ['link', 'set', 'dev', linkName(machine), state]);
}

/** Removes the link that a killed host leaves behind; none is fine. Synchronous, for exit handlers. */
export function removeLink(machine: string): void {
  spawnSync('ip', ['link', 'delete', 'dev', linkName(machine)], { stdio: 'ignore' });
}

/** Removes the bridge of a fleet; none is fine. Synchronous, for exit handlers. */
export function removeBridge(slot: number): void {
  spawnSync('ip', ['link', 'delete', 'dev', bridgeName(slot)], { stdio: 'ignore' });
}

function linkName(machine: string): string {
  return `vb-${machine}`;
}
