import { type Address, formatAddress, type Observed } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { parentOf } from '../../paths/absolute-path.ts';
import { pathReferences } from '../../paths/path-references.ts';
import type { FileState } from '../file/declared.ts';
import { diffFile } from '../file/diff.ts';
import { fileQueries, observeFile } from '../file/observe.ts';
import { fileOperations } from '../file/operations.ts';
import { predictFile } from '../file/predict.ts';
import { keepFile } from '../file/restore.ts';
import { declareTarball, type TarballDeclared, type TarballState, tarballSchema } from './declared.ts';
import { diffTarball } from './diff.ts';
import { fileOf, observeTarball, tarballQueries } from './observe.ts';
import { tarballOperations } from './operations.ts';
import { predictTarball } from './predict.ts';
import { restoreTarball } from './restore.ts';

/** An archive of a directory of the node. What takes it back is a file like any other. */
export const tarball = defineResource<TarballDeclared, TarballState | FileState>()({
  type: 'tarball',
  channel: 'sh',
  summary:
    'An archive of a directory of the node, by its GNU tar. The plan compares what the file holds with what the directory holds, names, contents, owners, modes and times, and it is packed anew when that differs. Resources in the directory are done first. With `commit`, an archive of what a commit of a git repository on the node holds.',
  identityDescription: 'Absolute path of the file.',
  schema: tarballSchema,
  examples: [
    `- tarball: /var/backups/app.tar.gz
  tree: /srv/app
  exclude: [cache, "*.log"]
  mode: "0600"`,
    `- tarball: /srv/downloads/site.tar.zst
  tree: /srv/site
  owner: www-data`,
    `- tarball: /srv/releases/app-1.2.tar.gz
  tree: /srv/app
  commit: v1.2
  prefix: app-1.2/`,
  ],
  declare: declareTarball,
  claims: ({ path }) => [`path:${path}`, `content of:${path}`],
  references: tarballReferences,
  holds: ({ tree, back }) => (back === null ? { directory: tree, query: 'packed' } : undefined),
  queries: (declared) => (declared.back === null ? tarballQueries(declared) : fileQueries(declared.back)),
  observe: (declared, answers) =>
    declared.back === null ? observeTarball(declared, answers) : observeFile(declared.back, answers),
  diff: (declared, observed) =>
    declared.back === null ? diffTarball(declared, asTarball(observed)) : diffFile(declared.back, observed),
  operations: (declared, edits, observed) =>
    declared.back === null
      ? tarballOperations(declared, edits, asTarball(observed))
      : fileOperations(declared.back, edits, observed),
  predict: (declared, answers) =>
    declared.back === null ? predictTarball(declared, answers) : predictFile(declared.back, answers),
  restore: ({ declared, before, edited, kept }) =>
    restoreTarball({ declared, before: asTarball(before), edited, kept }),
  keep: (declared, edits, observed) => keepFile(declared.back ?? fileOf(declared), edits, observed),
  undo: 'A file that was packed anew goes again. One that was replaced comes back when it had up to 10 MiB; owner, group and mode come back.',
  importing: { kind: 'none', why: 'A file does not say which directory it holds; `file` imports it as it is.' },
});

/** What was observed of an archive, which `back` tells from a file. */
function asTarball(observed: Observed<TarballState | FileState>): Observed<TarballState> {
  return observed as Observed<TarballState>;
}

/** What lies in the tree is waited for by what the tree holds; what brings the tree from above is named here. */
function tarballReferences({ path, tree, ownership, back }: TarballDeclared): readonly Address[] {
  const { owner, group } = ownership;
  if (back?.state === 'absent') return [];
  return [
    ...pathReferences(path),
    ...bringersOf(tree),
    ...['tar', 'git', 'gzip', 'zstd', 'xz-utils', 'xz'].map((name) => formatAddress('package', name)),
    ...(owner === null ? [] : [formatAddress('user', owner)]),
    ...(group === null ? [] : [formatAddress('group', group)]),
  ];
}

function bringersOf(tree: string): readonly Address[] {
  const addresses: Address[] = [];
  for (let parent = parentOf(tree); parent !== '/'; parent = parentOf(parent))
    addresses.push(formatAddress('archive', parent), formatAddress('git', parent));
  return addresses;
}
