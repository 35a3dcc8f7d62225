import type { Answer, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { localeKey } from '../locales/name.ts';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks for a locale of the C library; `source` is its name without the character set, such as `de_CH` or `sr_RS@latin`. */
export type LocaleQuery = { readonly kind: 'locale'; readonly name: string; readonly source: string };

/** The answer; a locale that the node neither has nor could make is absent. */
export type LocaleValue = {
  readonly isGenerated: boolean;
  /** What makes it: the tool that reads /etc/locale.gen, or the compiler of locales. */
  readonly maker: 'locale-gen' | 'localedef';
};

/** One `locale -a`. The first line names the tool that makes locales; then one sign per locale: `+` for data to make it from. */
export const localeKind: QueryKind = {
  kind: 'locale',
  batchSize: 200,
  library: shRaw(String.raw`sp_locales() {
  sp_has locale || return 127
  if sp_has locale-gen; then printf 'locale-gen\n'
  elif sp_has localedef; then printf 'localedef\n'
  else printf 'none\n'; fi
  for sp_name; do
    if [ -e "/usr/share/i18n/locales/$sp_name" ] || [ -e "/usr/local/share/i18n/locales/$sp_name" ]; then printf +
    else printf -- -; fi
  done
  printf '\n'
  locale -a 2>/dev/null
}
`),
  section: (queries) => sh`sp_locales ${queries.map((query) => queryText(query, 'source'))}`,
  parse: (output, queries, code) => {
    if (code === 127) return unreadable(queries, 'the node has no `locale`');
    const [maker = '', marks = '', ...names] = output.toString('latin1').split('\n');
    if (!/^(locale-gen|localedef|none)$/.test(maker) || marks.length !== queries.length || !/^[-+]*$/.test(marks))
      return unreadable(queries, 'the locales of the node');
    const keys = new Set(names.map(localeKey));
    return queries.map((query: Query, index): Answer => {
      const isGenerated = keys.has(localeKey(queryText(query, 'name')));
      if (!isGenerated && (marks[index] !== '+' || maker === 'none')) return { status: 'absent' };
      const value: LocaleValue = { isGenerated, maker: maker === 'locale-gen' ? maker : 'localedef' };
      return { status: 'found', value };
    });
  },
};
