/** One version of one tiny Debian package, told by what differs from the others. */
export type PackageSpec = {
  readonly name: string;
  readonly version: string;
  /** Further control fields, such as `Depends` or `Provides`. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly files?: readonly PackageFile[];
  /** Absolute paths of files that dpkg treats as configuration. */
  readonly conffiles?: readonly string[];
  /** POSIX shell bodies, run with `set -e`. */
  readonly scripts?: Readonly<Partial<Record<MaintainerScript, string>>>;
};

export type MaintainerScript = 'preinst' | 'postinst' | 'prerm' | 'postrm';

/** A file of a package; `mode` is octal text and 0644 when left out. */
export type PackageFile = { readonly path: string; readonly content: string; readonly mode?: string };
