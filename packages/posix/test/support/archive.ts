import { createHash } from 'node:crypto';
import type { ArchiveMember } from '@setpoint/model';
import type { ArchiveBody } from '@setpoint/testkit';

/** What is packed: the content of a file, a directory, or where a link leads. */
export type Packed = string | Uint8Array | { readonly link: string } | Omit<ArchiveMember, 'path'>;

/** An archive of these members, as the language reads one; a path that ends with a slash is a directory. */
export function archiveOf(
  members: Readonly<Record<string, Packed>>,
  { mode = '0644', modified = 1_700_000_000 }: { readonly mode?: string; readonly modified?: number } = {},
): ArchiveBody {
  const contents: Buffer[] = [];
  let offset = 0;
  const made = Object.entries(members).map(([path, packed]): ArchiveMember => {
    if (path.endsWith('/')) return { path: path.slice(0, -1), type: 'directory', mode: '0755', modified };
    if (typeof packed === 'object' && 'link' in packed) return { path, type: 'link', target: packed.link, modified };
    if (typeof packed === 'object' && 'type' in packed) return { path, ...packed };
    const bytes = Buffer.from(packed);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    contents.push(bytes);
    offset += bytes.length;
    return { path, type: 'file', mode, modified, sha256, sizeBytes: bytes.length, offset: offset - bytes.length };
  });
  return { base64: Buffer.concat(contents).toString('base64'), members: made };
}
