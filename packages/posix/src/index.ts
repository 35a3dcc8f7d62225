export { createShChannel, createShDriver, type ShDriverOptions } from './driver/sh-driver.ts';
export { posixModules } from './registry.ts';
export type { Session, Transport, TransportContext } from './transports/transport.ts';
