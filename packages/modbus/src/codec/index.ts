export { crc16 } from './crc16.ts';
export { type DecodedReply, decodeReply } from './decode-reply.ts';
export { encodeRequest } from './encode-request.ts';
export { describeException, type ExceptionMeaning, exceptionMeanings } from './exceptions.ts';
export { requestLimits, requestProblem, tableSize } from './limits.ts';
export { encodeMbap, type MbapFrame, type MbapParse, parseMbap } from './mbap.ts';
export { functionCodeOf, isReadOnly, type ModbusReply, type ModbusRequest, type Table } from './request.ts';
export {
  encodeRtu,
  longestRtuFrame,
  longestRtuReply,
  parseRtuReply,
  type RtuFrame,
  type RtuParse,
  rtuReplyLength,
} from './rtu.ts';
