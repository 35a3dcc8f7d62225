import { type FrameAnswer, type FrameServer, type LineHabits, serveFrames } from './frames.ts';
import { type LabUnit, type LabUnitOptions, makeUnit, type ServedUnit } from './unit.ts';

export type LabDeviceOptions = LabUnitOptions & LineHabits;

/** A Modbus TCP device in this process, on 127.0.0.1. */
export type LabDevice = LabUnit & FrameServer;

/** Starts a device, which is silent to other units than its own; throws when the port is taken. */
export async function startLabDevice(options: LabDeviceOptions): Promise<LabDevice> {
  const unit = makeUnit(options);
  const handle = (number: number, pdu: Buffer): FrameAnswer =>
    number === unit.device.unit ? unit.answer(pdu) : 'nothing';
  const server = await serveFrames(options, handle);
  return { ...unit.device, ...server, stop: stopAll([unit], server) };
}

export type LabGatewayOptions = LineHabits & { readonly units: readonly LabUnitOptions[] };

/** Several devices behind one port, as on a serial bus behind a gateway. */
export type LabGateway = FrameServer & {
  /** In the order in which they were given. */
  readonly units: readonly LabUnit[];
};

/** The refusal of a gateway whose unit gave no reply. */
const targetSilent = 0x0b;

/** Starts a gateway, which refuses units that are not there with exception 11; throws when the port is taken. */
export async function startLabGateway(options: LabGatewayOptions): Promise<LabGateway> {
  const units = options.units.map(makeUnit);
  const server = await serveFrames(options, (number, pdu) => {
    const unit = units.find(({ device }) => device.unit === number);
    return unit === undefined ? Buffer.from([(pdu[0] ?? 0) | 0x80, targetSilent]) : unit.answer(pdu);
  });
  return { ...server, units: units.map(({ device }) => device), stop: stopAll(units, server) };
}

function stopAll(units: readonly ServedUnit[], server: FrameServer): () => Promise<void> {
  return () => {
    for (const unit of units) unit.stop();
    return server.stop();
  };
}
