import { type DeclaredForm, type Described, type Importing, type JsonObject, type Queries } from '@setpoint/model';
import { decodeText } from '@setpoint/sdk';
import { listedInFiles } from '../../importing/listed.ts';
import { filesQueries, readFiles } from '../../importing/texts.ts';
import type { DebField, Stanza } from '../../package-sources/deb822.ts';
import { nameOf } from '../../paths/absolute-path.ts';
import type { ContentQuery, ContentValue } from '../../queries/content.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { type Form, type FormName, forms } from './form.ts';

const patterns = [
  '/etc/apt/sources.list.d/*.sources',
  '/etc/yum.repos.d/*.repo',
  '/etc/zypp/repos.d/*.repo',
  '/etc/apk/repositories.d/*.list',
];
const oneLine = ['/etc/apt/sources.list', '/etc/apt/sources.list.d/*.list', '/etc/apk/repositories'];

/** Repositories that have a file of their own in the form that this type writes. */
export const importRepository: Importing = {
  kind: 'importable',
  list: listedInFiles(
    [...patterns, ...oneLine],
    'files of /etc/apt/sources.list.d that end in .sources, and of /etc/yum.repos.d, /etc/zypp/repos.d and /etc/apk/repositories.d',
    (files) => ({
      identities: files.flatMap(({ path }) => (isOneLine(path) ? [] : nameOf(path).replace(/\.\w+$/, ''))),
      notes: files.flatMap(({ path, text }) => (isOneLine(path) ? oneLineNotes(path, text) : [])),
    }),
  ),
  queries: repositoryImportQueries,
  describe: (identity, answers) => {
    const { files } = readFiles(patterns, answers);
    for (const name of ['apt', 'dnf', 'zypper', 'apk'] as const) {
      const file = files.find(({ path }) => path === forms[name].path(identity));
      if (file === undefined) continue;
      const { stanza, stanzas } = forms[name].parse(identity, file.text);
      const why = stanzaFault(file.path, stanza, stanzas);
      if (why !== undefined) return { kind: 'left out', why };
      const keys = foundKeys(name, identity, answers);
      return describeRepository({ identity, form: forms[name], stanza, keys });
    }
    return { kind: 'absent' };
  },
};

function isOneLine(path: string): boolean {
  return path === '/etc/apk/repositories' || (path.startsWith('/etc/apt/') && path.endsWith('.list'));
}

function oneLineNotes(path: string, text: string): readonly string[] {
  if (path === '/etc/apk/repositories')
    return /^\s*[^#\s]/m.test(text)
      ? [`${path} is a file of many: declare what it says as repositories with \`manager: apk\`, or the file as it is.`]
      : [];
  return /^\s*deb/m.test(text)
    ? [`${path} has the one-line form: declare what it says as a repository with \`replaces: [${path}]\`.`]
    : [];
}

/** Why a file holds no repository of its name; undefined when it holds that one alone. */
function stanzaFault(path: string, stanza: Stanza, stanzas: number): string | undefined {
  if (stanzas > 1) return `${path} holds ${stanzas} sources, and a repository has a file of its own`;
  if (stanza.size > 0) return undefined;
  return stanzas === 0 ? `${path} holds no source` : `the source in ${path} has another name than its file`;
}

function repositoryImportQueries(identity: string): Queries {
  const keys = Object.values(forms).flatMap(({ keyPaths }) => keyPaths(identity));
  const query = (path: string): ContentQuery => ({
    kind: 'content',
    path,
    unless: '-',
    limitBytes: 256 * 1024,
    follow: false,
  });
  return { ...filesQueries(patterns), ...Object.fromEntries(keys.map((path) => [`key ${path}`, query(path)])) };
}

/** A key where this type keeps that of the repository. */
type FoundKey = { readonly path: string; readonly base64: string };

function foundKeys(form: FormName, identity: string, answers: Parameters<typeof readFiles>[1]): readonly FoundKey[] {
  return forms[form].keyPaths(identity).flatMap((path) => {
    const base64 = foundValue<ContentValue>(answers[`key ${path}`])?.base64;
    return base64 === undefined ? [] : [{ path, base64 }];
  });
}

type FoundRepository = {
  readonly identity: string;
  readonly form: Form;
  readonly stanza: Stanza;
  readonly keys: readonly FoundKey[];
};

function describeRepository({ identity, form, stanza, keys }: FoundRepository): Described {
  const fields = [...stanza.values()].filter(({ name, value }) => !form.isDefault(name.toLowerCase(), value));
  const why = fieldsFault(form, fields);
  if (why !== undefined) return { kind: 'left out', why };
  const properties = propertiesOf(form, identity, fields);
  const key = ownKey(form, fields, keys);
  if (key === undefined) {
    const lacks =
      form === forms.apk
        ? ['The key that signs it is not declared: no file of /etc/apk/keys says for whom it is.']
        : [];
    return { kind: 'declared', forms: [{ properties, lacks }] };
  }
  const { signed_by: _, ...others } = properties;
  const content: DeclaredForm['content'] = { base64: key.base64, inText: 'key', inFile: 'key_source' };
  const isText = decodeText(Buffer.from(key.base64, 'base64')) !== undefined;
  const named = form === forms.apk ? { key_name: nameOf(key.path) } : {};
  return {
    kind: 'declared',
    forms: [{ properties: { ...others, ...named }, content, lacks: isText ? [] : ['Its key is binary.'] }],
  };
}

/** Why what a file says cannot be declared. */
function fieldsFault(form: Form, fields: readonly DebField[]): string | undefined {
  if (fields.some(isSecret)) return 'it names a password, which stays on the node';
  if (form !== forms.dnf && form !== forms.zypper) return undefined;
  const valueOf = (field: string): string | undefined => fields.find(({ name }) => name.toLowerCase() === field)?.value;
  const remote = valueOf('gpgkey')?.match(/\b(?:https?|ftp):\S+/)?.[0];
  if (remote !== undefined)
    return `its key is fetched from ${remote}: put that file into the project, and declare it with \`key_source\``;
  return valueOf('gpgcheck') === undefined
    ? 'it leaves to the configuration whether packages are checked (gpgcheck), and a declaration says so'
    : undefined;
}

/** The key that belongs to a repository; apk has them by their names alone. */
function ownKey(form: Form, fields: readonly DebField[], keys: readonly FoundKey[]): FoundKey | undefined {
  if (form === forms.apk) return keys[0];
  const signer = fields.find(({ name }) => name.toLowerCase() === form.keyField.toLowerCase())?.value;
  return keys.find(
    ({ path }) => signer !== undefined && form.canonical(signer) === form.canonical(form.keyValue(path)),
  );
}

function isSecret({ name, value }: DebField): boolean {
  return /passw|secret|token/i.test(name) || /:\/\/[^/@\s]+:[^/@\s]*@/.test(value);
}

function propertiesOf(form: Form, identity: string, fields: readonly DebField[]): JsonObject {
  const known = new Map([...form.properties].map(([name, property]) => [name.toLowerCase(), property]));
  const properties: Record<string, JsonObject[string]> = {};
  const further: Record<string, string | number> = {};
  for (const { name, value } of fields) {
    const property = known.get(name.toLowerCase());
    // A repository is called by its own name when no other is declared.
    if (property === undefined && name === 'name' && value === identity && form !== forms.apt) continue;
    if (property === undefined) further[name] = /^(?:0|[1-9]\d{0,8})$/.test(value) ? Number(value) : value;
    else {
      const declared = propertyValue(form, property, value);
      if (declared !== undefined) properties[property] = declared;
    }
  }
  return {
    ...(form === forms.zypper ? { manager: 'zypper' } : {}),
    ...(form === forms.apk ? { manager: 'apk' } : {}),
    ...properties,
    ...(Object.keys(further).length === 0 ? {} : { fields: further }),
  };
}

/** Undefined for what is so anyway. */
function propertyValue(form: Form, property: string, value: string): JsonObject[string] | undefined {
  const words = value.split(/\s+/).filter((word) => word !== '');
  const isOn = ['yes', '1'].includes(form.canonical(value));
  switch (property) {
    case 'enabled':
      return isOn ? undefined : false;
    case 'trusted':
      // dnf and zypper say that packages are checked, and apt that they need not be.
      return (form === forms.apt ? isOn : !isOn) ? true : undefined;
    case 'types':
      return words.join(' ') === 'deb' ? undefined : words;
    case 'signed_by':
      return value.replace(/^file:(\/\/)?(?=\/)/, '');
    default:
      return words.length === 1 ? value.trim() : words;
  }
}
