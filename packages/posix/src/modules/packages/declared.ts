import type { DeclarationProblem } from '@setpoint/model';
import { Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import type { PackageManagerName } from '../../package-managers/manager.ts';
import type { DueChange, DueChangesQuery } from '../../queries/due-changes.ts';

/** All packages of the node as declared, in canonical form. */
export type PackagesDeclared = {
  readonly upgrade: DueChangesQuery['upgrade'];
  readonly unneeded: DueChangesQuery['unneeded'];
  readonly cacheValidTimeSeconds: number;
};

/** What the package manager would change by now. */
export type PackagesState = {
  readonly manager: PackageManagerName;
  /** Why the lists have to be refreshed before anybody can tell; empty when they need not be. */
  readonly refresh: string;
  readonly changes: readonly DueChange[];
};

export const packagesSchema = Type.Object(
  {
    upgrade: Type.Optional(
      Type.Union([Type.Literal('safe'), Type.Literal('full')], {
        description:
          'safe: every package has the newest version that can be had without removing another. full: packages that are in the way are removed, as by `apt-get dist-upgrade`; dnf, zypper, pacman and apk know one kind of upgrade only, and that of apk removes what nothing needs any more as well. Packages on hold stay as they are. Left as they are when not declared.',
      }),
    ),
    unneeded: Type.Optional(
      Type.Literal('removed', {
        description:
          'Remove packages that came along with others and that nothing needs any more, as `apt-get autoremove` does. What an upgrade leaves without need goes with them; dnf, zypper and pacman tell of it only after the upgrade. Left as they are when not declared.',
      }),
    ),
    cache_valid_time: Type.Optional(
      Type.Integer({
        description: 'Refresh the package lists when they are older than this many seconds. Default: 86400.',
        minimum: 0,
      }),
    ),
  },
  { additionalProperties: false },
);

/** Lists older than a day cannot tell what is the latest. */
const validTimeSeconds = 86_400;

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declarePackages({
  identity,
  properties,
}: TypedInput<typeof packagesSchema>): TypedDeclaration<PackagesDeclared> {
  const { upgrade = '', unneeded = '', cache_valid_time: cacheValidTimeSeconds = validTimeSeconds } = properties;
  const problems: DeclarationProblem[] = [];
  if (identity !== 'all') {
    const detail = `\`packages\` is about all packages of the node, not about "${identity}".`;
    const hint = `\`package: ${identity}\` declares one; here write \`packages: all\``;
    problems.push({ property: '', detail, hint });
  } else if (upgrade === '' && unneeded === '') {
    const detail = 'Nothing is declared of the packages of the node.';
    problems.push({ property: '', detail, hint: 'add `upgrade: safe`, or `unneeded: removed`' });
  }
  if (problems.length > 0) return { kind: 'invalid', problems };
  return { kind: 'declared', identity, declared: { upgrade, unneeded, cacheValidTimeSeconds } };
}
