import { defineSetting } from '../../settings/define-setting.ts';
import { declareLocale, type LocalePart, localeSchema } from './declared.ts';
import { importLocale } from './import.ts';
import { diffLocale, type LocaleLive, localeOperations, observeLocale, predictLocale, restoreLocale } from './live.ts';
import { writeLocale } from './write.ts';

/** A locale of the C library, and whether it is the default. */
export const locale = defineSetting<LocalePart, LocaleLive>()({
  type: 'locale',
  summary:
    'A locale: whether the node has it, and whether it is the default. /etc/locale.gen is kept where the node has it; sessions that run keep their locale.',
  identityDescription: 'Name with its character set, such as `de_CH.UTF-8`; `de_CH.utf8` means the same.',
  schema: localeSchema,
  examples: [
    `- locale: en_US.UTF-8
  default: true`,
    `- locale: de_CH.UTF-8
  categories: [LC_TIME, LC_PAPER]`,
    `- locale: fr_FR.ISO-8859-1
  state: absent`,
  ],
  undo: 'The files come back, and a locale that was made goes again.',
  importing: importLocale,
  declarePart: declareLocale,
  texts: ({ variables }) => ({
    generated: { path: '/etc/locale.gen', follow: false, isOwn: false, isShared: true },
    ...(variables.length === 0
      ? {}
      : {
          locale_conf: { path: '/etc/locale.conf', follow: true, isOwn: false, isShared: true },
          default_locale: { path: '/etc/default/locale', follow: true, isOwn: false, isShared: true },
        }),
  }),
  write: writeLocale,
  claims: ({ name, variables }) => [`locale:${name}`, ...variables.map((variable) => `default locale:${variable}`)],
  queries: ({ name, source }) => ({ locale: { kind: 'locale', name, source } }),
  observe: observeLocale,
  diff: diffLocale,
  operations: localeOperations,
  predict: predictLocale,
  restore: restoreLocale,
});
