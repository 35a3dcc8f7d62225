import { type Described, describedAs, type Importing } from '@setpoint/model';
import { listedInFiles } from '../../importing/listed.ts';
import { filesQueries, type ReadText, readFiles } from '../../importing/texts.ts';
import { hostPlace, systemFile } from './declared.ts';
import { type HostLine, isAbout, parseHostLine } from './host-line.ts';

/** Hosts of the system's file by all their keys; names that are hashed can be tried and not read. */
export const importHost: Importing = {
  kind: 'importable',
  list: listedInFiles([systemFile], `hosts in ${systemFile} whose names are not hashed`, (files) => {
    const lines = linesOf(files);
    const hashed = lines.filter(({ names }) => names.startsWith('|')).length;
    return {
      identities: lines.flatMap(({ names }) => (names.startsWith('|') ? [] : names.toLowerCase().split(','))),
      notes: hashed === 0 ? [] : [`Lines of ${systemFile} whose names are hashed were left out: ${hashed}.`],
    };
  }),
  queries: (identity) => filesQueries([hostPlace(identity).file]),
  describe: (identity, answers) => {
    const { file, host } = hostPlace(identity);
    return describeHost(linesOf(readFiles([file], answers).files).filter(({ names }) => isAbout(names, host)));
  },
};

function linesOf(files: readonly ReadText[]): readonly HostLine[] {
  return files.flatMap(({ text }) => text.split('\n').flatMap((line) => parseHostLine(line) ?? []));
}

/** Lines with a marker are apart from those without, and a resource is about one of them. */
function describeHost(lines: readonly HostLine[]): Described {
  const marker = lines.some((line) => line.marker === 'none') ? 'none' : lines[0]?.marker;
  const own = lines.filter((line) => line.marker === marker);
  if (marker === undefined) return { kind: 'absent' };
  return describedAs(
    {
      keys: own.map(({ type, key, comment }) => [type, key, ...(comment === '' ? [] : [comment])].join(' ')),
      ...(marker === 'none' ? {} : { marker }),
    },
    own.length === lines.length ? [] : ['Its lines with another marker are not imported.'],
  );
}
