export type { ClientOptions, ModbusClient, OpenFailure, RequestOptions, RequestResult } from './client.ts';
export { describeEndpoint, type Endpoint } from './endpoint.ts';
export { type OpenResult, openClient } from './open-client.ts';
