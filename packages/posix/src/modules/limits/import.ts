import { type Described, describedAs, type Importing } from '@setpoint/model';
import { listedInFiles } from '../../importing/listed.ts';
import { filesQueries, type ReadText, readFiles, wordLines } from '../../importing/texts.ts';
import { ownLimitsFile } from './declared.ts';

const patterns = ['/etc/security/limits.conf', '/etc/security/limits.d/*.conf'];

/** The limits of each domain, in the last of the files that speak of it. */
export const importLimits: Importing = {
  kind: 'importable',
  list: listedInFiles(patterns, 'domains in /etc/security/limits.conf and /etc/security/limits.d', (files) => ({
    identities: linesOf(files).map(({ domain }) => domain),
    notes: [],
  })),
  queries: () => filesQueries(patterns),
  describe: (identity, answers) => describeLimits(identity, linesOf(readFiles(patterns, answers).files)),
};

type LimitLine = {
  readonly file: string;
  readonly domain: string;
  readonly kind: string;
  readonly item: string;
  readonly value: string;
};

function linesOf(files: readonly ReadText[]): readonly LimitLine[] {
  return files.flatMap(({ path: file, text }) =>
    wordLines(text).flatMap(([domain = '', kind = '', item = '', value]) =>
      value === undefined || !['soft', 'hard', '-'].includes(kind) ? [] : [{ file, domain, kind, item, value }],
    ),
  );
}

function describeLimits(domain: string, lines: readonly LimitLine[]): Described {
  const own = lines.filter((line) => line.domain === domain);
  const file = own.at(-1)?.file;
  if (file === undefined) return { kind: 'absent' };
  const limits = (kind: string): Readonly<Record<string, string | number>> =>
    Object.fromEntries(
      own
        .filter((line) => line.file === file && line.kind === kind)
        .map(({ item, value }) => [item, /^\d{1,9}$/.test(value) ? Number(value) : value]),
    );
  const maps = Object.entries({ soft: limits('soft'), hard: limits('hard'), both: limits('-') });
  const others = [...new Set(own.map((line) => line.file))].filter((each) => each !== file);
  return describedAs(
    {
      ...Object.fromEntries(maps.filter(([, map]) => Object.keys(map).length > 0)),
      ...(file === ownLimitsFile(domain) ? {} : { file }),
    },
    others.map((other) => `${other} speaks of it, too.`),
  );
}
