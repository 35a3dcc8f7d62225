import type { Observed } from '@setpoint/model';
import { type ShellText, sh, shRaw } from '@setpoint/sdk';
import { proxyLibrary } from '../../fetching/proxy.ts';
import { nameOf, parentOf } from '../../paths/absolute-path.ts';
import { dressLibrary } from '../../paths/dressing.ts';
import { makeLibrary } from '../../paths/entering.ts';
import type { Checksum, DownloadDeclared, DownloadState, Route } from './declared.ts';

/**
 * Downloads into a closed directory beside the file, compares the checksum, gives the new file owner and mode, and renames it to its
 * place: until then the old file stands there, whatever goes wrong. The headers come on standard input; wget reads them from nothing
 * but a file, which has no name any more before they are written into it.
 */
export function downloadScript(
  declared: DownloadDeclared,
  {
    expected,
    mode,
    observed,
    route,
  }: {
    readonly expected: Checksum | null;
    /** Octal; null keeps that of the old file, or is 0644. */
    readonly mode: string | null;
    readonly observed: Observed<DownloadState>;
    readonly route: Route;
  },
): ShellText {
  const { path, url, ownership } = declared;
  const name = nameOf(path);
  const head =
    observed.kind === 'present' && observed.state.head !== null && 'modified' in observed.state.head
      ? observed.state.head
      : null;
  const stamp =
    head?.modified === null || head === null ? sh`` : sh`TZ=UTC0 touch -d ${head.modified} .setpoint-new || exit\n`;
  return sh`${makeLibrary}${dressLibrary}${proxyLibrary}${fetchLibrary}sp_enter ${parentOf(path)}
sp_name=${name} sp_path=${path} sp_url=${url} sp_algo=${expected?.algorithm ?? ''} sp_sum=${expected?.digest ?? ''}
${unmoved(declared, observed)}sp_hide
trap 'rm -f -- .setpoint-new; sp_leave' EXIT
umask 077
sp_begin
${route === 'controller' ? arrival : fetching(declared)}sp_check
sp_dress ${ownership.owner ?? ''} ${ownership.group ?? ''} ${mode ?? ''}
${stamp}sp_settle`;
}

/** What came by way of the controller is compared with what the controller got, where no checksum is declared. */
const arrival: ShellText = shRaw(`cat >.setpoint-new || exit
[ -n "$sp_sum" ] || sp_algo=sha256 sp_sum=$sp_arrived
`);

function fetching({ url, headers, timeoutSeconds, tls, proxy }: DownloadDeclared): ShellText {
  const isSecure = url.startsWith('https:');
  // curl takes what follows a colon for a password.
  const certificate = tls.certificate?.replaceAll(/[\\:]/g, '\\$&') ?? '';
  return sh`sp_cert=${certificate} sp_key=${tls.key ?? ''} sp_ca=${tls.authority ?? ''} sp_proxy=${proxy}
sp_fetch ${isSecure ? 1 : ''} ${headers === null ? '' : 1} ${timeoutSeconds}
`;
}

/** Refuses what came to the path since it was looked at; a file that is what is wanted by now ends the script well. */
function unmoved({ path }: DownloadDeclared, observed: Observed<DownloadState>): ShellText {
  const isWanted = sh`[ -n "$sp_sum" ] && [ "$(sp_digest)" = "$sp_sum" ]`;
  const isFile = sh`if [ -L "./$sp_name" ] || { [ -e "./$sp_name" ] && [ ! -f "./$sp_name" ]; }; then sp_refuse ${path}" is $(sp_what "$sp_name"), and a file is declared"; fi\n`;
  if (observed.kind === 'unknown') return isFile;
  if (observed.kind === 'absent') {
    return sh`${isFile}if sp_there "$sp_name" && ! { ${isWanted}; }; then sp_refuse ${path}" exists now; the plan found nothing there"; fi\n`;
  }
  const { digest, sizeBytes, modified } = observed.state;
  const isFound =
    digest !== null
      ? sh`[ "$(sp_digest)" = ${digest} ]`
      : modified === 'pending'
        ? sh`:`
        : sh`case $(TZ=UTC0 stat -c '%s|%y' -- "./$sp_name") in ${`${sizeBytes}|${modified}`}*) ;; *) false;; esac`;
  return sh`${isFile}sp_there "$sp_name" || sp_refuse ${path}" is gone; the plan found a file there"
${isFound} || { ${isWanted}; } || sp_refuse "the content of "${path}" is another one than the plan found"\n`;
}

const fetchLibrary: ShellText = shRaw(
  String.raw`sp_to_proxy='s/^header = \("[Pp][Rr][Oo][Xx][Yy]-[Aa][Uu][Tt][Hh][Oo][Rr][Ii][Zz][Aa][Tt][Ii][Oo][Nn] *:\)/proxy-header = \1/'
sp_fail() { printf '%s\n' "$1"; exit 1; }
sp_has() { command -v "$1" >/dev/null 2>&1; }
sp_digest() { sp_digest_of "./$sp_name"; }
sp_digest_of() {
  if sp_has "\${sp_algo}sum"; then set -- "$("\${sp_algo}sum" <"$1")"
  elif sp_has openssl; then set -- "$(openssl dgst -r -"$sp_algo" <"$1")"
  else sp_fail "the node has no program for $sp_algo"; fi
  printf %s "\${1%% *}"
}
sp_fetch() {
  sp_proxied
  if sp_has curl; then
    sp_only=http,https
    [ -z "$1" ] || sp_only=https
    set -- "$2" -q -g -f -sS -L --max-redirs 10 --proto "=$sp_only" --connect-timeout 15 --max-time "$3" --speed-limit 1 --speed-time 60 \
      \${sp_cert:+--cert "$sp_cert"} \${sp_key:+--key "$sp_key"} \${sp_ca:+--cacert "$sp_ca"} -o .setpoint-new "$sp_url"
    if [ -n "$1" ]; then
      shift
      sed -e 's/\r$//' -e '/^$/d' -e 's/[\\"]/\\&/g' -e 's/.*/header = "&"/' -e "$sp_to_proxy" | curl "$@" --config -
    else
      shift
      curl "$@" </dev/null
    fi
  elif sp_has wget; then
    case $(wget --help 2>&1) in
      *BusyBox*)
        [ -z "$2" ] || sp_fail 'wget of busybox shows headers in the process list; install curl'
        [ -z "$1" ] || [ -z "$sp_proxy" ] || sp_fail 'wget of busybox reaches https by no proxy; install curl'
        [ -z "$sp_cert$sp_ca" ] || sp_fail 'wget of busybox knows no certificates; install curl'
        [ -z "$1" ] || [ -n "$sp_sum" ] || sp_fail 'wget of busybox does not check who the server is; declare a checksum, or install curl'
        wget -q -O .setpoint-new "$sp_url" </dev/null;;
      *)
        sp_kept= sp_hops=10
        if [ -n "$2" ]; then
          exec 5<>.setpoint-kept && rm -f -- .setpoint-kept || exit
          sed -e 's/\r$//' -e '/^$/d' -e 's/^/header = /' >&5
          sp_kept=/proc/self/fd/5 sp_hops=0
          ! grep -qi '^header = proxy-authorization *:' "$sp_kept" || sp_fail 'wget shows the server what is for the proxy; install curl'
        fi
        sp_said=$(wget -S \${sp_kept:+--config="$sp_kept"} --no-netrc $sp_by_proxy --tries=1 --timeout=60 --max-redirect="$sp_hops" \
          \${sp_cert:+--certificate="$sp_cert"} \${sp_key:+--private-key="$sp_key"} \${sp_ca:+--ca-certificate="$sp_ca"} -O .setpoint-new "$sp_url" 2>&1 </dev/null)
        sp_code=$?
        if [ -n "$1" ] && printf '%s\n' "$sp_said" | grep -qi '^ *location: *http:'; then
          sp_fail "$sp_url leads to http, which is not followed; $sp_path is as it was"
        fi
        ( [ $sp_code -eq 0 ] || printf '%s\n' "$sp_said" | tail -n 5; exit $sp_code );;
    esac
  else sp_fail 'the node has neither curl nor wget'; fi
  sp_code=$?
  [ $sp_code -eq 0 ] || sp_fail "$sp_url was not downloaded (exit code $sp_code); $sp_path is as it was"
}
sp_check() {
  [ -n "$sp_sum" ] || return 0
  sp_now=$(sp_digest_of .setpoint-new) || exit
  [ "$sp_now" = "$sp_sum" ] || sp_fail "what $sp_url gave has the $sp_algo $sp_now, and $sp_sum is wanted; $sp_path is as it was"
}
`.replaceAll('\\${', '${'),
);
