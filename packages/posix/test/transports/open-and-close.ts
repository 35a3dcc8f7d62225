import type { TransportName } from '../../src/transports/driver-settings.ts';
import { createTransports } from '../../src/transports/registry.ts';
import { contextIn, nodeWith, runOn, sessionOf } from './session-probe.ts';

/** A whole program: opens a session, runs a command, closes, and is expected to end because nothing is left to do. */
const [driver = 'local', dir = '/tmp', settings = '{}'] = process.argv.slice(2);
const transport = createTransports()[driver as TransportName];
const session = sessionOf(await transport.open(nodeWith(driver, JSON.parse(settings)), contextIn(dir)));
process.stdout.write((await runOn(session, 'echo done')).stdout);
await session.close();
