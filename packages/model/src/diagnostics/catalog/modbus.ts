import type { DiagnosticRow } from './row.ts';

/** Diagnostics about Modbus devices: SP57x reaching them, SP65x their registers. */
export const modbusDiagnostics = {
  SP571: {
    summary: 'The Modbus device cannot be reached',
    explanation:
      'No connection to the device, its gateway or the serial line could be opened. Many devices serve only one or two clients at a time: another master, such as a SCADA system, may hold the connection.',
  },
  SP572: {
    summary: 'The unit does not answer',
    explanation:
      'The connection stands, but this unit gave no usable reply within the deadline and its retries: the unit number may be wrong, the device may be off, or the gateway has no way to it. Other units behind the same gateway go on.',
  },
  SP573: {
    summary: 'The settings do not say how the device is reached',
    explanation: 'A Modbus node needs `host`, or `serial` with the path of a serial line, and not both.',
  },
  SP651: {
    summary: 'The device has no such register',
    explanation:
      'The device answered the reading of this address with exception 2, illegal data address. Manuals count from 0 or from 1, and a register may be in another table: compare with the manual of the device.',
  },
  SP652: {
    summary: 'A condition for writing does not hold',
    explanation:
      'The resource declares under `expect` what other registers must hold before it is written, such as a switch in position "remote". One of them holds something else, so nothing would be written. The conditions are read again right before the first write.',
  },
  SP653: {
    summary: 'The value is further away than one run may move it',
    explanation:
      'The register has a `max_step`, the most that a single run may change it. Move it in several runs with values between, or raise the limit where that is safe.',
  },
} as const satisfies Record<string, DiagnosticRow>;
