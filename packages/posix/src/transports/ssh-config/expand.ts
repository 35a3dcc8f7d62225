/** What the tokens of an ssh configuration stand for (ssh_config(5), TOKENS). */
export type TokenValues = {
  readonly home: string;
  /** The name on the command line (`%n`), the address (`%h`), the login account (`%r`), and the local one (`%u`). */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly localUser: string;
  readonly localHost: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** Expands `~`, `%` tokens and `${VARIABLES}` of a path in an ssh configuration. */
export function expandPath(path: string, values: TokenValues): string {
  const tilde = path === '~' || path.startsWith('~/') ? values.home + path.slice(1) : path;
  const variables = tilde.replaceAll(/\$\{(\w+)\}/g, (written, name: string) => values.env[name] ?? written);
  return expandTokens(variables, values);
}

/** Expands the `%` tokens of a value; a token that is not known stays as written. */
export function expandTokens(text: string, values: TokenValues): string {
  const tokens: Readonly<Record<string, string>> = {
    '%': '%',
    d: values.home,
    h: values.host,
    k: values.name,
    l: values.localHost,
    L: values.localHost.replace(/\..*$/, ''),
    n: values.name,
    p: String(values.port),
    r: values.user,
    u: values.localUser,
    i: String(process.getuid?.() ?? ''),
  };
  return text.replaceAll(/%(.)/g, (written, token: string) => tokens[token] ?? written);
}
