/** The address of a resource on its node: `type:identity`, for example `file:/etc/motd`. */
export type Address = `${string}:${string}`;

/** Joins a resource type and an identity into an address. */
export function formatAddress(type: string, identity: string): Address {
  return `${type}:${identity}`;
}

/** Splits an address at its first colon; undefined when the text has no type before a colon or no identity after it. */
export function parseAddress(text: string): { readonly type: string; readonly identity: string } | undefined {
  const colon = text.indexOf(':');
  if (colon <= 0 || colon === text.length - 1) return undefined;
  return { type: text.slice(0, colon), identity: text.slice(colon + 1) };
}
