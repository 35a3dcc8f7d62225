import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Files of an authority, a device and a client that it signed, and a client that signed itself. */
export type Certificates = {
  readonly ca: string;
  readonly serverCert: string;
  readonly serverKey: string;
  readonly clientCert: string;
  readonly clientKey: string;
  readonly strangerCert: string;
  readonly strangerKey: string;
  readonly remove: () => void;
};

/** Makes certificates that hold for a day; the device's is for 127.0.0.1 and plc.test. */
export async function makeCertificates(): Promise<Certificates> {
  const folder = mkdtempSync(join(tmpdir(), 'setpoint-certificates-'));
  const file = (name: string): string => join(folder, name);
  await makeSelfSigned(file('ca'), 'Plant authority');
  await makeSelfSigned(file('stranger'), 'Stranger');
  await makeSigned(file('server'), file('ca'), 'subjectAltName=IP:127.0.0.1,DNS:plc.test');
  // The role stands in an extension of its own (Modbus/TCP Security, 8.4).
  await makeSigned(file('client'), file('ca'), '1.3.6.1.4.1.50316.802.1=ASN1:UTF8String:operator');
  return {
    ca: file('ca.pem'),
    serverCert: file('server.pem'),
    serverKey: file('server.key'),
    clientCert: file('client.pem'),
    clientKey: file('client.key'),
    strangerCert: file('stranger.pem'),
    strangerKey: file('stranger.key'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const openssl = (...args: readonly string[]) => promisify(execFile)('openssl', [...args]);

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'] as const;

async function makeSelfSigned(path: string, name: string): Promise<void> {
  const files = ['-keyout', `${path}.key`, '-out', `${path}.pem`];
  await openssl('req', '-x509', ...newKey, '-days', '1', '-subj', `/CN=${name}`, ...files);
}

async function makeSigned(path: string, ca: string, extension: string): Promise<void> {
  writeFileSync(`${path}.ext`, `${extension}\n`);
  await openssl('req', ...newKey, '-subj', '/CN=setpoint test', '-keyout', `${path}.key`, '-out', `${path}.csr`);
  const signer = ['-CA', `${ca}.pem`, '-CAkey', `${ca}.key`, '-CAcreateserial', '-days', '1'];
  await openssl('x509', '-req', '-in', `${path}.csr`, ...signer, '-extfile', `${path}.ext`, '-out', `${path}.pem`);
}
