import type { DeclarationProblem } from '@setpoint/model';
import { type ShellText, shRaw } from '@setpoint/sdk';

/** A proxy as `http://HOST:PORT`, empty where none is declared, or what is wrong with it. */
export function readProxy(text: string | undefined): {
  readonly proxy: string;
  readonly problems: readonly DeclarationProblem[];
} {
  if (text === undefined) return { proxy: '', problems: [] };
  const property = 'proxy';
  const wrong = (detail: string, hint: string) => ({ proxy: '', problems: [{ property, detail, hint }] });
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) return wrong(`"${text}" is no address of a proxy.`, form);
  const { protocol, hostname, port, pathname, search, hash, username, password } = url;
  if (username !== '' || password !== '')
    return wrong(
      'The address of a proxy is shown in every output, and this one holds a password.',
      'give it by `headers: "Proxy-Authorization: …"`, which curl shows the proxy alone',
    );
  // curl and wget have different ports for proxies that name none.
  const named = port === '' && /:80\/?$/.test(text) ? '80' : port;
  if (protocol === 'http:' && named !== '' && `${pathname}${search}${hash}` === '/')
    return { proxy: `http://${hostname}:${named}`, problems: [] };
  return wrong(`"${text}" is no address of a proxy.`, form);
}

const form = 'write it as http://HOST:PORT';

/**
 * `sp_proxied` lets the programs that are started after it go by the proxy in `$sp_proxy` alone, whatever the environment says of
 * proxies; nothing changes where it is empty. GNU wget needs `$sp_by_proxy` for its arguments, because its own settings come before the environment.
 */
export const proxyLibrary: ShellText = shRaw(`sp_proxied() {
  sp_by_proxy=
  [ -n "$sp_proxy" ] || return 0
  unset NO_PROXY HTTPS_PROXY ALL_PROXY all_proxy
  http_proxy=$sp_proxy https_proxy=$sp_proxy no_proxy=
  export http_proxy https_proxy no_proxy
  sp_by_proxy="-e use_proxy=on -e http_proxy=$sp_proxy -e https_proxy=$sp_proxy -e no_proxy="
}
`);
