import { type DeclaredForm, type Described, type Importing, type JsonObject, type Queries } from '@setpoint/model';
import { decodeText } from '@setpoint/sdk';
import { listedInFiles } from '../../importing/listed.ts';
import { filesQueries, readFiles } from '../../importing/texts.ts';
import type { DebField, Stanza } from '../../package-sources/deb822.ts';
import { nameOf } from '../../paths/absolute-path.ts';
import type { ContentQuery, ContentValue } from '../../queries/content.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { type Form, type FormName, forms } from './form.ts';

const patterns = ['/etc/apt/sources.list.d/*.sources', '/etc/yum.repos.d/*.repo', '/etc/zypp/repos.d/*.repo'];
const oneLine = ['/etc/apt/sources.list', '/etc/apt/sources.list.d/*.list'];

/** Repositories that have a file of their own in the form that this type writes. */
export const importRepository: Importing = {
  kind: 'importable',
  list: listedInFiles(
    [...patterns, ...oneLine],
    'files of /etc/apt/sources.list.d that end in .sources, and of /etc/yum.repos.d and /etc/zypp/repos.d',
    (files) => ({
      identities: files.flatMap(({ path }) => (isOneLine(path) ? [] : nameOf(path).replace(/\.\w+$/, ''))),
      notes: files.flatMap(({ path, text }) =>
        isOneLine(path) && /^\s*deb/m.test(text)
          ? [`${path} has the one-line form: declare what it says as a repository with \`replaces: [${path}]\`.`]
          : [],
      ),
    }),
  ),
  queries: repositoryImportQueries,
  describe: (identity, answers) => {
    const { files } = readFiles(patterns, answers);
    for (const name of ['apt', 'dnf', 'zypper'] as const) {
      const file = files.find(({ path }) => path === forms[name].path(identity));
      if (file === undefined) continue;
      const { stanza, stanzas } = forms[name].parse(identity, file.text);
      if (stanzas !== 1 || stanza.size === 0)
        return {
          kind: 'left out',
          why: `${file.path} holds ${stanzas} sources, and a repository has a file of its own`,
        };
      const key = foundKey(name, identity, answers);
      return describeRepository(forms[name], stanza, key);
    }
    return { kind: 'absent' };
  },
};

function isOneLine(path: string): boolean {
  return path.endsWith('.list');
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

function foundKey(form: FormName, identity: string, answers: Parameters<typeof readFiles>[1]): readonly FoundKey[] {
  return forms[form].keyPaths(identity).flatMap((path) => {
    const base64 = foundValue<ContentValue>(answers[`key ${path}`])?.base64;
    return base64 === undefined ? [] : [{ path, base64 }];
  });
}

function describeRepository(form: Form, stanza: Stanza, keys: readonly FoundKey[]): Described {
  const fields = [...stanza.values()].filter(({ name, value }) => !form.isDefault(name.toLowerCase(), value));
  if (fields.some(isSecret)) return { kind: 'left out', why: 'it names a password, which stays on the node' };
  const signer = fields.find(({ name }) => name.toLowerCase() === form.keyField.toLowerCase())?.value;
  const key = keys.find(
    ({ path }) => signer !== undefined && form.canonical(signer) === form.canonical(form.keyValue(path)),
  );
  const properties = propertiesOf(form, fields);
  if (key === undefined) return { kind: 'declared', forms: [{ properties, lacks: [] }] };
  const { signed_by: _, ...others } = properties;
  const content: DeclaredForm['content'] = { base64: key.base64, inText: 'key', inFile: 'key_source' };
  const isText = decodeText(Buffer.from(key.base64, 'base64')) !== undefined;
  return { kind: 'declared', forms: [{ properties: others, content, lacks: isText ? [] : ['Its key is binary.'] }] };
}

function isSecret({ name, value }: DebField): boolean {
  return /passw|secret|token/i.test(name) || /:\/\/[^/@\s]+:[^/@\s]*@/.test(value);
}

function propertiesOf(form: Form, fields: readonly DebField[]): JsonObject {
  const known = new Map([...form.properties].map(([name, property]) => [name.toLowerCase(), property]));
  const properties: Record<string, JsonObject[string]> = {};
  const further: Record<string, string> = {};
  for (const { name, value } of fields) {
    const property = known.get(name.toLowerCase());
    if (property === undefined) further[name] = value;
    else {
      const declared = propertyValue(form, property, value);
      if (declared !== undefined) properties[property] = declared;
    }
  }
  return {
    ...(form === forms.zypper ? { manager: 'zypper' } : {}),
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
