import type { NftTableValue } from '../../queries/nft-table.ts';
import { type Packet, type Rule, readRule } from './read-rule.ts';

type Way = NonNullable<NftTableValue['way']>;

/** What becomes of the connection that Setpoint came in by: certainly let through, certainly not, or nobody can tell from here. */
export type WayVerdict = 'open' | 'cut' | 'unsure';

/**
 * Judges a table by the way a new connection like the present one would take through it: in through its input hooks, and the replies
 * out. Rules are read in the node's own spelling; what is not understood here is taken for something that may or may not apply.
 */
export function cutWays(listing: string, [peer, peerPort, own, ownPort]: Way): WayVerdict {
  const chains = readChains(listing);
  const into = { from: peer, to: own, fromPort: peerPort, toPort: ownPort, isNew: true, direction: 'in' } as const;
  const back = { from: own, to: peer, fromPort: ownPort, toPort: peerPort, isNew: false, direction: 'out' } as const;
  const verdicts = [...chains.values()].flatMap((chain) => {
    if (chain.hook === 'input' || chain.hook === 'prerouting') return [judge(chain, into, chains)];
    return chain.hook === 'output' || chain.hook === 'postrouting' ? [judge(chain, back, chains)] : [];
  });
  if (verdicts.includes('cut')) return 'cut';
  return verdicts.includes('unsure') ? 'unsure' : 'open';
}

type Chain = { readonly hook: string | null; readonly policy: string; readonly rules: readonly string[] };

function readChains(listing: string): ReadonlyMap<string, Chain> {
  const chains = new Map<string, Chain>();
  for (const [, name = '', body = ''] of listing.matchAll(/^\s*chain (\S+) \{\n([^]*?)^\s*\}$/gm)) {
    const lines = body.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
    const head = lines.filter((line) => /^(?:type|policy) /.test(line)).join(' ');
    // Chains of the types nat and route drop nothing by themselves.
    const hook = /^type filter hook (\S+)/.exec(head)?.[1] ?? null;
    const policy = /policy (\w+)/.exec(head)?.[1] ?? 'accept';
    chains.set(name, { hook, policy, rules: lines.filter((line) => !/^(?:type|policy|comment) /.test(line)) });
  }
  return chains;
}

function judge(chain: Chain, packet: Packet, chains: ReadonlyMap<string, Chain>): WayVerdict {
  const fates = walk(chain, packet, { chains, depth: 0 });
  const ends = new Set([...fates].map((fate) => (fate === 'on' ? (chain.policy === 'drop' ? 'cut' : 'open') : fate)));
  if (ends.size > 1) return 'unsure';
  return ends.has('cut') ? 'cut' : 'open';
}

/** What may become of a packet in a chain; `on` means that it comes out of it undecided. */
type Fate = 'open' | 'cut' | 'on';

const every: ReadonlySet<Fate> = new Set(['open', 'cut', 'on']);

type Depth = { readonly chains: ReadonlyMap<string, Chain>; readonly depth: number };

function walk({ rules }: Chain, packet: Packet, depth: Depth): ReadonlySet<Fate> {
  const fates = new Set<Fate>();
  for (const rule of rules.map((text) => readRule(text, packet))) {
    if (rule.applies === 'no' || rule.verdict === 'none') continue;
    if (rule.verdict === 'return') {
      fates.add('on');
      if (rule.applies === 'yes') return fates;
      continue;
    }
    const next = fatesOf(rule, packet, depth);
    for (const fate of next) if (fate !== 'on') fates.add(fate);
    if (rule.applies === 'yes' && !next.has('on')) return fates;
  }
  return fates.add('on');
}

function fatesOf({ verdict, target }: Rule, packet: Packet, { chains, depth }: Depth): ReadonlySet<Fate> {
  if (verdict === 'open' || verdict === 'cut') return new Set([verdict]);
  const inner = verdict === 'jump' ? chains.get(target) : undefined;
  return inner === undefined || depth > 15 ? every : walk(inner, packet, { chains, depth: depth + 1 });
}
