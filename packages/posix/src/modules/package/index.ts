import { type Address, formatAddress, type Observed, type Undo } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { readPackageSet } from '../../package-managers/package-sets.ts';
import { pathReferences } from '../../paths/path-references.ts';
import { declarePackage, type PackageDeclared, type PackageState, packageSchema } from './declared.ts';
import { diffPackage } from './diff.ts';
import { importPackage } from './import.ts';
import { observePackage, packageQueries } from './observe.ts';
import { packageOperations } from './operations.ts';
import { predictPackage } from './predict.ts';
import { restorePackage } from './restore.ts';
import { diffPackageSet } from './set/diff.ts';
import { observePackageSet, packageSetQueries } from './set/observe.ts';
import { packageSetOperations } from './set/operations.ts';
import { predictPackageSet } from './set/predict.ts';
import { restorePackageSet } from './set/restore.ts';
import type { PackageSetState } from './set/state.ts';
import { mergeTransactions } from './transaction.ts';

/** A package: installed or not, in which version, held or not. */
export const packageModule = defineResource<PackageDeclared, PackageState | PackageSetState>()({
  type: 'package',
  channel: 'sh',
  summary:
    'A package of the node, by whichever of apt, dnf, zypper, pacman and apk keeps them there: installed or not, its version, and whether it is held.',
  identityDescription:
    "Name of the package as the package manager of the node has it, or `name:architecture`; also what one package alone provides: a virtual name, with dnf and zypper the path of a file or a word such as `perl(CPAN)`, with zypper `pattern:NAME`, with apk a thing such as `cmd:vi`. Of several packages at once: a pattern such as `php8.2-*`, or with dnf and pacman a group, `'@web-server'`. The plan names each package that it stands for, and these alone are changed.",
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
    `- package: '@development'
  install_recommends: false`,
    `- package: php8.1-*
  state: absent`,
  ],
  declare: declarePackage,
  references: ({ file }) => (file?.kind === 'node' ? fileReferences(file.path) : []),
  queries: (declared) => (isSet(declared) ? packageSetQueries(declared) : packageQueries(declared)),
  observe: (declared, answers) =>
    isSet(declared) ? observePackageSet(declared, answers) : observePackage(declared, answers),
  diff: (declared, observed) =>
    isSet(declared)
      ? diffPackageSet(declared, observed as Observed<PackageSetState>)
      : diffPackage(declared, observed as Observed<PackageState>),
  operations: (declared, edits, observed) =>
    isSet(declared)
      ? packageSetOperations(declared, edits, observed as Observed<PackageSetState>)
      : packageOperations(declared, edits, observed as Observed<PackageState>),
  predict: (declared, answers) =>
    isSet(declared) ? predictPackageSet(declared, answers) : predictPackage(declared, answers),
  restore: (undo) =>
    isSet(undo.declared)
      ? restorePackageSet(undo as Undo<PackageDeclared, PackageSetState>)
      : restorePackage(undo as Undo<PackageDeclared, PackageState>),
  undo: 'The version that was installed comes back, as a downgrade if need be and if the package lists still have it; a package that was installed is purged again. Packages that came along as dependencies stay, except with apk, which keeps nothing that nothing asks for.',
  importing: importPackage,
  merge: mergeTransactions,
});

/** A name that stands for several packages; what is observed of them has the form that is theirs. */
function isSet({ name }: PackageDeclared): boolean {
  return readPackageSet(name) !== undefined;
}

function fileReferences(path: string): readonly Address[] {
  return [formatAddress('file', path), formatAddress('download', path), ...pathReferences(path)];
}
