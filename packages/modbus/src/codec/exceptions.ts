/** What a refusal means: the specification's name, what it says about the device, and what a person can do. */
export type ExceptionMeaning = { readonly name: string; readonly meaning: string; readonly advice: string };

/** The refusals a device can answer with (application protocol V1.1b3, section 7); the texts are sentences. */
export const exceptionMeanings: Readonly<Record<ExceptionCode, ExceptionMeaning>> = {
  1: {
    name: 'illegal function',
    meaning: 'The device does not know this function, or not in the state it is in.',
    advice: 'Declare another way to write the register in the profile, or bring the device into the right mode.',
  },
  2: {
    name: 'illegal data address',
    meaning: 'The device has no such register, or lacks one of the registers that were asked for together.',
    advice: 'Compare table and address with its manual, which may count from 1; declare addresses it lacks as holes.',
  },
  3: {
    name: 'illegal data value',
    meaning: 'The device accepts neither this many registers at once nor, as many devices mean it, this value.',
    advice:
      'Compare the value with the range in its manual, and declare in the profile how many registers it takes at once.',
  },
  4: {
    name: 'server device failure',
    meaning: 'The device failed to do it: an interlock, a wrong mode of operation or a fault keeps it from it.',
    advice: 'Look at the state of the device: local or remote, stopped or running, alarms.',
  },
  5: {
    name: 'acknowledge',
    meaning: 'The device has accepted the request and takes long to carry it out.',
    advice: 'Do not send it again; read until the value is there.',
  },
  6: {
    name: 'server device busy',
    meaning: 'The device is busy with something else and has not carried out the request.',
    advice: 'Try again later; some devices are busy for seconds after somebody used their keypad.',
  },
  7: {
    name: 'negative acknowledge',
    meaning: 'The device cannot carry out the program function.',
    advice: 'Ask the device for its diagnostics; only old controllers answer this.',
  },
  8: {
    name: 'memory parity error',
    meaning: 'The device found its own memory damaged.',
    advice: 'Have the device serviced; what it answers cannot be relied on.',
  },
  10: {
    name: 'gateway path unavailable',
    meaning: 'The gateway has no way to this unit.',
    advice: 'Compare the unit with the configuration of the gateway.',
  },
  11: {
    name: 'gateway target device failed to respond',
    meaning: 'The gateway asked the unit and got no answer.',
    advice: 'Check that the device is powered, wired, and set to this unit, baud rate and parity.',
  },
};

/** Tells what a refusal means; a code that the specification does not have is said to be the maker's own. */
export function describeException(code: number): ExceptionMeaning {
  if (isExceptionCode(code)) return exceptionMeanings[code];
  return {
    name: `exception ${code}`,
    meaning: 'The device refuses with a code that the Modbus specification does not have.',
    advice: 'Look the code up in the manual of the device.',
  };
}

type ExceptionCode = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 10 | 11;

function isExceptionCode(code: number): code is ExceptionCode {
  return Object.hasOwn(exceptionMeanings, code);
}
