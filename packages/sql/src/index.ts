export { serverFactsQuery } from './driver/server-facts.ts';
export { sqlDriverSettings } from './driver/settings.ts';
export { createSqlDrivers, type SqlDriverOptions } from './driver/sql-driver.ts';
export { sqlModules } from './registry.ts';
export { type FindHostWay, type HostProcess, type HostWay, HostWayFailure } from './session/host-way.ts';
