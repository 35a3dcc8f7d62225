import type { SerialPort } from 'serialport';
import type { OpenFailure } from './client.ts';
import type { ConnectOptions } from './connect-socket.ts';
import type { SerialEndpoint } from './endpoint.ts';
import { explainConnectError, explainConnectTimeout } from './failures.ts';
import type { Link } from './link.ts';

/** Opens a serial port with the library `serialport`, which is loaded now and need not be installed otherwise. */
export async function connectSerial(endpoint: SerialEndpoint, options: ConnectOptions): Promise<Link | OpenFailure> {
  const library = await loadLibrary();
  if ('kind' in library) return library;
  const { path, baud: baudRate, dataBits, parity, stopBits } = endpoint;
  const port = new library.SerialPort({ path, baudRate, dataBits, parity, stopBits, autoOpen: false });
  const opened = await openPort(port, endpoint, options);
  return opened ?? linkOf(port);
}

type Library = { readonly SerialPort: typeof SerialPort };

async function loadLibrary(): Promise<Library | OpenFailure> {
  try {
    return await import('serialport');
  } catch (error) {
    const why = `serial ports need the package serialport, which cannot be loaded (${firstLine(error)})`;
    return { kind: 'failed', why, hint: 'Install it beside setpoint: npm install serialport@13.0.0' };
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

function openPort(
  port: SerialPort,
  endpoint: SerialEndpoint,
  { timeoutMs, signal }: ConnectOptions,
): Promise<OpenFailure | undefined> {
  return new Promise((resolve) => {
    let waiting = true;
    const settle = (failure: OpenFailure | undefined): void => {
      if (!waiting) return;
      waiting = false;
      clearTimeout(deadline);
      signal.removeEventListener('abort', onAbort);
      resolve(failure);
    };
    const onAbort = (): void => settle({ kind: 'failed', why: 'connecting was given up' });
    const deadline = setTimeout(() => settle(explainConnectTimeout(endpoint, timeoutMs)), timeoutMs);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
    port.open((error) => {
      // Opening cannot be taken back: a port that opens after all is closed again.
      if (error === null && !waiting) port.close();
      settle(error === null ? undefined : explainConnectError(endpoint, error));
    });
  });
}

function linkOf(port: SerialPort): Link {
  return {
    send: (bytes) => void port.write(Buffer.from(bytes)),
    listen: ({ onBytes, onEnd }) => {
      port.on('data', onBytes);
      port.on('error', (error: Error) => onEnd(`the serial port failed (${error.message})`));
      port.on('close', () => onEnd('the serial port was closed'));
    },
    close: () => closePort(port),
  };
}

function closePort(port: SerialPort): Promise<void> {
  return new Promise((resolve) => {
    if (port.isOpen) port.close(() => resolve());
    else resolve();
  });
}
