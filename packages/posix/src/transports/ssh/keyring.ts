import type { BaseAgent, ParsedKey } from 'ssh2';
import { fingerprint } from '../known-hosts/fingerprint.ts';
import { type AgentKeys, readAgentKeys } from './agent.ts';
import { type IdentityFile, readIdentityFile } from './identity-file.ts';
import type { SshTarget } from './target.ts';

/** One key to offer. */
export type Offer =
  | { readonly kind: 'agent'; readonly label: string; readonly agent: BaseAgent; readonly key: ParsedKey }
  | { readonly kind: 'file'; readonly label: string; readonly key: ParsedKey };

/** The keys for a target in the order to offer them, and why others cannot be offered. */
export type Offers = { readonly offers: readonly Offer[]; readonly problems: readonly string[] };

/** Reads keys and agents; each file and each agent is read once for all nodes of a run, since opening a protected key is slow. */
export class Keyring {
  readonly #files = new Map<string, Promise<IdentityFile>>();
  readonly #agents = new Map<string, Promise<AgentKeys>>();

  async offersFor(target: SshTarget): Promise<Offers> {
    const [files, agent] = await Promise.all([
      Promise.all(target.identityFiles.map((path) => this.#file(path, target.passphrase))),
      target.agentSocket === undefined ? undefined : this.#agent(target.agentSocket),
    ]);
    const agentOffers = agent?.kind === 'keys' ? orderAgentKeys(agent, files, target.identitiesOnly) : [];
    const inAgent = new Set(agentOffers.map((offer) => offer.key.getPublicSSH().toString('base64')));
    const others = files.filter((file) => !inAgent.has(file.publicKey?.toString('base64') ?? ''));
    return {
      offers: [...agentOffers, ...others.flatMap(fileOffer)],
      problems: [
        ...others.flatMap((file) => fileProblem(file, target.identitiesNamed)),
        ...(agent?.kind === 'failed' ? [agent.problem] : []),
      ],
    };
  }

  #file(path: string, passphrase: string | undefined): Promise<IdentityFile> {
    const key = JSON.stringify([path, passphrase]);
    const file = this.#files.get(key) ?? readIdentityFile(path, passphrase);
    this.#files.set(key, file);
    return file;
  }

  #agent(socket: string): Promise<AgentKeys> {
    const keys = this.#agents.get(socket) ?? readAgentKeys(socket);
    this.#agents.set(socket, keys);
    return keys;
  }
}

/** The agent's keys that are named as identity files first, then its others unless only named ones may be offered (as in OpenSSH). */
function orderAgentKeys(
  { agent, keys }: Extract<AgentKeys, { readonly kind: 'keys' }>,
  files: readonly IdentityFile[],
  identitiesOnly: boolean,
): readonly Extract<Offer, { readonly kind: 'agent' }>[] {
  const isNamed = (key: ParsedKey): boolean =>
    files.some((file) => file.publicKey?.equals(key.getPublicSSH()) === true);
  const named = keys.filter(isNamed);
  const others = identitiesOnly ? [] : keys.filter((key) => !isNamed(key));
  return [...named, ...others].map((key) => ({ kind: 'agent', label: `agent key ${describeKey(key)}`, agent, key }));
}

function fileOffer(file: IdentityFile): readonly Offer[] {
  if (file.privateKey === undefined) return [];
  return [
    { kind: 'file', label: `${file.path} (${fingerprint(file.privateKey.getPublicSSH())})`, key: file.privateKey },
  ];
}

/** OpenSSH's default files need not exist; a file that somebody named is missed. */
function fileProblem(file: IdentityFile, named: boolean): readonly string[] {
  if (file.problem !== undefined) return file.missing === true && !named ? [] : [file.problem];
  return file.privateKey === undefined ? [`${file.path} is a public key that no agent holds the private key of`] : [];
}

function describeKey(key: ParsedKey): string {
  const print = fingerprint(key.getPublicSSH());
  return key.comment === undefined || key.comment === '' ? print : `${key.comment} (${print})`;
}
