import { accountKind } from './account.ts';
import { contentKind } from './content.ts';
import { factsKind } from './facts.ts';
import { groupKind } from './group.ts';
import { membershipKind, primaryUsersKind } from './membership.ts';
import { probeKind } from './probe.ts';
import type { QueryKind } from './query-kind.ts';
import { shadowKind } from './shadow.ts';
import { statKind, statTargetKind } from './stat.ts';

/** Every query kind of the `sh` channel, by name. */
export const queryKinds: ReadonlyMap<string, QueryKind> = new Map(
  [
    statKind,
    statTargetKind,
    contentKind,
    probeKind,
    accountKind,
    groupKind,
    factsKind,
    membershipKind,
    primaryUsersKind,
    shadowKind,
  ].map((kind) => [kind.kind, kind]),
);
