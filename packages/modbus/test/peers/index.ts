export { type Certificates, makeCertificates } from './certificates.ts';
export { type MbpollTarget, readWithMbpoll, writeWithMbpoll } from './mbpoll.ts';
export type { PeerProcess } from './peer-process.ts';
export { peerSuite } from './peer-suite.ts';
export {
  type PlcOptions,
  type PlcPeer,
  plcFaults,
  plcRegisters,
  plcWitnesses,
  startLibmodbusPeer,
  startSerialLibmodbusPeer,
} from './plc.ts';
export { startPymodbusPeer } from './pymodbus.ts';
export { startSerialClient, startSerialGateway, startSerialPair, startTlsFront } from './socat.ts';
