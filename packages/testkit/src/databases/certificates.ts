import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runOrThrow } from '../fleet/run-command.ts';
import { giveToServer } from './template.ts';

/** An authority of a test's own and what it has signed, as files of one folder. */
export type TestAuthority = {
  /** The authority's certificate. */
  readonly caFile: string;
  /**
   * Makes a key and a certificate for a server or an account; names are host names, or addresses that begin with `IP:`. The key is
   * readable by nobody but the account that servers run as.
   */
  readonly issue: (folder: string, commonName: string, names: readonly string[]) => Promise<Issued>;
};

/** Paths of PEM files. */
export type Issued = { readonly certificateFile: string; readonly keyFile: string };

/** Makes an authority in a folder with openssl. */
export async function makeAuthority(folder: string): Promise<TestAuthority> {
  const caFile = join(folder, 'ca.pem');
  const caKey = join(folder, 'ca.key');
  await openssl([
    'req',
    '-x509',
    ...newKey(caKey),
    '-subj',
    '/CN=Setpoint test authority',
    '-days',
    '2',
    '-out',
    caFile,
  ]);
  return {
    caFile,
    issue: async (to, commonName, names) => {
      const [keyFile, request, certificateFile] = ['key', 'csr', 'crt'].map((end) => join(to, `server.${end}`));
      if (keyFile === undefined || request === undefined || certificateFile === undefined) throw new Error('no paths');
      await openssl(['req', ...newKey(keyFile), '-subj', `/CN=${commonName}`, '-out', request]);
      const extensions = join(to, 'server.ext');
      const alternatives = names.map((name) => (name.startsWith('IP:') ? name : `DNS:${name}`)).join(',');
      writeFileSync(extensions, names.length === 0 ? '' : `subjectAltName=${alternatives}\n`);
      const signed = ['-CA', caFile, '-CAkey', caKey, '-CAcreateserial', '-days', '2', '-extfile', extensions];
      await openssl(['x509', '-req', '-in', request, ...signed, '-out', certificateFile]);
      chmodSync(keyFile, 0o600);
      await giveToServer(keyFile);
      await giveToServer(certificateFile);
      return { certificateFile, keyFile };
    },
  };
}

function newKey(path: string): readonly string[] {
  return ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', path];
}

async function openssl(args: readonly string[]): Promise<void> {
  await runOrThrow('openssl', args, { timeoutMs: 20_000 });
}
