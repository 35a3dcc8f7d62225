/** What the names of all scratch databases begin with. */
export const scratchPrefix = '_setpoint_scratch_';

/** How long a scratch database may live when nobody can tell whether its maker does. */
const maxAgeSeconds = 3600;

/** Who makes a scratch database, and when, as the server's own clock says. */
export type ScratchMaker = {
  /** When it is made, in seconds since 1970. */
  readonly atSeconds: number;
  /** The connection that makes it and outlives it: process or thread, and when it was opened in milliseconds since 1970. */
  readonly connection: number;
  readonly openedMs: number;
};

/** The name of a scratch database, which tells who made it, so that those whose maker is gone can be told from those in use. */
export function scratchName({ atSeconds, connection, openedMs }: ScratchMaker): string {
  count += 1;
  return scratchPrefix + [atSeconds, connection, openedMs, count].map((part) => part.toString(36)).join('_');
}

let count = 0;

/** The maker that a name tells; undefined for names that are not ours. */
export function parseScratchName(name: string): ScratchMaker | undefined {
  const parts = name.startsWith(scratchPrefix) ? name.slice(scratchPrefix.length).split('_') : [];
  if (parts.length !== 4 || !parts.every((part) => /^[0-9a-z]{1,12}$/.test(part))) return undefined;
  const [atSeconds = 0, connection = 0, openedMs = 0] = parts.map((part) => Number.parseInt(part, 36));
  return { atSeconds, connection, openedMs };
}

/** True for a scratch database that nobody uses any more: its maker's connection is gone, or it is older than any use of it. */
export function isLeftOver(
  name: string,
  { nowSeconds, isConnected }: { readonly nowSeconds: number; readonly isConnected: (maker: ScratchMaker) => boolean },
): boolean {
  const maker = parseScratchName(name);
  if (maker === undefined) return false;
  return !isConnected(maker) || nowSeconds - maker.atSeconds > maxAgeSeconds;
}
