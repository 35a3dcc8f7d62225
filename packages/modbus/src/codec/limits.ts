import type { ModbusRequest } from './request.ts';

/** What one request may carry at most (application protocol V1.1b3, 6.1 to 6.17). Devices often take less. */
export const requestLimits = {
  readBits: 2000,
  readWords: 125,
  writeCoils: 1968,
  writeRegisters: 123,
  /** Words that a request which also reads may write. */
  readWriteRegisters: 121,
} as const;

/** Addresses of a table: 0 to 65535. */
export const tableSize = 65536;

/**
 * Tells what keeps a request from being sent as the specification has it, as a sentence without its full stop, or undefined when
 * nothing does. Callers check with this; encoding a request that it names is a bug.
 */
export function requestProblem(request: ModbusRequest): string | undefined {
  if (!isWithin(request.unit, 0, 255)) return `unit ${request.unit} is not one of 0 to 255`;
  switch (request.kind) {
    case 'read-bits':
      return rangeProblem({ ...request, what: 'bits', limit: requestLimits.readBits, doing: 'read' });
    case 'read-words':
      return readWordsProblem(request);
    case 'write-coil':
      return addressProblem(request.address);
    case 'write-register':
      return addressProblem(request.address) ?? wordsProblem([request.value]);
    case 'write-coils': {
      const { address, values } = request;
      const limit = requestLimits.writeCoils;
      return rangeProblem({ address, count: values.length, what: 'coils', limit, doing: 'written' });
    }
    case 'write-registers':
      return writeWordsProblem(request, requestLimits.writeRegisters);
    case 'mask-write':
      return addressProblem(request.address) ?? wordsProblem([request.and, request.or]);
    case 'read-write':
      return readWordsProblem(request.read) ?? writeWordsProblem(request.write, requestLimits.readWriteRegisters);
    case 'identify':
      return isWithin(request.object, 0, 255) ? undefined : `object ${request.object} is not one of 0 to 255`;
    default:
      return request satisfies never;
  }
}

function readWordsProblem(range: { readonly address: number; readonly count: number }): string | undefined {
  return rangeProblem({ ...range, what: 'registers', limit: requestLimits.readWords, doing: 'read' });
}

type WordsToWrite = { readonly address: number; readonly values: readonly number[] };

function writeWordsProblem({ address, values }: WordsToWrite, limit: number): string | undefined {
  const range = { address, count: values.length, what: 'registers', limit, doing: 'written' } as const;
  return rangeProblem(range) ?? wordsProblem(values);
}

type Range = {
  readonly address: number;
  readonly count: number;
  readonly what: string;
  readonly limit: number;
  readonly doing: 'read' | 'written';
};

function rangeProblem({ address, count, what, limit, doing }: Range): string | undefined {
  if (!isWithin(count, 1, limit)) return `${count} ${what} are to be ${doing} at once; 1 to ${limit} can be`;
  const wrongAddress = addressProblem(address);
  if (wrongAddress !== undefined) return wrongAddress;
  if (address + count > tableSize)
    return `${count} ${what} from address ${address} on go beyond address ${tableSize - 1}`;
  return undefined;
}

function addressProblem(address: number): string | undefined {
  return isWithin(address, 0, tableSize - 1) ? undefined : `address ${address} is not one of 0 to ${tableSize - 1}`;
}

function wordsProblem(words: readonly number[]): string | undefined {
  const wrong = words.find((word) => !isWithin(word, 0, 0xffff));
  return wrong === undefined ? undefined : `${wrong} is not a whole number from 0 to 65535`;
}

function isWithin(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}
