import { describedAs, type Importing, type JsonObject } from '@setpoint/model';
import { listedInFiles } from '../../importing/listed.ts';
import { filesQueries, type ReadText, readFiles, wordLines } from '../../importing/texts.ts';
import { localeKey, parseLocale } from '../../locales/name.ts';

const generated = '/etc/locale.gen';
const patterns = [generated, '/etc/locale.conf', '/etc/default/locale'];

/** Locales that are listed to be made, and those that variables name for everybody. */
export const importLocale: Importing = {
  kind: 'importable',
  list: listedInFiles(
    patterns,
    'locales of /etc/locale.gen, and those that LANG and LC_… name for everybody',
    (files) => ({
      identities: [...listedLocales(files), ...Object.values(variablesOf(files))].filter(
        (name) => parseLocale(name) !== undefined,
      ),
      notes: [],
    }),
  ),
  queries: () => filesQueries(patterns),
  describe: (identity, answers) => describedAs(usesOf(identity, variablesOf(readFiles(patterns, answers).files))),
};

function usesOf(identity: string, variables: Readonly<Record<string, string>>): JsonObject {
  const uses = Object.keys(variables).filter((name) => localeKey(variables[name] ?? '') === localeKey(identity));
  const categories = uses.filter((name) => name !== 'LANG');
  return {
    ...(uses.includes('LANG') ? { default: true } : {}),
    ...(categories.length === 0 ? {} : { categories }),
  };
}

/** A line has the name with its character set, or the name without it and then the set. */
function listedLocales(files: readonly ReadText[]): readonly string[] {
  return files
    .filter(({ path }) => path === generated)
    .flatMap(({ text }) => wordLines(text))
    .map(([name = '', charset = '']) => (name.includes('.') ? name : name.replace(/(?=@|$)/, `.${charset}`)));
}

/** LANG and the categories; the file of systemd counts before that of Debian. */
function variablesOf(files: readonly ReadText[]): Readonly<Record<string, string>> {
  const file = files.find(({ path, text }) => path !== generated && wordLines(text).length > 0);
  const lines = (file?.text ?? '').split('\n').map((line) => /^\s*(LANG|LC_[A-Z]+)=["']?([^"'\s]*)/.exec(line));
  return Object.fromEntries(
    lines.flatMap((match) => (match === null || match[1] === 'LC_ALL' ? [] : [[match[1] ?? '', match[2] ?? '']])),
  );
}
