// Loaded into a measured Node program: writes what the process used when it ends.
import { writeFileSync } from 'node:fs';

const file = process.env['SETPOINT_BENCH_USAGE'];
delete process.env['SETPOINT_BENCH_USAGE'];
delete process.env['NODE_OPTIONS'];
if (file !== undefined) process.on('exit', () => writeFileSync(file, JSON.stringify(process.resourceUsage())));
