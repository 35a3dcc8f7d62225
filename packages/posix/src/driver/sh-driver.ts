import type { BodyStore, Channel, ConnectResult, Driver, NodeSpec } from '@setpoint/model';
import type { Session, Transport, TransportContext } from '../transports/transport.ts';
import { ask } from './ask.ts';
import { execute } from './execute.ts';
import { lockNode } from './lock.ts';

/** What every sh driver needs beside its transport. */
export type ShDriverOptions = {
  readonly transport: Transport;
  readonly context: TransportContext;
  readonly bodies: BodyStore;
};

/** The driver of the `sh` channel over one transport: one connection per node, one program per phase. */
export function createShDriver({ transport, context, bodies }: ShDriverOptions): Driver {
  return {
    name: transport.name,
    channel: 'sh',
    connect: async (node, signal): Promise<ConnectResult> => {
      const opened = await transport.open(node, signal === undefined ? context : { ...context, signal });
      if (opened.kind === 'failed') return opened;
      return { kind: 'connected', channel: createShChannel(opened.session, node, bodies) };
    },
  };
}

/** The channel over an open session. */
export function createShChannel(session: Session, node: NodeSpec, bodies: BodyStore): Channel {
  let machineId: string | undefined;
  const onMachineId = (found: string): void => {
    machineId = found;
  };
  const context = { session, node: node.name, sudo: readSudo(node), bodies, onMachineId };
  return {
    ask: (questions, signal) => ask(context, questions, signal),
    execute: (steps, watch) => execute(context, steps, watch),
    lock: (holder) => lockNode(context, holder),
    marks: () => ({ ...session.marks, ...(machineId === undefined ? {} : { 'machine id': machineId }) }),
    close: () => session.close(),
  };
}

function readSudo(node: NodeSpec): string | boolean | undefined {
  const { sudo } = node.connection.settings;
  return typeof sudo === 'string' || typeof sudo === 'boolean' ? sudo : undefined;
}
