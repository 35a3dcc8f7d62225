import type { DeclarationProblem } from '@setpoint/model';
import { canonicalPath } from '../../paths/absolute-path.ts';
import type { RepositoryProperties } from './schema.ts';

/** What is wrong with the properties of a repository, beside its name and its key. */
export function propertyProblems(properties: RepositoryProperties): readonly DeclarationProblem[] {
  if (properties.state === 'absent') return absenceProblems(properties);
  return [
    ...managerProblems(properties),
    ...addressProblems(properties),
    ...suiteProblems(properties),
    ...wordProblems(properties),
    ...trustProblems(properties),
    ...fieldProblems(properties),
    ...replacesProblems(properties),
  ];
}

function absenceProblems(properties: RepositoryProperties): readonly DeclarationProblem[] {
  return Object.keys(properties)
    .filter((property) => property !== 'state')
    .map((property) => ({
      property,
      detail: `A repository that is declared absent has no ${property}.`,
      hint: `remove ${property}, or state: absent`,
    }));
}

/** The one or several words of a property. */
export function wordsOf(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? value.split(/\s+/).filter((word) => word !== '') : value;
}

/** Properties that a repository of apt alone has, beside its suites. */
const aptOnly = ['components', 'architectures', 'types', 'replaces'] as const;
const apkOnly = ['tag', 'key_name'] as const;
const foreign = {
  apk: ['suites', ...aptOnly, 'signed_by', 'trusted', 'fields'],
  zypper: ['suites', ...aptOnly, ...apkOnly],
} as const;

/** Properties that repositories of another manager have. */
function managerProblems(properties: RepositoryProperties): readonly DeclarationProblem[] {
  const { manager } = properties;
  return (manager === undefined ? apkOnly : foreign[manager])
    .filter((property) => properties[property] !== undefined && properties[property] !== false)
    .map((property) =>
      manager === undefined
        ? { property, detail: `Only a repository of apk has a ${property}.`, hint: 'add `manager: apk`' }
        : { property, detail: `A repository of ${manager} has no ${property}.`, hint: `remove ${property}` },
    );
}

/** Where an account for an address is kept instead. */
const credentialPlaces = {
  apt: 'a file in /etc/apt/auth.conf.d',
  apk: '/root/.netrc',
  zypper: 'a file in /etc/zypp/credentials.d that the address names with ?credentials=FILE',
} as const;

function addressProblems(properties: RepositoryProperties): readonly DeclarationProblem[] {
  const { uris, manager } = properties;
  const given = wordsOf(uris);
  const lists = mirrorLists(properties);
  if (given.length === 0 && (uris !== undefined || lists.length === 0))
    return [{ property: 'uris', detail: 'Nothing says where the repository is.', hint: 'add `uris:`' }];
  return [
    ...given.flatMap((uri) => addressFaults(uri, { manager, property: 'uris' })),
    ...lists.flatMap((uri) => addressFaults(uri, { manager, property: 'fields' })),
  ];
}

/** Where dnf and zypper find the addresses of a repository that declares none itself. */
function mirrorLists({ manager, suites, fields = {} }: RepositoryProperties): readonly string[] {
  if (manager === 'apk' || suites !== undefined) return [];
  return Object.entries(fields).flatMap(([name, value]) =>
    name === 'metalink' || name === 'mirrorlist' ? [String(value)] : [],
  );
}

function addressFaults(
  uri: string,
  { manager, property }: { readonly manager: RepositoryProperties['manager']; readonly property: 'uris' | 'fields' },
): readonly DeclarationProblem[] {
  if (!/^[a-z][a-z0-9+.-]*:\/?[^\s]+$/.test(uri) && !(manager === 'apk' && /^\/\S+$/.test(uri))) {
    const hint = 'such as https://deb.debian.org/debian, or file:/srv/packages';
    return [{ property, detail: `"${uri}" is not an address that packages can be fetched from.`, hint }];
  }
  if (/^[a-z0-9+.-]+:\/\/[^/@]*@/.test(uri)) {
    const detail = 'The address holds an account, which everybody on the node could read in the sources file.';
    const where = credentialPlaces[manager ?? 'apt'];
    return [{ property, detail, hint: `declare it in a \`file:\`, ${where}, with mode 0600` }];
  }
  return [];
}

function suiteProblems(properties: RepositoryProperties): readonly DeclarationProblem[] {
  const { suites, components } = properties;
  const given = wordsOf(suites);
  if (properties.suites === undefined && aptOnly.every((property) => properties[property] === undefined)) return [];
  if (given.length === 0) {
    const hint = 'add `suites:`, such as bookworm; `./` for a flat repository';
    return [{ property: 'suites', detail: 'Nothing says which part of the repository is meant.', hint }];
  }
  const flat = given.filter((suite) => suite.endsWith('/'));
  const hasComponents = wordsOf(components).length > 0;
  if (flat.length === 0 && !hasComponents)
    return [
      {
        property: 'suites',
        detail: `The suite ${given[0]} needs components.`,
        hint: 'add `components:`, such as main',
      },
    ];
  if (flat.length > 0 && hasComponents)
    return [
      {
        property: 'components',
        detail: `The suite ${flat[0]} is a path, so it has no components.`,
        hint: 'remove components',
      },
    ];
  return [];
}

function wordProblems(properties: RepositoryProperties): readonly DeclarationProblem[] {
  const listed = ['suites', 'components', 'architectures'] as const;
  return listed.flatMap((property) =>
    wordsOf(properties[property])
      .filter((word) => !/^[!-~]+$/.test(word))
      .map((word) => ({ property, detail: `"${word}" is not one word.`, hint: 'write several as a list' })),
  );
}

function trustProblems(properties: RepositoryProperties): readonly DeclarationProblem[] {
  const given = (['key', 'key_source', 'signed_by'] as const).filter((name) => properties[name] !== undefined);
  const [first, second] = given;
  if (second !== undefined)
    return [
      {
        property: second,
        detail: `"${second}" and "${first}" both give the key.`,
        hint: `remove ${first} or ${second}`,
      },
    ];
  const { signed_by } = properties;
  if (signed_by === undefined || isKeyReference(signed_by)) return [];
  const detail = `"${signed_by}" is neither the path of a key nor a fingerprint.`;
  return [{ property: 'signed_by', detail, hint: 'such as /usr/share/keyrings/debian-archive-keyring.gpg' }];
}

function isKeyReference(text: string): boolean {
  return /^([0-9A-Fa-f]{40}!?[\s,]*)+$/.test(text) || (canonicalPath(text).kind === 'path' && !/\s/.test(text));
}

/** Fields that have a property of their own. */
const owned: ReadonlyMap<string, string> = new Map([
  ['types', 'types'],
  ['uris', 'uris'],
  ['suites', 'suites'],
  ['components', 'components'],
  ['architectures', 'architectures'],
  ['enabled', 'enabled'],
  ['trusted', 'trusted'],
  ['signed-by', 'key'],
  ['baseurl', 'uris'],
  ['gpgcheck', 'trusted'],
  ['gpgkey', 'key'],
]);

function fieldProblems({ fields = {} }: RepositoryProperties): readonly DeclarationProblem[] {
  return Object.entries(fields).flatMap(([name, value]): DeclarationProblem[] => {
    const property = owned.get(name.toLowerCase());
    if (property !== undefined)
      return [{ property: 'fields', detail: `${name} has a property of its own.`, hint: `declare \`${property}:\`` }];
    if (!/^[A-Za-z0-9][A-Za-z0-9_-]*$/.test(name))
      return [{ property: 'fields', detail: `"${name}" is not the name of a field.`, hint: 'such as Languages' }];
    if (/[\r\n]/.test(String(value)))
      return [{ property: 'fields', detail: `The value of ${name} holds a line end.`, hint: 'write it in one line' }];
    return [];
  });
}

function replacesProblems({ replaces = [] }: RepositoryProperties): readonly DeclarationProblem[] {
  return replaces
    .filter((path) => canonicalPath(path).kind === 'invalid' || !/^\/etc\/apt\/.*\.(list|sources)$/.test(path))
    .map((path) => ({
      property: 'replaces',
      detail: `"${path}" is not a sources file of apt.`,
      hint: 'such as /etc/apt/sources.list.d/docker.list',
    }));
}
