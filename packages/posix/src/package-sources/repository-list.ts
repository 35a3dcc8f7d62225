import type { DebField, Stanza } from './deb822.ts';

/**
 * Reads a list of repositories of apk (apk-repositories(5)) as fields: `URIs`, the `Tag` before them, and `Enabled`, which is `no` when
 * every address is in a comment.
 */
export function parseRepositoryList(text: string): Stanza {
  const lines = text.split('\n').map((line) => line.trim());
  const active = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const inactive = lines.map((line) => line.replace(/^#\s*/, '')).filter((line) => addressLine.test(line));
  const entries = (active.length > 0 ? active : inactive).map(readEntry);
  const tags = [...new Set(entries.map(({ tag }) => tag))].join(' ').trim();
  const fields: readonly DebField[] = [
    ...(entries.length === 0 ? [] : [{ name: 'URIs', value: entries.map(({ address }) => address).join(' ') }]),
    ...(tags === '' ? [] : [{ name: 'Tag', value: tags }]),
    ...(active.length === 0 && entries.length > 0 ? [{ name: 'Enabled', value: 'no' }] : []),
  ];
  return new Map(fields.map((field) => [field.name.toLowerCase(), field]));
}

const addressLine = /^(@\S+\s+)?([a-z][a-z0-9+.-]*:\/|\/)\S+$/;

function readEntry(line: string): { readonly tag: string; readonly address: string } {
  const [, tag = '', address = ''] = /^(?:@(\S+)\s+)?(.*)$/.exec(line) ?? [];
  return { tag, address };
}

/** Writes the list, one address a line. */
export function formatRepositoryList(fields: readonly DebField[]): string {
  const valueOf = (name: string): string => fields.find((field) => field.name === name)?.value ?? '';
  const tag = valueOf('Tag');
  const start = `${valueOf('Enabled') === 'no' ? '#' : ''}${tag === '' ? '' : `@${tag} `}`;
  return valueOf('URIs')
    .split(/\s+/)
    .map((address) => `${start}${address}\n`)
    .join('');
}
