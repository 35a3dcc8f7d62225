import { type Described, describeCause, type Importing, type Queries } from '@setpoint/model';
import { listedByTool } from '../../importing/listed.ts';
import type { ContentQuery, ContentValue } from '../../queries/content.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { tableFile, tablePlace } from './declared.ts';
import { innerText } from './text.ts';

/** Tables whose program stands where this type keeps it; others are in force and can be declared by hand. */
export const importFirewall: Importing = {
  kind: 'importable',
  list: listedByTool('firewall', 'tables of nftables that are in force'),
  queries: firewallImportQueries,
  describe: (identity, { file }) => {
    const { family, name } = tablePlace(identity);
    if (file?.status === 'unknown') return { kind: 'left out', why: describeCause(file.cause) };
    const base64 = foundValue<ContentValue>(file)?.base64;
    const text = base64 === undefined ? undefined : Buffer.from(base64, 'base64').toString('utf8');
    return describeTable(text === undefined ? undefined : innerText(family, name, text), tableFile(family, name));
  },
};

function firewallImportQueries(identity: string): Queries {
  const { family, name } = tablePlace(identity);
  const file: ContentQuery = {
    kind: 'content',
    path: tableFile(family, name),
    unless: '-',
    limitBytes: 1024 * 1024,
    follow: false,
  };
  return { file };
}

function describeTable(inner: string | undefined, path: string): Described {
  if (inner === undefined)
    return {
      kind: 'left out',
      why: `it does not stand in ${path} as Setpoint would write it; declare it with content, and the first apply puts it there`,
    };
  const content = { base64: Buffer.from(inner).toString('base64'), inText: 'content', inFile: 'source' };
  const mainFiles = [{}, { main_file: '/etc/sysconfig/nftables.conf' }];
  return { kind: 'declared', forms: mainFiles.map((properties) => ({ properties, content, lacks: [] })) };
}
