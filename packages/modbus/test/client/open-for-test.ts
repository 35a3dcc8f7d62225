import {
  type ClientOptions,
  type Endpoint,
  type ModbusClient,
  openClient,
  type RequestResult,
} from '../../src/client/index.ts';
import type { ModbusReply, ModbusRequest } from '../../src/codec/index.ts';

/** A client that must come about. */
export async function openForTest(endpoint: Endpoint, options: Partial<ClientOptions> = {}): Promise<ModbusClient> {
  const opened = await openClient(endpoint, { connectTimeoutMs: 5000, ...options });
  if (opened.kind === 'failed') throw new Error(`${opened.why} ${opened.hint ?? ''}`);
  return opened.client;
}

/** Sends a request that must be answered. */
export async function answerTo(client: ModbusClient, request: ModbusRequest): Promise<ModbusReply> {
  const result = await client.request(request, { timeoutMs: 5000 });
  if (result.status !== 'answered') throw new Error(`${request.kind} was not answered: ${JSON.stringify(result)}`);
  return result.reply;
}

export function readHolding(address: number, count = 1, unit = 1): ModbusRequest {
  return { kind: 'read-words', unit, table: 'holding', address, count };
}

export function writeRegister(address: number, value: number, unit = 1): ModbusRequest {
  return { kind: 'write-register', unit, address, value };
}

export function words(...values: readonly number[]): RequestResult {
  return { status: 'answered', reply: { kind: 'words', words: values } };
}
