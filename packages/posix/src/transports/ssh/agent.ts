import type { BaseAgent as Agent, IdentityCallback, ParsedKey, SignCallback, SigningRequestOptions } from 'ssh2';
import { settleWithin, timedOut } from '../deadline.ts';
import { BaseAgent, OpenSSHAgent } from './ssh2.ts';

/** The keys an agent holds, or why it does not tell. */
export type AgentKeys =
  | { readonly kind: 'keys'; readonly agent: Agent; readonly keys: readonly ParsedKey[] }
  | { readonly kind: 'failed'; readonly problem: string };

/** Asks the agent at a socket for its keys. */
export async function readAgentKeys(socket: string): Promise<AgentKeys> {
  const agent = new OpenSSHAgent(socket);
  const listed = await settleWithin(listKeys(agent), agentTimeoutMs);
  if (listed === timedOut) return { kind: 'failed', problem: `the key agent at ${socket} does not answer` };
  if (listed instanceof Error)
    return { kind: 'failed', problem: `the key agent at ${socket} cannot be used (${listed.message})` };
  return { kind: 'keys', agent, keys: listed };
}

/** Listing keys needs no person; an agent that takes longer is stuck. */
const agentTimeoutMs = 5000;

function listKeys(agent: Agent): Promise<readonly ParsedKey[] | Error> {
  return new Promise((resolve) => {
    agent.getIdentities((error, keys) => {
      // The agent hands out parsed keys; the type also allows text for agents written by others.
      resolve(error ?? ((keys ?? []) as unknown as readonly ParsedKey[]));
    });
  });
}

/** An agent that offers one key of another, so that keys can be tried one by one in an order of our own. */
export class SingleKeyAgent extends BaseAgent {
  readonly #agent: Agent;
  readonly #key: ParsedKey;

  constructor(agent: Agent, key: ParsedKey) {
    super();
    this.#agent = agent;
    this.#key = key;
  }

  override getIdentities(callback: IdentityCallback): void {
    callback(undefined, [this.#key]);
  }

  override sign(
    key: ParsedKey | Buffer | string,
    data: Buffer,
    ...rest: [SignCallback] | [SigningRequestOptions, (SignCallback | undefined)?]
  ): void {
    const [first, second] = rest;
    if (typeof first === 'function') this.#agent.sign(key, data, first);
    else this.#agent.sign(key, data, first, second);
  }
}
