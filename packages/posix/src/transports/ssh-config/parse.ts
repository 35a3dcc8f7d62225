/** What the ssh configuration says about one host, with names as ssh_config(5) has them, in lower case. */
export type SshOptions = ReadonlyMap<string, readonly string[]>;

/** Reads the output of `ssh -G`: one option a line, its name in lower case, a repeated option in order of preference. */
export function parseSshOptions(text: string): SshOptions {
  const options = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const space = line.indexOf(' ');
    const name = (space < 0 ? line : line.slice(0, space)).toLowerCase();
    if (name === '') continue;
    const values = options.get(name);
    const value = space < 0 ? '' : line.slice(space + 1);
    if (values === undefined) options.set(name, [value]);
    else values.push(value);
  }
  return options;
}

/** Splits a value into words; a word in double quotes may hold spaces (ssh_config(5), first section). */
export function splitWords(value: string): readonly string[] {
  return [...value.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, plain]) => {
    return quoted === undefined ? (plain ?? '') : quoted.replaceAll(/\\(["\\])/g, '$1');
  });
}
