export type { ModbusReply, ModbusRequest, Table } from './codec/request.ts';
