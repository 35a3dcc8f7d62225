import type { ConnectFailure, RefusedKey } from '../connect-failure.ts';
import { preferKnownAlgorithms } from '../known-hosts/algorithms.ts';
import { type HostKeyVerdict, judgeHostKey, linesAbout } from '../known-hosts/judge.ts';
import type { KnownHostLine } from '../known-hosts/parse.ts';
import { knownHostLineText, pinHostKey } from '../known-hosts/pin.ts';
import type { KnownHostsStore } from '../known-hosts/store.ts';
import type { SshTarget } from './target.ts';

/** Decides about the host key of one target. */
export type HostKeyCheck = {
  /** Host key algorithms to offer, those of known keys first. */
  readonly algorithms: readonly string[];
  /** Undefined accepts the key; a failure refuses it, before anything was sent. */
  readonly check: (key: Buffer) => Promise<ConnectFailure | undefined>;
};

/** Prepares the check of a target's key from its known_hosts files and the project's. */
export async function prepareHostKeyCheck(
  target: SshTarget,
  pinFile: string,
  store: KnownHostsStore,
): Promise<HostKeyCheck> {
  const lines = await store.read(target.knownHostsFiles);
  const known = linesAbout(lines, target.hostKeyName).filter((line) => line.marker === 'none');
  const check = (key: Buffer): Promise<ConnectFailure | undefined> => checkKey({ target, pinFile, store, key });
  const types = new Set(known.map((line) => line.keyType));
  return { algorithms: preferKnownAlgorithms(target.algorithms.hostKey, types), check };
}

type Question = {
  readonly target: SshTarget;
  readonly pinFile: string;
  readonly store: KnownHostsStore;
  readonly key: Buffer;
};

/** Reads the files anew, so that a key pinned meanwhile by another node of the run counts. */
async function checkKey(question: Question): Promise<ConnectFailure | undefined> {
  const { target, pinFile, store, key } = question;
  const verdict = judgeForTarget(await store.read(target.knownHostsFiles), target, key);
  const refused: RefusedKey = { name: target.hostKeyName, key, pinFile };
  switch (verdict.kind) {
    case 'known':
      return undefined;
    case 'changed':
      return { kind: 'key-changed', refused, lines: verdict.lines };
    case 'revoked':
      return { kind: 'key-revoked', refused, line: verdict.line };
    case 'unknown':
      if (target.acceptNewHostKeys) return pinNewKey(question);
      return { kind: 'key-unknown', refused, authorities: verdict.authorities };
    default:
      return verdict satisfies never;
  }
}

/**
 * When nothing is known for the host at this port, a key known for the host at port 22 is accepted, as in OpenSSH, and one revoked
 * there is refused.
 */
function judgeForTarget(lines: readonly KnownHostLine[], target: SshTarget, key: Buffer): HostKeyVerdict {
  const verdict = judgeHostKey(linesAbout(lines, target.hostKeyName), key);
  if (verdict.kind !== 'unknown' || target.portlessKeyName === undefined) return verdict;
  const portless = judgeHostKey(linesAbout(lines, target.portlessKeyName), key);
  return portless.kind === 'known' || portless.kind === 'revoked' ? portless : verdict;
}

async function pinNewKey({ target, pinFile, key }: Question): Promise<ConnectFailure | undefined> {
  const pinned = await pinHostKey(pinFile, knownHostLineText(target.hostKeyName, key));
  return pinned.kind === 'pinned' ? undefined : { kind: 'pin', file: pinFile, reason: pinned.reason };
}
