import { defineResource } from '@setpoint/sdk';
import { declarePackages, type PackagesDeclared, type PackagesState, packagesSchema } from './declared.ts';
import { diffPackages } from './diff.ts';
import { observePackages, packagesQueries } from './observe.ts';
import { packagesOperations } from './operations.ts';
import { predictPackages } from './predict.ts';

/** All packages of a node: up to date, and none that nobody needs. */
export const packages = defineResource<PackagesDeclared, PackagesState>()({
  type: 'packages',
  channel: 'sh',
  summary:
    'All packages of the node together: brought up to date, and those that nothing needs any more removed. The plan names each package with its versions, and what is due by then is compared with it before anything is changed.',
  identityDescription: '`all`; a node has one.',
  schema: packagesSchema,
  examples: [
    `- packages: all
  upgrade: safe`,
    `- packages: all
  upgrade: full
  unneeded: removed
  cache_valid_time: 3600`,
  ],
  declare: declarePackages,
  references: () => [],
  queries: packagesQueries,
  observe: observePackages,
  diff: diffPackages,
  operations: packagesOperations,
  predict: predictPackages,
  undo: 'Cannot be undone: older versions may be gone from the repositories. The plan and the journal tell which versions there were, and `package` with `version` and `allow_downgrade` brings one back.',
  importing: {
    kind: 'none',
    why: 'That everything is to be as new as can be is decided and not found; `package` imports what is installed.',
  },
});
