/** One mount as `/proc/self/mountinfo` tells it. */
export type MountEntry = {
  /** Major and minor number of the file system. */
  readonly device: string;
  /** What of the file system is seen: `/` unless it is a bind mount. */
  readonly root: string;
  readonly target: string;
  readonly type: string;
  readonly source: string;
  /** Those of the mount and those of its file system. */
  readonly options: readonly string[];
};

/** The mounts of a node, in the order in which they were made; lines that make no sense are left out. */
export function readMountTable(text: string): readonly MountEntry[] {
  return text.split('\n').flatMap((line) => {
    const [left = '', right = ''] = line.split(' - ', 2);
    const [, , device, root, target, options] = left.split(' ');
    const [type, source, superOptions = ''] = right.split(' ');
    if (device === undefined || root === undefined || target === undefined || options === undefined) return [];
    if (type === undefined || source === undefined || type === '') return [];
    return [
      {
        device,
        root: unescapeMount(root),
        target: unescapeMount(target),
        type,
        source: unescapeMount(source),
        options: [...options.split(','), ...superOptions.split(',')].filter((option) => option !== ''),
      },
    ];
  });
}

/** The mount that lies on top at a path; undefined when nothing is mounted there. */
export function mountAt(table: readonly MountEntry[], target: string): MountEntry | undefined {
  return table.findLast((entry) => entry.target === target);
}

/** The mount in which a path lies. */
export function mountAround(table: readonly MountEntry[], path: string): MountEntry | undefined {
  const around = table.filter(({ target }) => target === '/' || path === target || path.startsWith(`${target}/`));
  return around.reduce<MountEntry | undefined>(
    (best, entry) => (best === undefined || entry.target.length >= best.target.length ? entry : best),
    undefined,
  );
}

/** What of its file system a path is: what the root of a bind mount of it would be. */
export function rootOf(table: readonly MountEntry[], path: string): { device: string; root: string } | undefined {
  const around = mountAround(table, path);
  if (around === undefined) return undefined;
  const below = around.target === '/' ? path : path.slice(around.target.length);
  const root = `${around.root === '/' ? '' : around.root}${below === '/' ? '' : below}`;
  return { device: around.device, root: root === '' ? '/' : root };
}

/** Signs that separate fields are written as octal numbers, in fstab and in the tables of the kernel. */
export function unescapeMount(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 8)));
}

export function escapeMount(text: string): string {
  return text.replaceAll(/[ \t\n\\]/g, (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(8).padStart(3, '0')}`);
}
