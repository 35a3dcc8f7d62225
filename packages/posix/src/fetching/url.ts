import type { DeclarationProblem } from '@setpoint/model';

/** A URL as a browser would write it, or what is wrong with it; `property` holds it. */
export function readUrl(
  property: string,
  text: string,
): { readonly href: string; readonly problems: readonly DeclarationProblem[] } {
  const wrong = (detail: string, hint: string) => ({ href: '', problems: [{ property, detail, hint }] });
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined)
    return wrong(`"${text}" is no URL.`, 'write it with its scheme, such as https://example.com/app.tar.gz');
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return wrong(
      `The scheme of "${text}" is neither http nor https.`,
      'a file of the project is declared by `file:` and `source:`',
    );
  if (url.username !== '' || url.password !== '')
    return wrong(
      'A URL is shown in every output, and this one holds a password.',
      'give it by `headers: "Authorization: …"`',
    );
  url.hash = '';
  return { href: url.href.replaceAll("'", '%27'), problems: [] };
}
