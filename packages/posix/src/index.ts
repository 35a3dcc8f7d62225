export { type HostLease, HostLeases } from './driver/host-leases.ts';
export { createShChannel, createShDriver, type ShDriverOptions } from './driver/sh-driver.ts';
export { factsQuery } from './queries/facts.ts';
export { posixModules } from './registry.ts';
export { posixDriverSettings, secretTransportSettings } from './transports/driver-settings.ts';
export { createTransports } from './transports/registry.ts';
export type { Session, Transport, TransportContext } from './transports/transport.ts';
