import { type Address, formatAddress, type Observed } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import type { FileState } from '../file/declared.ts';
import { diffFile } from '../file/diff.ts';
import { fileQueries, observeFile } from '../file/observe.ts';
import { fileOperations } from '../file/operations.ts';
import { predictFile } from '../file/predict.ts';
import { keepFile } from '../file/restore.ts';
import { type DownloadDeclared, type DownloadState, declareDownload, downloadSchema } from './declared.ts';
import { diffDownload } from './diff.ts';
import { downloadQueries, observeDownload } from './observe.ts';
import { downloadOperations } from './operations.ts';
import { predictDownload } from './predict.ts';
import { keepDownload, restoreDownload } from './restore.ts';

/** A file from a URL. What takes it back is a file like any other. */
export const download = defineResource<DownloadDeclared, DownloadState | FileState>()({
  type: 'download',
  channel: 'sh',
  summary:
    'A file from a URL, which the node fetches by curl or wget, or the controller for it; checked before it takes its place.',
  identityDescription: 'Absolute path of the file.',
  schema: downloadSchema,
  examples: [
    `- download: /usr/local/bin/kubectl
  url: https://dl.k8s.io/release/v1.31.0/bin/linux/amd64/kubectl
  sha256: 7c27adc64a84d1c0cc3dcf7bf4b6e916cc00f3f576a2dbac51b318d926032437
  mode: "0755"`,
    `- download: /srv/images/debian.qcow2
  url: https://cloud.debian.org/images/cloud/bookworm/latest/debian-12-generic-amd64.qcow2
  checksum_url: https://cloud.debian.org/images/cloud/bookworm/latest/SHA512SUMS
  timeout_seconds: 1800`,
    `- download: /opt/agent.deb
  url: https://downloads.example.com/agent-3.1.deb
  sha256: 0b6a7fd6d8a3e3b2b4e2a0f3c2d9a3f1c5b1b2f2b1b6d5a1a2f1e7c8d9e0f1a2
  through: controller`,
    `- download: /etc/pki/crl.pem
  url: http://pki.example.com/crl.pem
  refresh: when_changed`,
  ],
  declare: declareDownload,
  claims: ({ path }) => [`path:${path}`, `content of:${path}`],
  references: downloadReferences,
  queries: (declared) => (declared.back === null ? downloadQueries(declared) : fileQueries(declared.back)),
  observe: (declared, answers) =>
    declared.back === null ? observeDownload(declared, answers) : observeFile(declared.back, answers),
  diff: (declared, observed) =>
    declared.back === null ? diffDownload(declared, asDownload(observed)) : diffFile(declared.back, asFile(observed)),
  operations: (declared, edits, observed) =>
    declared.back === null
      ? downloadOperations(declared, edits, asDownload(observed))
      : fileOperations(declared.back, edits, asFile(observed)),
  predict: (declared, answers) =>
    declared.back === null ? predictDownload(declared, answers) : predictFile(declared.back, answers),
  restore: ({ declared, before, edited, kept }) =>
    restoreDownload({ declared, before: asDownload(before), edited, kept }),
  keep: (declared, edits, observed) =>
    declared.back === null
      ? keepDownload(declared, edits, asDownload(observed))
      : keepFile(declared.back, edits, asFile(observed)),
  undo: 'A file that was downloaded anew goes again. One that was replaced comes back when its SHA-256 was known and it had up to 10 MiB; owner, group and mode come back.',
  importing: { kind: 'none', why: 'A file does not say where it came from; `file` imports it as it is.' },
});

function downloadReferences({ path, ownership, tls, back }: DownloadDeclared): readonly Address[] {
  const { owner, group } = ownership;
  if (back?.state === 'absent') return [];
  return [
    ...pathReferences(path),
    ...Object.values(tls).flatMap((file) => (file === null ? [] : [formatAddress('file', file)])),
    ...(owner === null ? [] : [formatAddress('user', owner)]),
    ...(group === null ? [] : [formatAddress('group', group)]),
  ];
}

/** What was observed of a download, which `back` tells from a file. */
function asDownload(observed: Observed<DownloadState | FileState>): Observed<DownloadState> {
  return observed as Observed<DownloadState>;
}

function asFile(observed: Observed<DownloadState | FileState>): Observed<FileState> {
  return observed as Observed<FileState>;
}
