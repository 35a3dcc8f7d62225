import {
  type DeclarationProblem,
  type DriverSettings,
  isJsonObject,
  type Json,
  type JsonObject,
  type PropertySchema,
} from '@setpoint/model';
import type { Endpoint } from '../client/index.ts';
import type { ResolvedProfile } from '../profiles/profile.ts';
import { checkProfile } from '../profiles/resolve.ts';
import { profileSchema } from '../profiles/schema.ts';

/** How one Modbus node is reached and how patient its driver is, read from settings that are valid against the schema. */
export type ModbusSettings = {
  readonly endpoint: Endpoint;
  readonly unit: number;
  readonly connectTimeoutMs: number;
  /** How long one reply may take. */
  readonly timeoutMs: number;
  /** How often a read without a reply is sent again. */
  readonly retries: number;
  /** How long a device that says it is busy is asked again. */
  readonly busyMs: number;
  readonly pauseAfterConnectMs: number;
  readonly requestPauseMs: number;
  readonly maxOutstanding: number;
};

const seconds = (description: string, defaultSeconds: number): JsonObject => ({
  type: 'number',
  minimum: 0,
  maximum: 3600,
  default: defaultSeconds,
  description,
});

const textSchema = (description: string): JsonObject => ({ type: 'string', minLength: 1, description });

/** JSON Schema of the settings under `modbus:` in the inventory. */
export const modbusSettingsSchema: PropertySchema = {
  type: 'object',
  description: 'A device that speaks Modbus: over TCP, RTU frames over TCP, TLS, or a serial line.',
  properties: {
    host: textSchema('Name or address of the device or gateway.'),
    port: {
      type: 'integer',
      minimum: 1,
      maximum: 65535,
      description: 'TCP port. Default: 502, and 802 with `tls`.',
    },
    unit: {
      type: 'integer',
      minimum: 0,
      maximum: 255,
      default: 1,
      description:
        'Unit identifier (slave address): 1 to 247 on a bus; over TCP 0 and 255 often mean the device itself.',
    },
    framing: {
      enum: ['tcp', 'rtu'],
      default: 'tcp',
      description:
        'How frames travel over the TCP connection: Modbus TCP, or RTU frames as transparent serial gateways send them.',
    },
    tls: {
      type: 'object',
      description:
        'Modbus/TCP Security: TLS, with a certificate of its own where the device asks for one. Paths start at the project directory.',
      required: ['certificate', 'key'],
      properties: {
        ca: textSchema(
          'File with the certificates (PEM) that the device must be signed by. Default: those the system trusts.',
        ),
        certificate: textSchema('File with the certificate (PEM) to show to the device.'),
        key: textSchema('File with the private key (PEM) of that certificate.'),
        server_name: textSchema('The name that the certificate of the device must bear. Default: `host`.'),
      },
      additionalProperties: false,
    },
    serial: {
      type: 'object',
      description: 'A serial line of this machine, with RTU frames. Needs the optional package `serialport`.',
      properties: {
        path: textSchema('The device of the line, such as /dev/ttyUSB0.'),
        baud_rate: { type: 'integer', minimum: 50, maximum: 4000000, default: 19200, description: 'Bits per second.' },
        parity: { enum: ['none', 'even', 'odd'], default: 'even', description: 'Parity.' },
        data_bits: { enum: [7, 8], default: 8, description: 'Data bits.' },
        stop_bits: { enum: [1, 2], default: 1, description: 'Stop bits.' },
        echo: {
          type: 'boolean',
          default: false,
          description: 'The adapter gives back what was sent, as some RS-485 adapters do.',
        },
      },
      required: ['path'],
      additionalProperties: false,
    },
    profile: textSchema('Path of the device profile, a YAML register map, from the project directory.'),
    connect_timeout_seconds: seconds('How long connecting may take.', 10),
    timeout_seconds: seconds('How long one reply may take.', 2),
    retries: {
      type: 'integer',
      minimum: 0,
      maximum: 10,
      default: 1,
      description: 'How often a read is sent again when no reply came. Writes are never sent again blindly.',
    },
    busy_seconds: seconds('How long a device that answers "busy" is asked again.', 20),
    pause_after_connect_seconds: seconds('Waits this long after connecting before the first request.', 0),
    request_pause_seconds: seconds('Waits this long between requests.', 0),
    outstanding: {
      type: 'integer',
      minimum: 1,
      maximum: 16,
      default: 1,
      description:
        'Requests sent before the first of them is answered. Many devices lose requests when it is more than 1.',
    },
  },
  additionalProperties: false,
};

/**
 * Reads the settings of a node; what the inventory leaves open, the profile says. A sentence that says what is missing when they
 * lead nowhere.
 */
export function readModbusSettings(
  settings: Settings,
  profile: ResolvedProfile | undefined,
  projectPath: (path: string) => string,
): ModbusSettings | string {
  const endpoint = endpointOf(settings, projectPath);
  if (typeof endpoint === 'string') return endpoint;
  const pace = profile?.pace;
  return {
    endpoint,
    unit: number(settings, 'unit', profile?.unit ?? 1),
    connectTimeoutMs: number(settings, 'connect_timeout_seconds', 10) * 1000,
    timeoutMs: milliseconds(settings, 'timeout_seconds', pace?.timeoutMs ?? 2000),
    retries: number(settings, 'retries', 1),
    busyMs: milliseconds(settings, 'busy_seconds', pace?.busyMs ?? 20_000),
    pauseAfterConnectMs: milliseconds(settings, 'pause_after_connect_seconds', pace?.pauseAfterConnectMs ?? 0),
    requestPauseMs: milliseconds(settings, 'request_pause_seconds', pace?.requestPauseMs ?? 0),
    maxOutstanding: number(settings, 'outstanding', profile?.limits.outstanding ?? 1),
  };
}

type Settings = Readonly<Record<string, Json>>;

function endpointOf(settings: Settings, projectPath: (path: string) => string): Endpoint | string {
  const { serial, tls, host } = settings;
  if (isJsonObject(serial)) {
    if (host !== undefined) return '`host` and `serial` are two ways to the device; keep one of them.';
    return serialEndpoint(serial);
  }
  if (typeof host !== 'string') return 'neither `host` nor `serial` says how the device is reached.';
  const port = number(settings, 'port', tls === undefined ? 502 : 802);
  if (isJsonObject(tls)) return tlsEndpoint({ host, port }, tls, projectPath);
  return { kind: settings['framing'] === 'rtu' ? 'rtu-over-tcp' : 'tcp', host, port };
}

function serialEndpoint(serial: Settings): Endpoint {
  const parity = serial['parity'];
  return {
    kind: 'serial',
    path: text(serial, 'path'),
    baud: number(serial, 'baud_rate', 19200),
    dataBits: number(serial, 'data_bits', 8) === 7 ? 7 : 8,
    parity: parity === 'none' || parity === 'odd' ? parity : 'even',
    stopBits: number(serial, 'stop_bits', 1) === 2 ? 2 : 1,
    echo: serial['echo'] === true,
  };
}

function tlsEndpoint(
  at: { readonly host: string; readonly port: number },
  tls: Settings,
  projectPath: (path: string) => string,
): Endpoint {
  const { ca, server_name: serverName } = tls;
  return {
    kind: 'tls',
    ...at,
    certFile: projectPath(text(tls, 'certificate')),
    keyFile: projectPath(text(tls, 'key')),
    ...(typeof ca === 'string' ? { caFile: projectPath(ca) } : {}),
    ...(typeof serverName === 'string' ? { serverName } : {}),
  };
}

function number(settings: Settings, key: string, otherwise: number): number {
  const value = settings[key];
  return typeof value === 'number' ? value : otherwise;
}

function text(settings: Settings, key: string): string {
  const value = settings[key];
  return typeof value === 'string' ? value : '';
}

function milliseconds(settings: Settings, key: string, otherwiseMs: number): number {
  const value = settings[key];
  return typeof value === 'number' ? value * 1000 : otherwiseMs;
}

/** Why the settings do not say how the device is reached. */
function wayProblem({ serial }: Settings): Pick<DeclarationProblem, 'detail' | 'hint'> {
  return serial === undefined
    ? {
        detail: 'Nothing says how the device is reached.',
        hint: 'Add `host`, or `serial` with the path of a serial line, under `modbus`.',
      }
    : { detail: '`host` and `serial` are two ways to the device.', hint: 'Keep one of them.' };
}

/** What the settings under `modbus:` are, with the device profile that they may name. */
export const modbusDriverSettings: DriverSettings = {
  channel: 'modbus',
  schema: modbusSettingsSchema,
  check: (settings) => {
    const endpoint = endpointOf(settings, (path) => path);
    return typeof endpoint === 'string' ? [{ property: '', ...wayProblem(settings) }] : [];
  },
  files: { profile: { what: 'device profile', schema: profileSchema, check: checkProfile } },
};
