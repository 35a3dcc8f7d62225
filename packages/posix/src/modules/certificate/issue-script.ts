import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { nameOf, parentOf } from '../../paths/absolute-path.ts';
import { makeLibrary } from '../../paths/entering.ts';
import { backupsOf } from './backups.ts';
import type { CertificateDeclared, CertificateState } from './declared.ts';
import { keyIdentifierWords } from './key-identifiers.ts';
import { nameLine } from './names.ts';

/**
 * Makes key and certificate in a directory that nobody else can enter, and puts them in place when both are there and fit: the key
 * first, so that nothing ever finds a certificate whose key is still to come. The key is written by the node and read by nobody else.
 */
export function issueScript(
  declared: CertificateDeclared,
  state: CertificateState | undefined,
  keyWork: KeyWork,
): ShellText {
  const { path, key, chain, authority } = declared;
  const chained =
    chain === null || authority === null
      ? sh``
      : sh`{ printf '%s\\n' "$certificate"; cat -- ${authority.certificate}; } | place ${parentOf(chain)} ${nameOf(chain)} || exit\n`;
  return sh`${makeLibrary}${library}umask 077
${unmoved(declared, state)}sp_enter ${parentOf(key)}
sp_hide
trap 'rm -f -- .setpoint-key .setpoint-crt .setpoint-csr .setpoint-cnf .setpoint-say; sp_leave' EXIT
${makeKey(declared, keyWork)}printf %s ${configurationOf(declared)} | configure >.setpoint-cnf || exit
${signed(declared)}[ "$(openssl ${shRaw(declared.state === 'requested' ? 'req' : 'x509')} -in .setpoint-crt -noout -pubkey)" = "$(openssl pkey -in "$key" -passin ${passphraseOf(declared)} -pubout)" ] || { echo 'what was made does not fit its key'; exit 1; }
certificate=$(cat .setpoint-crt)
${keepOld(declared, state)}${placeKey(declared, keyWork)}printf '%s\\n' "$certificate" | place ${parentOf(path)} ${nameOf(path)} || exit
${chained}exit 0`;
}

/** What has to be done about the private key first. */
export type KeyWork = 'make' | 'protect' | 'none';

/** Where openssl finds the passphrase of the key. */
function passphraseOf({ passphraseFile }: { readonly passphraseFile: string | null }): string {
  return passphraseFile === null ? 'pass:' : `file:${passphraseFile}`;
}

function makeKey(declared: CertificateDeclared, work: KeyWork): ShellText {
  const own = `../${nameOf(declared.key)}`;
  const phrase = passphraseOf(declared);
  const made = sh`2>.setpoint-say || say
key=.setpoint-key
`;
  switch (work) {
    case 'none':
      return sh`key=${own}\n`;
    case 'protect':
      return sh`openssl pkey -in ${own} -passin pass: -aes-256-cbc -passout ${phrase} -out .setpoint-key ${made}`;
    case 'make': {
      const protection = declared.passphraseFile === null ? sh`` : sh`-aes-256-cbc -pass ${phrase} `;
      return sh`openssl genpkey ${shRaw(keyOptions[declared.keyType])} ${protection}-out .setpoint-key ${made}`;
    }
    default:
      return work satisfies never;
  }
}

function keepOld(declared: CertificateDeclared, state: CertificateState | undefined): ShellText {
  const { certificate, key } = backupsOf(declared, state);
  const kept = [
    [declared.key, key],
    [declared.path, certificate],
  ] as const;
  return shJoin(
    kept.map(([path, to]) =>
      to === null
        ? sh``
        : sh`keep ${parentOf(path)} ${nameOf(path)} ${nameOf(to)} || { echo ${`no backup of ${path} can be made`}; exit 1; }\n`,
    ),
    '',
  );
}

function placeKey({ key, ownership }: CertificateDeclared, work: KeyWork): ShellText {
  if (work === 'none') return sh``;
  const { owner, group, mode } = ownership;
  return sh`chown -- ${`${owner ?? ''}${group === null ? '' : `:${group}`}`} .setpoint-key && chmod -- ${mode ?? '0600'} .setpoint-key || exit
{ sync -- .setpoint-key 2>/dev/null || sync; }
mv -f -- .setpoint-key ${`../${nameOf(key)}`} || exit
`;
}

/**
 * `place DIRECTORY NAME` puts what it reads there, readable by all; `keep DIRECTORY NAME BACKUP` keeps a file as it is; `say` ends with what openssl said. `configure` leaves out what an
 * openssl before 3.0 has no word for, which adds no identifier by itself.
 */
const library: ShellText = shRaw(`say() { cat .setpoint-say; exit 1; }
configure() {
  case $(openssl version) in 'OpenSSL 3'*|'OpenSSL 4'*) cat;; *) sed '/^[a-z]*KeyIdentifier = none$/d';; esac
}
digest() {
  if command -v sha256sum >/dev/null; then sha256sum; else openssl dgst -r -sha256; fi
}
keep() {
  ( trap - EXIT
  sp_enter "$1"
  [ -f "./$2" ] && [ ! -L "./$2" ] || exit 1
  sp_hide
  trap 'rm -f -- .setpoint-kept; sp_leave' EXIT
  cp -p -P -- "../$2" .setpoint-kept && [ -f .setpoint-kept ] && [ ! -L .setpoint-kept ] && mv -f -T -- .setpoint-kept "../$3" )
}
place() {
  ( trap - EXIT
  sp_enter "$1"
  if [ -L "./$2" ] || { sp_there "$2" && [ ! -f "./$2" ]; }; then sp_refuse "$1/$2 is $(sp_what "$2") now; a file is declared"; fi
  sp_hide
  trap 'rm -f -- .setpoint-crt; sp_leave' EXIT
  cat >.setpoint-crt && chmod 0644 .setpoint-crt || exit
  if [ -f "../$2" ]; then chown -- "$(stat -c %u:%g -- "../$2")" .setpoint-crt && chmod -- "$(stat -c %a -- "../$2")" .setpoint-crt || exit; fi
  { sync -- .setpoint-crt 2>/dev/null || sync; }
  mv -f -- .setpoint-crt "../$2" )
}
`);

const keyOptions: Readonly<Record<CertificateDeclared['keyType'], string>> = {
  'ecdsa-256': '-algorithm EC -pkeyopt ec_paramgen_curve:P-256 -pkeyopt ec_param_enc:named_curve',
  'ecdsa-384': '-algorithm EC -pkeyopt ec_paramgen_curve:P-384 -pkeyopt ec_param_enc:named_curve',
  'ecdsa-521': '-algorithm EC -pkeyopt ec_paramgen_curve:P-521 -pkeyopt ec_param_enc:named_curve',
  ed25519: '-algorithm ED25519',
  ed448: '-algorithm ED448',
  'rsa-2048': '-algorithm RSA -pkeyopt rsa_keygen_bits:2048',
  'rsa-3072': '-algorithm RSA -pkeyopt rsa_keygen_bits:3072',
  'rsa-4096': '-algorithm RSA -pkeyopt rsa_keygen_bits:4096',
};

/** Refuses when the certificate or the public half of the key is another one than the plan found. */
function unmoved(declared: CertificateDeclared, state: CertificateState | undefined): ShellText {
  const { path, key } = declared;
  const phrase = passphraseOf(declared);
  const certificate = state?.certificate ?? null;
  const found = state?.key.kind === 'found' ? state.key.public : null;
  const ofCertificate =
    certificate === null
      ? sh``
      : sh`now=$(digest <${path}); [ "\${now%% *}" = ${certificate.sha256} ] || sp_refuse ${`${path} is another certificate than the plan found`}\n`;
  const ofKey =
    found === null
      ? sh`[ ! -f ${key} ] || ! openssl pkey -in ${key} -passin ${phrase} -noout >/dev/null 2>&1 || sp_refuse ${`${key} is there now; the plan found no key there that can be used`}\n`
      : sh`now=$(openssl pkey -in ${key} -passin ${phrase} -pubout 2>/dev/null | digest); [ "\${now%% *}" = ${found} ] || sp_refuse ${`${key} is another key than the plan found`}\n`;
  return shJoin([ofCertificate, ofKey], '');
}

function signed(declared: CertificateDeclared): ShellText {
  const { state, days, authority } = declared;
  const request = sh`openssl req -new -key "$key" -passin ${passphraseOf(declared)} -config .setpoint-cnf`;
  const said = sh`2>.setpoint-say || say\n`;
  if (state === 'requested') return sh`${request} -reqexts ext -out .setpoint-crt ${said}`;
  if (authority === null) return sh`${request} -x509 -days ${days} -extensions ext -out .setpoint-crt ${said}`;
  // The serial number is random, so nothing has to be counted beside the authority’s key.
  return sh`${request} -out .setpoint-csr ${said}openssl x509 -req -in .setpoint-csr -CA ${authority.certificate} -CAkey ${authority.key} -passin ${passphraseOf(authority)} -set_serial "0x$(openssl rand -hex 16)" -days ${days} -extfile .setpoint-cnf -extensions ext -out .setpoint-crt ${said}`;
}

function configurationOf(declared: CertificateDeclared): string {
  const { state, subject, names, usages, isAuthority, keyType } = declared;
  const { ofSubject, ofAuthority } = keyIdentifierWords(declared);
  const isRsa = keyType.startsWith('rsa');
  const keyUsage = isAuthority ? 'keyCertSign, cRLSign' : `digitalSignature${isRsa ? ', keyEncipherment' : ''}`;
  const extended = usages.map((usage) => (usage === 'server' ? 'serverAuth' : 'clientAuth')).join(', ');
  const lines = [
    '[req]',
    'distinguished_name = dn',
    'prompt = no',
    'string_mask = utf8only',
    'utf8 = yes',
    'default_md = sha256',
    '[dn]',
    ...Object.entries(subject).map(([name, value]) => `${name} = ${value}`),
    '[ext]',
    `basicConstraints = critical, CA:${isAuthority ? 'TRUE' : 'FALSE'}`,
    `keyUsage = critical, ${keyUsage}`,
    ...(extended === '' ? [] : [`extendedKeyUsage = ${extended}`]),
    ...(names.length === 0 ? [] : ['subjectAltName = @san']),
    `subjectKeyIdentifier = ${ofSubject}`,
    // A request does not know who will sign it.
    ...(state === 'requested' ? [] : [`authorityKeyIdentifier = ${ofAuthority}`]),
    ...(names.length === 0 ? [] : ['[san]']),
    ...names.map((name, index) => nameLine(name, index + 1)),
  ];
  return `${lines.join('\n')}\n`;
}
