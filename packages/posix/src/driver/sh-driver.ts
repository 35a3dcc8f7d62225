import type { BodyStore, Channel, ConnectResult, Driver, NodeSpec, SafeguardOrder } from '@setpoint/model';
import type { Hello } from '../program/ask-program.ts';
import { armSafeguard } from '../safeguard/arm.ts';
import { NodeLink } from '../safeguard/link.ts';
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
      const open = (stop: AbortSignal | undefined) =>
        transport.open(node, stop === undefined ? context : { ...context, signal: stop });
      const opened = await open(signal);
      if (opened.kind === 'failed') return opened;
      return { kind: 'connected', channel: channelOver(new NodeLink(opened.session, open), node, bodies) };
    },
  };
}

/** The channel over an open session that cannot be opened anew: nothing can be confirmed over it. */
export function createShChannel(session: Session, node: NodeSpec, bodies: BodyStore): Channel {
  return channelOver(new NodeLink(session), node, bodies);
}

/** The channel over the way to a node. */
export function channelOver(link: NodeLink, node: NodeSpec, bodies: BodyStore): Channel {
  let heard: Hello | undefined;
  const onHello = (hello: Hello): void => {
    heard = { ...heard, ...hello };
  };
  const context = {
    get session() {
      return link.session;
    },
    link,
    node: node.name,
    sudo: readSudo(node),
    bodies,
    onHello,
  };
  return {
    ask: (questions, signal) => ask(context, questions, signal),
    execute: (steps, watch) => execute(context, steps, watch),
    lock: (holder) => lockNode({ ...context, lastHolder: heard?.lastHolder }, holder),
    ...(link.canOpen ? { safeguard: (order: SafeguardOrder) => armSafeguard(context, order) } : {}),
    marks: () => ({
      ...link.session.marks,
      ...(heard?.machineId === undefined ? {} : { 'machine id': heard.machineId }),
    }),
    close: () => link.close(),
  };
}

function readSudo(node: NodeSpec): string | boolean | undefined {
  const { sudo } = node.connection.settings;
  return typeof sudo === 'string' || typeof sudo === 'boolean' ? sudo : undefined;
}
