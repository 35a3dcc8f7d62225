import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificates } from './certificates.ts';
import { type PeerProcess, startPeerProcess } from './peer-process.ts';

/** Two serial devices, joined as by a wire. */
export async function startSerialPair(): Promise<PeerProcess & { readonly ends: readonly [string, string] }> {
  const folder = mkdtempSync(join(tmpdir(), 'setpoint-bus-'));
  const ends = [join(folder, 'master'), join(folder, 'device')] as const;
  const ptys = ends.map((end) => `pty,raw,echo=0,link=${end}`);
  const { stop } = await startPeerProcess(
    ['socat', '-d', '-d', ...ptys] as [string, ...string[]],
    /starting data transfer/,
  );
  return {
    ends,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A gateway that passes bytes between TCP connections and a serial device; as most, it leaves the frames as they are. */
export async function startSerialGateway(device: string): Promise<PeerProcess & { readonly port: number }> {
  const listen = 'TCP-LISTEN:0,bind=127.0.0.1,reuseaddr,fork';
  return await startListener([listen, `${device},raw,echo=0`]);
}

/** A serial device whose bytes go to a port of this machine, for programs that know no RTU over TCP. */
export async function startSerialClient(port: number): Promise<PeerProcess & { readonly path: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'setpoint-bus-'));
  const path = join(folder, 'client');
  const { stop } = await startPeerProcess(
    ['socat', '-d', '-d', `pty,raw,echo=0,link=${path}`, `TCP:127.0.0.1:${port}`],
    /starting data transfer/,
  );
  return {
    path,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A front that speaks TLS, wants a certificate, and passes what it hears to a port of this machine. */
export async function startTlsFront(
  port: number,
  { serverCert, serverKey, ca }: Certificates,
  version: 'TLS1.2' | 'TLS1.3' = 'TLS1.3',
): Promise<PeerProcess & { readonly port: number }> {
  const files = `cert=${serverCert},key=${serverKey},cafile=${ca}`;
  const versions = `openssl-min-proto-version=${version},openssl-max-proto-version=${version}`;
  const listen = `OPENSSL-LISTEN:0,bind=127.0.0.1,reuseaddr,fork,verify=1,${files},${versions}`;
  return await startListener([listen, `TCP:127.0.0.1:${port}`]);
}

async function startListener(addresses: readonly string[]): Promise<PeerProcess & { readonly port: number }> {
  // Without `-t` the end of a connection holds the line for half a second more.
  const command = ['socat', '-t', '0', '-d', '-d', ...addresses] as [string, ...string[]];
  const { match, stop } = await startPeerProcess(command, /listening on .*:(\d+)/);
  return { port: Number(match[1]), stop };
}
