/** Where a device, a gateway or a bus is reached, and how its bytes are framed there. */
export type Endpoint = TcpEndpoint | RtuOverTcpEndpoint | TlsEndpoint | SerialEndpoint;

/** Modbus TCP; port 502 unless the device says otherwise. */
export type TcpEndpoint = { readonly kind: 'tcp'; readonly host: string; readonly port: number };

/** Serial frames through a TCP connection, as plain serial gateways pass them. */
export type RtuOverTcpEndpoint = {
  readonly kind: 'rtu-over-tcp';
  readonly host: string;
  readonly port: number;
  /** The other side sends back what it is sent, before the reply; false unless declared. */
  readonly echo?: boolean;
};

/** Modbus/TCP Security: Modbus TCP within TLS 1.2 or newer, both sides with certificates; port 802. */
export type TlsEndpoint = {
  readonly kind: 'tls';
  readonly host: string;
  readonly port: number;
  /** PEM of the authorities that may have signed the device's certificate; those of Node unless declared. */
  readonly caFile?: string;
  readonly certFile: string;
  readonly keyFile: string;
  /** The name that the device's certificate must have; the host unless declared. */
  readonly serverName?: string;
  /** Whether a certificate of unknown origin or another name ends the connection; true unless declared. */
  readonly rejectUnauthorized?: boolean;
};

/** A serial bus at this machine. */
export type SerialEndpoint = {
  readonly kind: 'serial';
  /** The device file or port: `/dev/ttyUSB0`, `COM3`. */
  readonly path: string;
  readonly baud: number;
  readonly dataBits: 7 | 8;
  readonly parity: 'none' | 'even' | 'odd';
  readonly stopBits: 1 | 2;
  /** The adapter receives what it sends, as two-wire RS-485 adapters may; false unless declared. */
  readonly echo?: boolean;
};

/** Names an endpoint for people: `10.1.0.5:502`, `/dev/ttyUSB0`. */
export function describeEndpoint(endpoint: Endpoint): string {
  if (endpoint.kind === 'serial') return endpoint.path;
  const host = endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host;
  return `${host}:${endpoint.port}`;
}
