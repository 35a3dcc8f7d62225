import { markedKind } from './marked-values.ts';

/** Asks for the SELinux context of a file or a directory; a link is not followed. */
export type SelinuxContextQuery = { readonly kind: 'selinux-context'; readonly path: string };

/** The answer; absent where nothing is, or where nothing keeps contexts. */
export type SelinuxContext = { readonly context: string };

/** Asks for the context of what stands at an absolute path. */
export function selinuxContextQuery(path: string): SelinuxContextQuery {
  return { kind: 'selinux-context', path };
}

/** GNU stat prints a question mark where there is no context, and busybox without SELinux what it was asked with. */
export const selinuxContextKind = markedKind({
  kind: 'selinux-context',
  command: "stat -c '%C %n' --",
  what: 'the SELinux context',
  read: (word) => (/^[^:]+:[^:]+:[^:]+(?::.+)?$/.test(word) ? { context: word } : undefined),
});
