import type { Body } from '@setpoint/model';
import {
  canonicalValue,
  type DebField,
  formatStanza,
  parseStanzas,
  type Stanza,
} from '../../package-sources/deb822.ts';
import { canonicalRepoValue, formatRepoFile, parseRepoFile } from '../../package-sources/repo-file.ts';
import { formatRepositoryList, parseRepositoryList } from '../../package-sources/repository-list.ts';

/** How a package manager is told of a repository. */
export type Form = {
  /** The file that it stands in. */
  readonly path: (name: string) => string;
  /** The directory of that file, where it is not there from the beginning. */
  readonly directory?: string;
  /** The directory of keys, and where the one of a repository is kept, as text or binary. */
  readonly keyrings: string;
  readonly keyPaths: (name: string) => readonly [text: string, ...binary: string[]];
  /** The field that names the key, and its value for one that is kept at a path. */
  readonly keyField: string;
  readonly keyValue: (path: string) => string;
  readonly format: (name: string, fields: readonly DebField[]) => string;
  /** What a file says: the declared section is one of them where the form has names for them. */
  readonly parse: (name: string, text: string) => { readonly stanza: Stanza; readonly stanzas: number };
  readonly canonical: (value: string) => string;
  /** True for a field that says what is so anyway, by its name in lower case. */
  readonly isDefault: (key: string, value: string) => boolean;
  /** Property of the resource that a field belongs to. */
  readonly properties: ReadonlyMap<string, string>;
};

const noStanza: Stanza = new Map();

const apt: Form = {
  path: (name) => `/etc/apt/sources.list.d/${name}.sources`,
  keyrings: '/etc/apt/keyrings',
  keyPaths: (name) => [`/etc/apt/keyrings/${name}.asc`, `/etc/apt/keyrings/${name}.gpg`],
  keyField: 'Signed-By',
  keyValue: (path) => path,
  format: (_, fields) => formatStanza(fields),
  parse: (_, text) => {
    const all = parseStanzas(text);
    return { stanza: all[0] ?? noStanza, stanzas: all.length };
  },
  canonical: canonicalValue,
  // A name for people, which some tools add, means nothing to apt.
  isDefault: (key, value) => (key === 'enabled' ? canonicalValue(value) === 'yes' : key === 'x-repolib-name'),
  properties: new Map([
    ['Types', 'types'],
    ['URIs', 'uris'],
    ['Suites', 'suites'],
    ['Components', 'components'],
    ['Architectures', 'architectures'],
    ['Enabled', 'enabled'],
    ['Trusted', 'trusted'],
    ['Signed-By', 'signed_by'],
  ]),
};

const dnf: Form = {
  path: (name) => `/etc/yum.repos.d/${name}.repo`,
  keyrings: '/etc/pki/rpm-gpg',
  keyPaths: (name) => [`/etc/pki/rpm-gpg/RPM-GPG-KEY-${name}`, `/etc/pki/rpm-gpg/RPM-GPG-KEY-${name}.gpg`],
  keyField: 'gpgkey',
  keyValue: (path) => (path.startsWith('/') ? `file://${path}` : path),
  format: formatRepoFile,
  parse: (name, text) => {
    const sections = parseRepoFile(text);
    return { stanza: sections.get(name) ?? noStanza, stanzas: sections.size };
  },
  canonical: canonicalRepoValue,
  isDefault: (key, value) => key === 'enabled' && canonicalRepoValue(value) === '1',
  properties: new Map([
    ['baseurl', 'uris'],
    ['enabled', 'enabled'],
    ['gpgcheck', 'trusted'],
    ['gpgkey', 'signed_by'],
  ]),
};

/** A `.repo` file with defaults of its own; a key is good for all repositories once rpm has taken it, and rpm takes text alone. */
const zypper: Form = {
  ...dnf,
  path: (name) => `/etc/zypp/repos.d/${name}.repo`,
  keyPaths: (name) => [`/etc/pki/rpm-gpg/RPM-GPG-KEY-${name}`],
  // zypper itself writes these, also to files that did not have them; it finds out the type.
  isDefault: (key, value) => key === 'type' || zypperDefaults.get(key) === canonicalRepoValue(value),
};

const zypperDefaults: ReadonlyMap<string, string> = new Map([
  ['enabled', '1'],
  ['autorefresh', '0'],
  ['keeppackages', '0'],
  ['priority', '99'],
  ['path', '/'],
]);

/** Which key is for which repository is told nowhere: each of them is good for all. */
const apk: Form = {
  path: (name) => `/etc/apk/repositories.d/${name}.list`,
  directory: '/etc/apk/repositories.d',
  keyrings: '/etc/apk/keys',
  keyPaths: (name) => [`/etc/apk/keys/${name}.rsa.pub`],
  keyField: '',
  keyValue: (path) => path,
  format: (_, fields) => formatRepositoryList(fields),
  parse: (_, text) => {
    const stanza = parseRepositoryList(text);
    return { stanza, stanzas: stanza.size === 0 ? 0 : 1 };
  },
  canonical: canonicalValue,
  isDefault: () => false,
  properties: new Map([
    ['URIs', 'uris'],
    ['Tag', 'tag'],
    ['Enabled', 'enabled'],
  ]),
};

export const forms: Readonly<Record<'apt' | 'dnf' | 'zypper' | 'apk', Form>> = { apt, dnf, zypper, apk };

export type FormName = keyof typeof forms;

/** Where the key of a repository is kept; apk looks for one by the name that it was signed with. */
export function keyPathFor(
  form: FormName,
  name: string,
  key: { readonly body: Body; readonly name: string | undefined },
): string {
  const { keyPaths, keyrings } = forms[form];
  if (key.name !== undefined) return `${keyrings}/${key.name}`;
  const [text, binary = text] = keyPaths(name);
  return key.body.text === undefined ? binary : text;
}
