import type { Query } from '@setpoint/model';
import { type MountEntry, readMountTable } from '../kernel/mount-table.ts';
import { isFarType } from '../queries/mount.ts';

/** A path that was asked about, and the file system on which it lies. */
export type FarPath = { readonly path: string; readonly mount: MountEntry };

/** Paths of the queries on file systems that another host or a program serves, and that hang with it; `table` is a mountinfo. */
export function farPathsOf(queries: readonly Query[], table: string): readonly FarPath[] {
  const mounts = readMountTable(table);
  const paths = new Set(queries.flatMap((query) => Object.values(query).filter(isPath)));
  return [...paths].flatMap((path) => {
    const mount = mountOf(path, mounts);
    return mount !== undefined && isFarType(mount.type) ? [{ path, mount }] : [];
  });
}

function isPath(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('/');
}

/** The innermost one, and of several at one place the last: it hides the others. */
function mountOf(path: string, mounts: readonly MountEntry[]): MountEntry | undefined {
  const holding = mounts.filter(({ target }) => `${path}/`.startsWith(target === '/' ? '/' : `${target}/`));
  const longest = Math.max(...holding.map(({ target }) => target.length));
  return holding.findLast(({ target }) => target.length === longest);
}
