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
  SP574: {
    summary: 'A register map cannot be imported',
    explanation:
      'A line of the table cannot become a register of a device profile: its address, type or another cell is missing or cannot be read. Nothing was written. Correct the table, or take the line out, and import it again.',
  },
  SP575: {
    summary: 'An imported register needs a look',
    explanation:
      'The line of the table became a register of the profile, but as it stands it makes no sense, for example because it shares bits with another register. The profile has a comment there; it has to be corrected by hand before it can be used.',
  },
  SP576: {
    summary: 'A device without a profile cannot be imported',
    explanation:
      'Modbus carries numbers without names, types or units: only a device profile says what they mean. Name one as `profile` in the inventory.',
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
