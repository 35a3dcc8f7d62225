import { accountKind } from './account.ts';
import { authorizedKeysKind } from './authorized-keys.ts';
import { certificateKind } from './certificate.ts';
import { containerKind } from './container.ts';
import { contentKind } from './content.ts';
import { crontabKind } from './crontab.ts';
import { downloadKind } from './download.ts';
import { dueChangesKind } from './due-changes.ts';
import { factsKind } from './facts.ts';
import { fileFlagsKind } from './file-flags.ts';
import { gitKind, gitRemoteKind } from './git.ts';
import { gitMirrorKind } from './git-mirror.ts';
import { globKind } from './glob.ts';
import { groupKind } from './group.ts';
import { kernelModuleKind } from './kernel-module.ts';
import { ledKind } from './led.ts';
import { listingKind } from './listing.ts';
import { localeKind } from './locale.ts';
import { membershipKind, primaryUsersKind } from './membership.ts';
import { mountKind } from './mount.ts';
import { nftTableKind } from './nft-table.ts';
import { packageKind } from './package.ts';
import { packageCandidateKind } from './package-candidate.ts';
import { packageFileKind } from './package-file.ts';
import { packageManagerKind } from './package-manager.ts';
import { packageSetKind } from './package-set.ts';
import { packageSourcesKind } from './package-sources.ts';
import { probeKind } from './probe.ts';
import type { QueryKind } from './query-kind.ts';
import { selinuxContextKind } from './selinux-context.ts';
import { shadowKind } from './shadow.ts';
import { sshKeyKind } from './ssh-key.ts';
import { statKind, statTargetKind } from './stat.ts';
import { sysctlKind } from './sysctl.ts';
import { tarballKind } from './tarball.ts';
import { textsKind } from './texts.ts';
import { toolKind } from './tool.ts';
import { treeKind } from './tree.ts';
import { unitKind } from './unit.ts';
import { unitNearKind } from './unit-near.ts';
import { userManagerKind, userUnitKind } from './user-unit.ts';

/** Every query kind of the `sh` channel, by name. */
export const queryKinds: ReadonlyMap<string, QueryKind> = new Map(
  [
    statKind,
    statTargetKind,
    ledKind,
    certificateKind,
    containerKind,
    contentKind,
    toolKind,
    treeKind,
    fileFlagsKind,
    selinuxContextKind,
    gitKind,
    downloadKind,
    gitRemoteKind,
    gitMirrorKind,
    globKind,
    listingKind,
    textsKind,
    tarballKind,
    probeKind,
    accountKind,
    authorizedKeysKind,
    crontabKind,
    groupKind,
    dueChangesKind,
    factsKind,
    membershipKind,
    primaryUsersKind,
    shadowKind,
    sshKeyKind,
    nftTableKind,
    packageKind,
    packageCandidateKind,
    packageFileKind,
    packageManagerKind,
    packageSetKind,
    packageSourcesKind,
    unitKind,
    unitNearKind,
    userUnitKind,
    userManagerKind,
    localeKind,
    kernelModuleKind,
    mountKind,
    sysctlKind,
  ].map((kind) => [kind.kind, kind]),
);
