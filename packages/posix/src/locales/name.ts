/** A locale in its parts: `de_CH.UTF-8`, `sr_RS.UTF-8@latin`. */
export type LocaleName = { readonly language: string; readonly charset: string; readonly modifier: string };

/** The parts of a name; undefined for what cannot be one. */
export function parseLocale(text: string): LocaleName | undefined {
  const [, language, charset, modifier = ''] =
    /^([A-Za-z]{1,8}(?:_[A-Z]{2})?)\.([A-Za-z0-9-]+)((?:@[a-z]+)?)$/.exec(text) ?? [];
  if (language === undefined || charset === undefined) return undefined;
  return { language, charset: /^utf-?8$/i.test(charset) ? 'UTF-8' : charset.toUpperCase(), modifier };
}

/** Equal for all spellings of one locale, as the C library takes them: `de_CH.UTF-8` is `de_CH.utf8`. */
export function localeKey(name: string): string {
  const [, language = '', charset = '', modifier = ''] = /^([^.@]*)(?:\.([^@]*))?(@.*)?$/.exec(name.trim()) ?? [];
  return `${language}.${charset.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}${modifier}`;
}
