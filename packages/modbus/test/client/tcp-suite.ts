import type { ClientOptions, ModbusClient } from '../../src/client/index.ts';
import { openForTest } from './open-for-test.ts';
import { type Peer, ScriptedServer } from './scripted-peer.ts';

/** Servers and clients of the tests of the suite in which it is called, each ended after its test. */
export function useTcp(): {
  readonly start: (...scripts: readonly ((peer: Peer) => unknown)[]) => Promise<ScriptedServer>;
  readonly open: (server: ScriptedServer, options?: Partial<ClientOptions>) => Promise<ModbusClient>;
} {
  const clients: ModbusClient[] = [];
  const servers: ScriptedServer[] = [];
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.close()));
    await Promise.all(servers.splice(0).map((server) => server.stop()));
  });
  return {
    start: async (...scripts) => {
      const server = await ScriptedServer.start(...scripts);
      servers.push(server);
      return server;
    },
    open: async (server, options) => {
      const client = await openForTest({ kind: 'tcp', host: '127.0.0.1', port: server.port }, options);
      clients.push(client);
      return client;
    },
  };
}
