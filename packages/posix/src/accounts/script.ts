import { type ShellText, sh } from '@setpoint/sdk';

/** A shell condition: the name stands in the node's own file, whatever a directory says. */
export function isLocal(source: 'passwd' | 'group', name: string): ShellText {
  return sh`grep -q ${`^${name.replaceAll(/[.$]/g, String.raw`\$&`)}:`} ${`/etc/${source}`}`;
}

/** Uses a tool of the shadow suite, or what busybox has in its place. */
export function withTool(tool: string, usual: ShellText, fallback: ShellText): ShellText {
  return sh`if command -v ${tool} >/dev/null 2>&1; then ${usual}; else ${fallback}; fi`;
}

/** A fallback that ends the script before anything was changed, naming what is missing. */
export function missingTool(tool: string): ShellText {
  return sh`{ echo ${`the node has no ${tool}; install its package (shadow, shadow-utils or passwd)`}; exit 1; }`;
}

/** Adds an account to a local group, or does nothing when it belongs to it. */
export function addMember(account: string, group: string): ShellText {
  return withTool('gpasswd', sh`gpasswd -a ${account} ${group}`, sh`addgroup ${account} ${group}`);
}

/** Takes an account out of a local group. */
export function removeMember(account: string, group: string): ShellText {
  return withTool('gpasswd', sh`gpasswd -d ${account} ${group}`, sh`delgroup ${account} ${group}`);
}
