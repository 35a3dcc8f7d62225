import { expect } from 'chai';
import { isSameSource, parseSources } from '../../src/package-sources/source-entry.ts';

const list = '/etc/apt/sources.list';
const sources = '/etc/apt/sources.list.d/x.sources';
const debian = 'http://deb.debian.org/debian';

const readings: readonly {
  readonly title: string;
  readonly text: string;
  readonly file?: string;
  readonly is: readonly string[];
}[] = [
  { title: 'nothing in an empty file', text: '', is: [] },
  {
    title: 'nothing in comments and words that apt does not know',
    text: '# deb http://x y z\nrpm http://x y\ndeb http://x\n',
    is: [],
  },
  {
    title: 'a line',
    text: `deb ${debian}/ bookworm main  contrib # why\n`,
    is: [`deb|${debian}|bookworm|main contrib|`],
  },
  {
    title: 'a line with options in any order',
    text: `  deb-src [ arch=amd64,i386 signed-by=/usr/share/keyrings/x.gpg ] ${debian} bookworm main`,
    is: [`deb-src|${debian}|bookworm|main|/usr/share/keyrings/x.gpg`],
  },
  { title: 'a flat repository', text: 'deb [trusted=yes] file:/srv/repo ./', is: ['deb|file:/srv/repo|./||'] },
  {
    title: 'stanzas, whose fields have any order and any case and go over lines',
    file: sources,
    text: `Suites: bookworm\n bookworm-updates\n# why\nuris: ${debian}\nTypes: deb deb-src\nComponents: main\n\n\nTypes: deb\nURIs: file:/x/\nSuites: ./\nSigned-By: /k.asc\n`,
    is: [`deb deb-src|${debian}|bookworm bookworm-updates|main|`, 'deb|file:/x|./||/k.asc'],
  },
  {
    title: 'no stanza that is switched off',
    file: sources,
    text: `Types: deb\nURIs: ${debian}\nSuites: sid\nComponents: main\nEnabled: No\n`,
    is: [],
  },
];

const pairs: readonly { readonly one: string; readonly other: string; readonly same: boolean }[] = [
  { one: `deb ${debian} bookworm main`, other: `deb ${debian}/ bookworm main contrib`, same: true },
  { one: `deb ${debian} bookworm main`, other: `deb-src ${debian} bookworm main`, same: false },
  { one: `deb ${debian} bookworm main`, other: `deb ${debian} trixie main`, same: false },
  { one: `deb ${debian} bookworm main`, other: `deb ${debian} bookworm contrib`, same: false },
  { one: 'deb file:/a ./', other: 'deb file:/a ./', same: true },
  { one: 'deb file:/a ./', other: 'deb file:/b ./', same: false },
];

describe('apt sources', () => {
  for (const { title, text, file = list, is } of readings) {
    it(`are read as apt reads them: ${title}`, () => {
      const entries = parseSources(file, text);
      const words = entries.map(({ types, uris, suites, components, signedBy }) =>
        [types.join(' '), uris.join(' '), suites.join(' '), components.join(' '), signedBy].join('|'),
      );
      expect(words).to.deep.equal(is);
    });
  }

  for (const { one, other, same } of pairs) {
    it(`${one} and ${other} are ${same ? 'one source' : 'two sources'}`, () => {
      const [first, second] = parseSources(list, `${one}\n${other}`);
      expect(first !== undefined && second !== undefined && isSameSource(first, second)).to.equal(same);
    });
  }
});
