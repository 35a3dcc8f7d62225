import type { DebField } from '../../package-sources/deb822.ts';
import { type FormName, forms } from './form.ts';
import type { RepositoryProperties } from './schema.ts';

/** A declaration, and the path of its key on the node, undefined where it has none. */
export type FieldSource = {
  readonly identity: string;
  readonly properties: RepositoryProperties;
  readonly signedBy: string | undefined;
};

/** What a declaration comes to in the fields of a form. */
export function fieldsOf(form: FormName, source: FieldSource): readonly DebField[] {
  return writers[form](source);
}

const writers = { apt: aptFields, dnf: repoFields, zypper: repoFields, apk: apkFields } as const;

/** What dnf and zypper take for granted about signatures depends on their configuration, so it is always said. */
function repoFields({ identity, properties, signedBy }: FieldSource): readonly DebField[] {
  const { uris, enabled = true, trusted = false, fields = {} } = properties;
  return [
    ...('name' in fields ? [] : [{ name: 'name', value: identity }]),
    ...wordField('baseurl', uris),
    ...(enabled ? [] : [{ name: 'enabled', value: '0' }]),
    { name: 'gpgcheck', value: trusted ? '0' : '1' },
    ...(signedBy === undefined ? [] : [{ name: 'gpgkey', value: forms.dnf.keyValue(signedBy) }]),
    ...Object.entries(fields).map(([name, value]) => ({
      name,
      value: typeof value === 'boolean' ? (value ? '1' : '0') : fieldValue(value),
    })),
  ];
}

function aptFields({ properties, signedBy }: FieldSource): readonly DebField[] {
  const { types = ['deb'], uris, suites, components, architectures, enabled = true, trusted = false } = properties;
  return [
    { name: 'Types', value: types.join(' ') },
    ...wordField('URIs', uris),
    ...wordField('Suites', suites),
    ...wordField('Components', components),
    ...wordField('Architectures', architectures),
    ...(enabled ? [] : [{ name: 'Enabled', value: 'no' }]),
    ...(trusted ? [{ name: 'Trusted', value: 'yes' }] : []),
    ...(signedBy === undefined ? [] : [{ name: 'Signed-By', value: signedBy }]),
    ...Object.entries(properties.fields ?? {}).map(([name, value]) => ({ name, value: fieldValue(value) })),
  ];
}

function apkFields({ properties }: FieldSource): readonly DebField[] {
  const { uris, tag, enabled = true } = properties;
  return [
    ...wordField('URIs', uris),
    ...(tag === undefined ? [] : [{ name: 'Tag', value: tag }]),
    ...(enabled ? [] : [{ name: 'Enabled', value: 'no' }]),
  ];
}

function wordField(name: string, value: string | readonly string[] | undefined): readonly DebField[] {
  return value === undefined ? [] : [{ name, value: typeof value === 'string' ? value : value.join(' ') }];
}

function fieldValue(value: string | number | boolean | readonly string[]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join(' ') : String(value);
}
