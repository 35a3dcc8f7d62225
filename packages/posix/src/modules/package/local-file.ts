import { type Body, type DeclarationProblem, type Diagnostic, errorDiagnostic } from '@setpoint/model';
import type { Static } from '@setpoint/sdk';
import type { PackageManagerName } from '../../package-managers/manager.ts';
import { canonicalPath } from '../../paths/absolute-path.ts';
import { withoutArchitecture } from '../../queries/package.ts';
import type { PackageFileValue } from '../../queries/package-file.ts';
import type { PackageDeclared, packageSchema } from './declared.ts';
import { readWanted } from './wanted-version.ts';

/** A file that the package is installed from, instead of a repository. */
export type LocalFile =
  /** A file beside the playbook. */
  | { readonly kind: 'project'; readonly source: string; readonly body: Pick<Body, 'sha256' | 'sizeBytes'> }
  /** A file of the node, by its absolute path. */
  | { readonly kind: 'node'; readonly path: string };

/** The file as it is written, for titles and problems. */
export function fileName(file: LocalFile): string {
  return file.kind === 'project' ? file.source : file.path;
}

type Input = {
  readonly identity: string;
  readonly properties: Static<typeof packageSchema>;
  readonly body: Body | undefined;
};

type DeclaredFile = {
  readonly file: LocalFile | null;
  /** The version that the name of the file tells, where none is declared. */
  readonly version?: string;
  readonly problems: readonly DeclarationProblem[];
};

/** The file of a declaration, if it has one, and what is wrong with it. */
export function declareFile(input: Input): DeclaredFile {
  const { source, file } = input.properties;
  if (source === undefined && file === undefined) return { file: null, problems: [] };
  const problems = otherProblems(input.properties);
  if (file !== undefined) {
    const path = canonicalPath(file);
    if (path.kind === 'invalid')
      return { file: null, problems: [...problems, { property: 'file', detail: path.detail, hint: path.hint }] };
    return { file: { kind: 'node', path: path.path }, problems };
  }
  return declareSource({ ...input, source: source ?? '' }, problems);
}

function declareSource(
  { identity, properties, body, source }: Input & { readonly source: string },
  problems: readonly DeclarationProblem[],
): DeclaredFile {
  // A body that could not be read is told of already.
  const { sha256 = '', sizeBytes = 0 } = body ?? {};
  const local: LocalFile = { kind: 'project', source, body: { sha256, sizeBytes } };
  const version = properties.version ?? versionInName(withoutArchitecture(identity), source);
  if (version !== undefined) return { file: local, version, problems };
  const detail = `The name of ${source} does not tell which version of ${identity} it holds.`;
  const hint = 'declare it as `version:`';
  return { file: local, problems: [...problems, { property: 'source', detail, hint }] };
}

function otherProblems(properties: Static<typeof packageSchema>): readonly DeclarationProblem[] {
  const { source, file, state = 'present', version } = properties;
  const problems: DeclarationProblem[] = [];
  const property = source === undefined ? 'file' : 'source';
  if (source !== undefined && file !== undefined)
    problems.push({ property: 'file', detail: 'A package comes from one file.', hint: 'remove source or file' });
  if (state !== 'present') {
    const detail = `A package that is declared ${state} does not come from a file.`;
    problems.push({ property, detail, hint: `remove ${property}, or state: ${state}` });
  }
  if (version !== undefined && readWanted(version)?.kind !== 'exact') {
    const detail = 'A file holds one version.';
    problems.push({ property: 'version', detail, hint: 'write the whole version, or remove it' });
  }
  return problems;
}

/** How packages are named as files: by Debian, by rpm, by pacman and by apk. */
const namings: readonly RegExp[] = [
  /^(?<name>[^_]+)_(?<version>[^_]+)_[^_]+\.deb$/,
  /^(?<name>.+)-(?<version>[^-]+-[^-]+)\.[^.]+\.rpm$/,
  /^(?<name>.+)-(?<version>[^-]+-[^-]+)-[^-]+\.pkg\.tar(\.[a-z0-9]+)?$/,
  /^(?<name>.+)-(?<version>[^-]+-r\d+)\.apk$/,
];

function versionInName(name: string, path: string): string | undefined {
  const base = path.slice(path.lastIndexOf('/') + 1);
  const groups = namings.map((naming) => naming.exec(base)?.groups).find((each) => each !== undefined);
  const version = groups?.['version']?.replaceAll(/%3a/gi, ':');
  return groups?.['name'] === name ? version : undefined;
}

/** Why the package cannot come from its file; `found` is what the node says of a file that it has. */
export function fileProblems(
  { name, version, file }: PackageDeclared,
  { manager, found }: { readonly manager: PackageManagerName; readonly found: PackageFileValue | 'absent' | undefined },
): readonly Diagnostic[] {
  if (file === null) return [];
  const written = fileName(file);
  const other = managerOfFile(written);
  if (other !== undefined && !other.includes(manager))
    return [
      problem(`${written} is a package for ${other.join(' and ')}, and the node keeps its packages with ${manager}.`),
    ];
  if (found === undefined) return [];
  if (found === 'absent') return [problem(`There is no file ${written} on the node.`)];
  if (found.name === '') return [problem(`${manager} cannot read ${written} as a package.`)];
  const isVersion = version === null || version === found.version;
  if (found.name === withoutArchitecture(name) && isVersion) return [];
  const wanted = version === null ? name : `${name} ${version}`;
  return [problem(`${written} holds ${found.name} ${found.version}, not ${wanted}.`)];
}

function problem(detail: string): Diagnostic {
  return errorDiagnostic('SP642', { detail });
}

function managerOfFile(path: string): readonly PackageManagerName[] | undefined {
  if (path.endsWith('.deb')) return ['apt'];
  if (path.endsWith('.rpm')) return ['dnf', 'zypper'];
  if (path.endsWith('.apk')) return ['apk'];
  return /\.pkg\.tar(\.[a-z0-9]+)?$/.test(path) ? ['pacman'] : undefined;
}
