/** Flags that the kernel shows, each with the word for its contrary, and which of the two it shows. */
const flags: Readonly<Record<string, { readonly shown: string; readonly isOn: boolean }>> = {
  ro: { shown: 'ro', isOn: true },
  rw: { shown: 'ro', isOn: false },
  nosuid: { shown: 'nosuid', isOn: true },
  suid: { shown: 'nosuid', isOn: false },
  nodev: { shown: 'nodev', isOn: true },
  dev: { shown: 'nodev', isOn: false },
  noexec: { shown: 'noexec', isOn: true },
  exec: { shown: 'noexec', isOn: false },
  noatime: { shown: 'noatime', isOn: true },
  nodiratime: { shown: 'nodiratime', isOn: true },
};

/** The declared options that what is mounted contradicts. Options that the kernel does not show, or shows in another way, are left out. */
export function contradictedOptions(declared: readonly string[], found: readonly string[]): readonly string[] {
  // A bind mount tells its own flag before that of the file system under it.
  const isReadOnly = found.find((option) => option === 'ro' || option === 'rw') === 'ro';
  return lastOfEach(declared).filter((option) => {
    const flag = flags[option];
    if (flag?.shown === 'ro') return flag.isOn !== isReadOnly;
    if (flag !== undefined) return flag.isOn !== found.includes(flag.shown);
    return contradictsValue(option, found);
  });
}

/** Where several options speak of the same flag, the last one counts. */
function lastOfEach(options: readonly string[]): readonly string[] {
  return [...new Map(options.map((option) => [flags[option]?.shown ?? option.split('=', 1)[0], option])).values()];
}

function contradictsValue(option: string, found: readonly string[]): boolean {
  const [name = '', value = ''] = option.split('=', 2);
  const shown = found.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
  if (shown === undefined) return false;
  if (name === 'mode') return /^[0-7]+$/.test(value) && Number.parseInt(value, 8) !== Number.parseInt(shown, 8);
  const [wanted, present] = [sizeOf(value), sizeOf(shown)];
  return ['size', 'uid', 'gid', 'nr_inodes'].includes(name) && wanted !== undefined && wanted !== present;
}

function sizeOf(text: string): number | undefined {
  const [, digits, unit = ''] = /^(\d+)([kmg]?)$/i.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits) * 1024 ** ['', 'k', 'm', 'g'].indexOf(unit.toLowerCase());
}

/** A line with the values of passwords in it hidden. */
export function maskCredentials(line: string): string {
  return line.replaceAll(/\b(pass|passwd|password2?|secret)=[^,\s]*/g, '$1=(hidden)');
}

/** True for an option that gives a password away to whoever sees it. */
export function isCredential(option: string): boolean {
  return maskCredentials(option) !== option;
}
