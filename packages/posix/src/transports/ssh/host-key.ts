import type { ConnectFailure, RefusedKey } from '../connect-failure.ts';
import { preferKnownAlgorithms } from '../known-hosts/algorithms.ts';
import { judgeHostKey, linesAbout } from '../known-hosts/judge.ts';
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
async function checkKey({ target, pinFile, store, key }: Question): Promise<ConnectFailure | undefined> {
  const lines = await store.read(target.knownHostsFiles);
  const verdict = judgeHostKey(linesAbout(lines, target.hostKeyName), key);
  const refused: RefusedKey = { name: target.hostKeyName, key, host: target.host, port: target.port, pinFile };
  switch (verdict.kind) {
    case 'known':
      return undefined;
    case 'changed':
      return { kind: 'key-changed', refused, lines: verdict.lines };
    case 'revoked':
      return { kind: 'key-revoked', refused, line: verdict.line };
    case 'unknown':
      if (isKnownWithoutPort(target, lines, key)) return undefined;
      if (target.acceptNewHostKeys) return pinNewKey({ target, pinFile, store, key });
      return { kind: 'key-unknown', refused, authorities: verdict.authorities };
    default:
      return verdict satisfies never;
  }
}

/** OpenSSH accepts a key known for the host at port 22 when nothing is known for the host at this port. */
function isKnownWithoutPort(target: SshTarget, lines: readonly KnownHostLine[], key: Buffer): boolean {
  if (target.portlessKeyName === undefined) return false;
  return judgeHostKey(linesAbout(lines, target.portlessKeyName), key).kind === 'known';
}

async function pinNewKey({ target, pinFile, key }: Question): Promise<ConnectFailure | undefined> {
  const pinned = await pinHostKey(pinFile, knownHostLineText(target.hostKeyName, key));
  return pinned.kind === 'pinned' ? undefined : { kind: 'pin', file: pinFile, reason: pinned.reason };
}
