import type { Answer, Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { type QueryKind, queryText, unreadable } from './query-kind.ts';

/** Asks for a certificate, the private key that belongs to it, and whether an authority of the node signed it. */
export type CertificateQuery = {
  readonly kind: 'certificate';
  readonly path: string;
  readonly key: string;
  /** The certificate of the authority; empty for one that signs itself. */
  readonly authority: string;
  /** A file that must hold the certificate and then the authority’s; empty when there is none. */
  readonly chain: string;
  /** A certificate that expires within this time is due. */
  readonly renewSeconds: number;
  /** A file whose first line is the passphrase of the key; empty for a key without one. */
  readonly passphraseFile: string;
  /** What `path` is to hold; of a request nothing expires, and it is signed when its own key signed it. */
  readonly form: 'certificate' | 'request';
};

/** The answer; a node without `openssl` answers absent. Nothing of a private key but its public half is read. */
export type CertificateValue = {
  /** Null when there is no certificate there that can be read. */
  readonly certificate: CertificateFound | null;
  readonly key: KeyFound;
  readonly hasChain: boolean;
};

export type CertificateFound = {
  /** SHA-256 of the file. */
  readonly sha256: string;
  readonly subject: Readonly<Record<string, string>>;
  /** As `openssl` prints them: `DNS:example.com`, `IP Address:10.0.0.1`. */
  readonly names: readonly string[];
  readonly usages: readonly string[];
  readonly isAuthority: boolean;
  /** Whether it names its own key, and that of who signed it, by an identifier. */
  readonly hasSubjectKeyId: boolean;
  readonly hasAuthorityKeyId: boolean;
  readonly expires: string;
  readonly isDue: boolean;
  readonly fitsKey: boolean;
  readonly isSigned: boolean;
};

/**
 * `public` is the SHA-256 of the public half. An unusable file is broken, or asks for another passphrase; an open one is to have a
 * passphrase and does not ask for it.
 */
export type KeyFound =
  | { readonly kind: 'absent' | 'unusable' }
  | { readonly kind: 'found'; readonly type: string; readonly public: string; readonly isOpen?: true };

/** One block of lines `NAME VALUE` per certificate, each closed by a dot; what `openssl` prints of names begins with a bar. */
export const certificateKind: QueryKind = {
  kind: 'certificate',
  batchSize: 50,
  library: shRaw(
    String.raw`sp_certificates() {
  while [ $# -gt 0 ]; do
    sp_certificate "$1" "$2" "$3" "$4" "$5" "$6" "$7"
    printf '.\n'
    shift 7
  done
}
sp_ssl() { sp_timeout 20 openssl "$@" 2>/dev/null; }
sp_digest_of() { sp_sum=$(sp_sha256_in); printf %s "\${sp_sum%% *}"; }
sp_certificate() {
  sp_has openssl || { printf 'toolless\n'; return 0; }
  sp_pass=pass:
  [ -z "$6" ] || sp_pass=file:$6
  for sp_file in "$1" "$2" \${6:+"$6"}; do
    if [ -e "$sp_file" ]; then [ -r "$sp_file" ] || { printf 'denied %s\n' "$sp_file"; return 0; }
    elif [ "$(sp_gone "$sp_file")" = ! ]; then printf 'denied %s\n' "$sp_file"; return 0; fi
  done
  sp_public=
  if [ ! -e "$2" ]; then printf 'key absent\n'
  elif [ ! -f "$2" ] || ! sp_text=$(sp_ssl pkey -in "$2" -passin "$sp_pass" -text_pub -noout); then printf 'key unusable\n'
  else
    sp_public=$(sp_ssl pkey -in "$2" -passin "$sp_pass" -pubout | sp_digest_of)
    sp_bits=\${sp_text%%" bit"*} sp_bits=\${sp_bits##*"("}
    case $sp_text in
      ED25519*) sp_type=ed25519;;
      ED448*) sp_type=ed448;;
      *'ASN1 OID: prime256v1'*) sp_type=ecdsa-256;;
      *'ASN1 OID: secp384r1'*) sp_type=ecdsa-384;;
      *'ASN1 OID: secp521r1'*) sp_type=ecdsa-521;;
      *Modulus*) sp_type=rsa-$sp_bits;;
      *) sp_type=other;;
    esac
    printf 'key %s %s' "$sp_type" "$sp_public"
    if [ -n "$6" ] && sp_ssl pkey -in "$2" -passin pass: -noout; then printf ' open'; fi
    printf '\n'
  fi
  if [ "$7" = request ]; then sp_request "$1"; return 0; fi
  [ -f "$1" ] && sp_text=$(sp_ssl x509 -in "$1" -noout -subject -nameopt sep_multiline,sname,utf8 -enddate -ext subjectAltName,basicConstraints,extendedKeyUsage,subjectKeyIdentifier,authorityKeyIdentifier) || return 0
  printf 'sha256 %s\n' "$(sp_digest_of <"$1")"
  printf '%s\n' "$sp_text" | sed 's/^/|/'
  sp_ssl x509 -in "$1" -noout -checkend "$5" >/dev/null || printf 'due\n'
  if [ -n "$sp_public" ] && [ "$(sp_ssl x509 -in "$1" -noout -pubkey | sp_digest_of)" = "$sp_public" ]; then printf 'fits\n'; fi
  if [ -z "$3" ]; then
    if sp_ssl verify -no_check_time -check_ss_sig -CAfile "$1" "$1" >/dev/null; then printf 'signed\n'; fi
  elif sp_ssl verify -no_check_time -partial_chain -CAfile "$3" "$1" >/dev/null; then printf 'signed\n'; fi
  if [ -n "$4" ] && [ -f "$4" ] && [ "$(cat -- "$1" "$3" 2>/dev/null | sp_digest_of)" = "$(sp_digest_of <"$4")" ]; then printf 'chain\n'; fi
}
sp_request() {
  [ -f "$1" ] && sp_text=$(sp_ssl req -in "$1" -noout -subject -nameopt sep_multiline,sname,utf8) || return 0
  printf 'sha256 %s\n' "$(sp_digest_of <"$1")"
  sp_text="$sp_text
notAfter=
$(sp_ssl req -in "$1" -noout -text | sed -n '/Requested Extensions:/,$ s/^ *//p')"
  printf '%s\n' "$sp_text" | sed 's/^/|/'
  if [ -n "$sp_public" ] && [ "$(sp_ssl req -in "$1" -noout -pubkey | sp_digest_of)" = "$sp_public" ]; then printf 'fits\n'; fi
  if sp_ssl req -in "$1" -noout -verify; then printf 'signed\n'; fi
}
`.replaceAll('\\${', '${'),
  ),
  section: (queries) =>
    sh`sp_certificates ${queries.flatMap((query) => [
      queryText(query, 'path'),
      queryText(query, 'key'),
      queryText(query, 'authority'),
      queryText(query, 'chain'),
      Number(query['renewSeconds']),
      queryText(query, 'passphraseFile'),
      queryText(query, 'form'),
    ])}`,
  parse: (output, queries: readonly Query[]) => {
    const blocks = output.toString('utf8').split(/(?<=^|\n)\.\n/);
    if (blocks.pop() !== '' || blocks.length !== queries.length) return unreadable(queries, 'certificates');
    return blocks.map(readBlock);
  },
};

function readBlock(block: string): Answer {
  if (block === 'toolless\n') return { status: 'absent' };
  const lines = block.split('\n').slice(0, -1);
  const [first = '', ...rest] = lines;
  if (first.startsWith('denied ')) return { status: 'unknown', cause: { kind: 'denied', what: first.slice(7) } };
  const key = readKey(first);
  if (key === undefined) return { status: 'unknown', cause: { kind: 'unavailable', what: 'a private key' } };
  const value: CertificateValue = { certificate: readCertificate(rest), key, hasChain: rest.includes('chain') };
  return { status: 'found', value };
}

function readKey(line: string): KeyFound | undefined {
  const [, type, sum, open] = /^key (\S+)(?: ([0-9a-f]{64})( open)?)?$/.exec(line) ?? [];
  if (type === 'absent' || type === 'unusable') return { kind: type };
  if (type === undefined || sum === undefined) return undefined;
  return { kind: 'found', type, public: sum, ...(open === undefined ? {} : { isOpen: true }) };
}

function readCertificate(lines: readonly string[]): CertificateFound | null {
  const sha256 = lines.find((line) => line.startsWith('sha256 '))?.slice(7) ?? '';
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  const printed = lines.flatMap((line) => (line.startsWith('|') ? [line.slice(1)] : []));
  const subjectEnd = printed.findIndex((line) => line.startsWith('notAfter='));
  const subject = printed.slice(0, Math.max(subjectEnd, 0)).flatMap((line) => {
    const [, name, value] = /^\s+(\w+)=(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return {
    sha256,
    subject: Object.fromEntries(subject),
    names: listAfter(printed, 'X509v3 Subject Alternative Name:').toSorted(),
    usages: listAfter(printed, 'X509v3 Extended Key Usage:').toSorted(),
    isAuthority: listAfter(printed, 'X509v3 Basic Constraints:').includes('CA:TRUE'),
    hasSubjectKeyId: printed.some((line) => line.startsWith('X509v3 Subject Key Identifier:')),
    hasAuthorityKeyId: printed.some((line) => line.startsWith('X509v3 Authority Key Identifier:')),
    expires: printed[subjectEnd]?.slice('notAfter='.length) ?? '',
    isDue: lines.includes('due'),
    fitsKey: lines.includes('fits'),
    isSigned: lines.includes('signed'),
  };
}

function listAfter(lines: readonly string[], head: string): readonly string[] {
  const at = lines.findIndex((line) => line.startsWith(head));
  return at < 0 ? [] : (lines[at + 1] ?? '').trim().split(', ');
}
