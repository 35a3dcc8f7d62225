import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { pathReferences } from '../../paths/path-references.ts';
import { declareRepository, type RepositoryDeclared, type RepositoryState, sourcesPath } from './declared.ts';
import { diffRepository } from './diff.ts';
import { importRepository } from './import.ts';
import { observeRepository, repositoryQueries } from './observe.ts';
import { repositoryOperations } from './operations.ts';
import { predictRepository } from './predict.ts';
import { restoreRepository } from './restore.ts';
import { repositorySchema } from './schema.ts';

/** A repository that apt, dnf, zypper or apk takes packages from, with its key. */
export const repository = defineResource<RepositoryDeclared, RepositoryState>()({
  type: 'repository',
  channel: 'sh',
  summary:
    'A repository that apt, dnf, zypper or apk takes packages from: its address, its key, and fresh package lists of it.',
  identityDescription:
    'Name of the repository: `docker` stands for the file `/etc/apt/sources.list.d/docker.sources`, in the form of deb822, or without `suites` for `/etc/yum.repos.d/docker.repo`, with `manager: zypper` for `/etc/zypp/repos.d/docker.repo`, or with `manager: apk` for `/etc/apk/repositories.d/docker.list`. Lines that other files hold stay as they are.',
  schema: repositorySchema,
  examples: [
    `- repository: docker
  uris: https://download.docker.com/linux/debian
  suites: bookworm
  components: stable
  key_source: files/docker.asc
  replaces: [/etc/apt/sources.list.d/docker.list]`,
    `- repository: backports
  uris: http://deb.debian.org/debian
  suites: bookworm-backports
  components: [main, contrib]
  signed_by: /usr/share/keyrings/debian-archive-keyring.gpg`,
    `- repository: nodesource
  uris: https://rpm.nodesource.com/pub_22.x/nodistro/nodejs/$basearch
  key_source: files/nodesource.asc
  fields: { priority: 9 }`,
    `- repository: monitoring
  manager: zypper
  uris: https://download.opensuse.org/repositories/server:/monitoring/$releasever/
  key_source: files/monitoring.asc
  fields: { autorefresh: true, priority: 90 }`,
    `- repository: community
  manager: apk
  uris: https://dl-cdn.alpinelinux.org/alpine/v3.22/community`,
    `- repository: old-mirror
  state: absent`,
  ],
  declare: declareRepository,
  claims: repositoryClaims,
  references: repositoryReferences,
  queries: repositoryQueries,
  observe: observeRepository,
  diff: diffRepository,
  operations: repositoryOperations,
  predict: predictRepository,
  paths: (declared, edits) => writtenPaths(declared, edits),
  restore: restoreRepository,
  undo: 'Its file, its key and the files that it replaced come back as they were. Package lists stay as they are, and so do packages that were installed from it and a key that rpm took.',
  importing: importRepository,
});

function repositoryClaims(declared: RepositoryDeclared): readonly string[] {
  const { key, replaces } = declared;
  const paths = [sourcesPath(declared), ...(key === null ? [] : [key.path]), ...replaces];
  return paths.flatMap((path) => [`path:${path}`, `content of:${path}`]);
}

/** A key that a file or a download brings must be there first. */
function repositoryReferences({ fields, key }: RepositoryDeclared): readonly Address[] {
  const named = fields.find(({ name }) => name === 'Signed-By' || name === 'gpgkey')?.value ?? '';
  const signedBy = named.replace(/^file:\/\//, '');
  if (key !== null || !signedBy.startsWith('/')) return [];
  return [formatAddress('file', signedBy), formatAddress('download', signedBy), ...pathReferences(signedBy)];
}

function writtenPaths(declared: RepositoryDeclared, edits: readonly { readonly path: string }[]): readonly string[] {
  const { key, replaces, whole } = declared;
  if (whole !== null) return edits.map((edit) => edit.path);
  return [sourcesPath(declared), ...(key === null ? [] : [key.path]), ...replaces];
}
