import { contentKind } from './content.ts';
import { probeKind } from './probe.ts';
import type { QueryKind } from './query-kind.ts';
import { statKind } from './stat.ts';

/** Every query kind of the `sh` channel, by name. */
export const queryKinds: ReadonlyMap<string, QueryKind> = new Map(
  [statKind, contentKind, probeKind].map((kind) => [kind.kind, kind]),
);
