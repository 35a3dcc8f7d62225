import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';

/** What GitHub's flavour of markdown makes of a text, with HTML let through as it is there before it is sanitized. */
export function renderedHtml(markdown: string): string {
  return micromark(markdown, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}

/** The tags a plan is made of; everything else got in from a value. */
const ownTags =
  /<\/?(?:details|summary|p|ul|li|strong|em|h3|h4|blockquote|pre|code|table|thead|tbody|tr)>|<(?:th|td)(?: align="(?:center|right)")?>|<\/(?:th|td)>|<code class="language-diff">|<!-- setpoint:plan(?: [\w./-]+)? -->/g;

/** What is left of the HTML when the own tags are taken away: it must hold no `<`. */
export function foreignMarkup(html: string): string {
  return html.replaceAll(ownTags, '');
}

/** The text outside of code, where GitHub looks for mentions, issue numbers and links. */
export function textOutsideOfCode(html: string): string {
  return html
    .replaceAll(/<pre><code class="language-diff">[^<]*<\/code><\/pre>/g, '')
    .replaceAll(/<code>[^<]*<\/code>/g, '')
    .replaceAll(/<[^>]*>/g, ' ');
}
