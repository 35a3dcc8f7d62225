import { type Diagnostic, type DiagnosticCode, errorDiagnostic } from '@setpoint/model';
import type { ConnectFailure, RefusedKey } from './connect-failure.ts';
import { fingerprint, keyTypeOf, shortKeyType } from './known-hosts/fingerprint.ts';
import type { KnownHostLine } from './known-hosts/parse.ts';
import { knownHostLineText } from './known-hosts/pin.ts';

/** Where a failure happened: the node, and the address as people write it. */
export type FailurePlace = {
  readonly node: string;
  /** `user@host:port` of the machine that failed, which may be a jump host. */
  readonly at: string;
  /** Set when the machine that failed is a jump host on the way to the node. */
  readonly jump?: true;
};

/** Tells a failure as a diagnostic of the node. */
export function failureDiagnostic(failure: ConnectFailure, place: FailurePlace): Diagnostic {
  const { code, detail, hint } = explain(failure, place.at);
  const prefix = place.jump === true ? `On the way to ${place.node}, at the jump host ${place.at}: ` : '';
  return errorDiagnostic(code, { node: place.node, detail: prefix + detail, ...(hint === undefined ? {} : { hint }) });
}

type Explanation = { readonly code: DiagnosticCode; readonly detail: string; readonly hint?: string };
type Of<Kind extends ConnectFailure['kind']> = Extract<ConnectFailure, { readonly kind: Kind }>;
type Explainers = { readonly [Kind in ConnectFailure['kind']]: (failure: Of<Kind>, at: string) => Explanation };

function explain(failure: ConnectFailure, at: string): Explanation {
  // The table pairs each kind with the function that takes it, which the compiler cannot follow through a look-up.
  const explainer = explainers[failure.kind] as (failure: ConnectFailure, at: string) => Explanation;
  return explainer(failure, at);
}

const explainers: Explainers = {
  unreachable: ({ reason }, at) => ({ code: 'SP501', detail: `${at} cannot be reached: ${reason}.` }),
  'name-not-found': ({ name }) => ({
    code: 'SP502',
    detail: `The name ${name} does not resolve to an address.`,
    hint: 'Set the address: host: ADDRESS',
  }),
  handshake: ({ reason }, at) => ({ code: 'SP503', detail: `The SSH handshake with ${at} failed: ${reason}.` }),
  closed: ({ reason, attempts }, at) => ({
    code: 'SP504',
    detail: `${at} closed the connection before login, tried ${attempts === 1 ? 'once' : `${attempts} times`}: ${reason}.`,
    hint: 'Look at MaxStartups and PerSourcePenalties on the server: sshd -T | grep -i -e maxstartups -e persource',
  }),
  'key-unknown': ({ refused, authorities }, at) => ({
    code: 'SP505',
    detail: `${at} shows the ${describeKey(refused.key)}, and no known_hosts file has a key for ${refused.name}. ${describeAuthorities(authorities)}Nothing was sent.`,
    hint: addKeyCommand(refused),
  }),
  'key-changed': ({ refused, lines }, at) => ({
    code: 'SP506',
    detail: `${at} shows the ${describeKey(refused.key)}, but ${lines.map(describeLine).join(', ')}. Another machine may be answering in its place. Nothing was sent.`,
    hint: removeKeyCommand(refused, lines),
  }),
  'key-revoked': ({ refused, line }, at) => ({
    code: 'SP507',
    detail: `${at} shows the ${describeKey(refused.key)}, which ${line.file}:${line.line} marks as revoked. Nothing was sent.`,
  }),
  'key-refused': ({ verdict, report }, at) => ({
    code: refusalCodes[verdict],
    detail: `ssh refused the host key of ${at}: ${report}`,
  }),
  login: (failure, at) => ({ code: 'SP508', detail: `${at} refused the login. ${describeTries(failure)}` }),
  'too-many-tries': ({ tried }, at) => ({
    code: 'SP509',
    detail: `${at} ended the login after too many tries: ${tried.join('; ')}.`,
    hint: 'Name the right key: identity_file: PATH, identities_only: true',
  }),
  'password-expired': (_failure, at) => ({
    code: 'SP510',
    detail: `${at} demands a new password for the account before it lets it in.`,
  }),
  jump: ({ reason }) => ({ code: 'SP511', detail: `${reason}.` }),
  configuration: ({ reason }, at) => ({
    code: 'SP512',
    detail: `The ssh configuration for ${at} cannot be used: ${reason}.`,
  }),
  'no-channel': ({ reason }, at) => ({
    code: 'SP513',
    detail: `No command can be started on ${at}: ${reason}. It was not run.`,
  }),
  program: ({ program, reason }) => ({ code: 'SP514', detail: `The program ${program} cannot be started: ${reason}.` }),
  pin: ({ file, reason }, at) => ({
    code: 'SP515',
    detail: `The new host key of ${at} could not be pinned in ${file}: ${reason}. The connection was refused.`,
  }),
  ended: ({ reason }, at) => ({
    code: 'SP516',
    detail: `The connection to ${at} has ended: ${reason}. The command was not run.`,
  }),
  interrupted: (_failure, at) => ({ code: 'SP517', detail: `Connecting to ${at} was interrupted.` }),
  settings: ({ reason }) => ({ code: 'SP518', detail: `${reason}.` }),
};

const refusalCodes = { unknown: 'SP505', changed: 'SP506', revoked: 'SP507' } as const;

function describeKey(key: Buffer): string {
  return `${shortKeyType(keyTypeOf(key))} key ${fingerprint(key)}`;
}

function describeLine(line: KnownHostLine): string {
  return `${line.file}:${line.line} knows it by the ${describeKey(line.key)}`;
}

function describeAuthorities(lines: readonly KnownHostLine[]): string {
  const [first] = lines;
  if (first === undefined) return '';
  return `${first.file}:${first.line} trusts a certificate authority for it, which only the openssh transport can check. `;
}

function addKeyCommand({ name, key, pinFile }: RefusedKey): string {
  return `When the fingerprint is right: echo ${shellWord(knownHostLineText(name, key))} >> ${shellWord(pinFile)}`;
}

function removeKeyCommand({ name }: RefusedKey, lines: readonly KnownHostLine[]): string {
  const files = [...new Set(lines.map((line) => line.file))];
  const commands = files.map((file) => `ssh-keygen -R ${shellWord(name)} -f ${shellWord(file)}`);
  return `When the new key is proven right: ${commands.join(' && ')}`;
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

function describeTries({ tried, problems, accepts }: Of<'login'>): string {
  const offered = tried.length === 0 ? 'There was no key and no password to offer.' : `Tried: ${tried.join('; ')}.`;
  const accepted = accepts.length === 0 ? '' : ` The server accepts: ${accepts.join(', ')}.`;
  const unusable = problems.length === 0 ? '' : ` Not usable: ${problems.join('; ')}.`;
  return offered + accepted + unusable;
}
