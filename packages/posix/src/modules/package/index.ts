import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import { declarePackage, type PackageDeclared, type PackageState, packageSchema } from './declared.ts';
import { diffPackage } from './diff.ts';
import { importPackage } from './import.ts';
import { observePackage, packageQueries } from './observe.ts';
import { packageOperations } from './operations.ts';
import { predictPackage } from './predict.ts';
import { restorePackage } from './restore.ts';
import { mergeTransactions } from './transaction.ts';

/** A package: installed or not, in which version, held or not. */
export const packageModule = defineResource<PackageDeclared, PackageState>()({
  type: 'package',
  channel: 'sh',
  summary:
    'A package of the node, by whichever of apt, dnf, zypper, pacman and apk keeps them there: installed or not, its version, and whether it is held.',
  identityDescription:
    'Name of the package as the package manager of the node has it, or `name:architecture`; with apk also what a package provides, such as `cmd:vi` or `so:libz.so.1`.',
  schema: packageSchema,
  examples: [
    '- package: nginx',
    `- package: postgresql-15
  version: 15.*
  hold: true`,
    `- package: openssl
  state: latest
  cache_valid_time: 3600`,
    `- package: node-exporter
  source: files/node-exporter_1.8.2_amd64.deb`,
    `- package: google-chrome-stable
  file: /var/cache/chrome.deb`,
    `- package: telnetd
  state: purged`,
  ],
  declare: declarePackage,
  references: ({ file }) => (file?.kind === 'node' ? fileReferences(file.path) : []),
  queries: packageQueries,
  observe: observePackage,
  diff: diffPackage,
  operations: packageOperations,
  predict: predictPackage,
  restore: restorePackage,
  undo: 'The version that was installed comes back, as a downgrade if need be and if the package lists still have it; a package that was installed is purged again. Packages that came along as dependencies stay, except with apk, which keeps nothing that nothing asks for.',
  importing: importPackage,
  merge: mergeTransactions,
});

function fileReferences(path: string): readonly Address[] {
  return [formatAddress('file', path), formatAddress('download', path), ...pathReferences(path)];
}
