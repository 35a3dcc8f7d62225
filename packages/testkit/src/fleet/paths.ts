import { join } from 'node:path';

/**
 * Where images and running fleets lie: `$SETPOINT_FLEET_DIR`, else `/var/cache/setpoint-fleet`. It must be on a file system that
 * can carry the upper layer of an overlay, which another overlay cannot.
 */
export function fleetDirectory(): string {
  return process.env['SETPOINT_FLEET_DIR'] ?? '/var/cache/setpoint-fleet';
}

/** Finished images and those being built. */
export function imagesDirectory(): string {
  return join(fleetDirectory(), 'images');
}

/** One folder per fleet that runs, or that ran and was not tidied, named by its slot. */
export function runsDirectory(): string {
  return join(fleetDirectory(), 'runs');
}
