/** A TCP packet, as far as rules are understood here. */
export type Packet = {
  readonly from: string;
  readonly to: string;
  readonly fromPort: number;
  readonly toPort: number;
  readonly isNew: boolean;
  readonly direction: 'in' | 'out';
};

/** What a rule does with a packet: whether it applies, and what follows when it does. */
export type Rule = {
  readonly applies: 'yes' | 'no' | 'maybe';
  readonly verdict: 'open' | 'cut' | 'unsure' | 'none' | 'return' | 'jump';
  readonly target: string;
};

/** Reads one rule of a listing for one packet. */
export function readRule(rule: string, packet: Packet): Rule {
  const text = rule
    .replaceAll(/\s*\bcomment "[^"]*"/g, '')
    .replaceAll(/\blog\b(?: (?:prefix "[^"]*"|level \S+|flags \S+))*/g, '');
  // A map of verdicts may decide anything.
  if (/ vmap /.test(text)) return { applies: 'maybe', verdict: 'unsure', target: '' };
  const [, matches = '', verdict = '', target = ''] =
    /^(.*?)\s*\b(accept|drop|reject|return|jump|goto|queue|continue)\b ?(\S*).*$/.exec(text) ?? [];
  if (verdict === '') return { applies: 'no', verdict: 'none', target: '' };
  return { applies: appliesTo(matches, packet), verdict: verdicts[verdict] ?? 'unsure', target };
}

const verdicts: Readonly<Record<string, Rule['verdict']>> = {
  accept: 'open',
  drop: 'cut',
  reject: 'cut',
  return: 'return',
  jump: 'jump',
  goto: 'jump',
  continue: 'none',
};

function appliesTo(matches: string, packet: Packet): Rule['applies'] {
  let rest = matches.trim();
  let isSure = true;
  while (rest !== '') {
    const [whole, field = '', negated, value = ''] =
      /^((?:ct state|(?:ip|ip6) [sd]addr|tcp [sd]port|udp \S+|icmp\S* \S+|meta l4proto|meta nfproto|ip protocol|iifname|iif|oifname|oif|counter))(?: (!=))?(?: (\{[^}]*\}|"[^"]*"|\S+))?\s*/.exec(
        rest,
      ) ?? [];
    if (whole === undefined) return 'maybe';
    if (field === 'counter') {
      rest = rest
        .slice('counter'.length)
        .replace(/^ packets \d+ bytes \d+/, '')
        .trim();
      continue;
    }
    const hit = isHit(field, value, packet);
    if (hit === undefined) isSure = false;
    else if (hit === (negated !== undefined)) return 'no';
    rest = rest.slice(whole.length);
  }
  return isSure ? 'yes' : 'maybe';
}

/** Whether a field of the packet is among the values; undefined when nobody can tell from here. */
function isHit(field: string, value: string, packet: Packet): boolean | undefined {
  const items = value
    .replaceAll(/[{}"]/g, '')
    .split(',')
    .map((item) => item.trim());
  if (field.startsWith('udp') || field.startsWith('icmp')) return false;
  const isOf = words[field];
  if (isOf !== undefined) return isOf(packet).some((word) => items.includes(word));
  if (field.startsWith('iif') || field.startsWith('oif'))
    return items.every((item) => item === 'lo') ? isLocal(packet) : undefined;
  if (value.startsWith('@')) return undefined;
  if (field.startsWith('tcp'))
    return anyOf(items, (item) => hasPort(item, field.endsWith('sport') ? packet.fromPort : packet.toPort));
  const address = field.endsWith('saddr') ? packet.from : packet.to;
  if (field.startsWith('ip6') !== address.includes(':')) return false;
  return anyOf(items, (item) => (item === address ? true : /[-/]/.test(item) ? hasAddress(item, address) : false));
}

/** Fields of which a packet has one value, which may be spelt in several ways. */
const words: Readonly<Record<string, (packet: Packet) => readonly string[]>> = {
  'ct state': ({ isNew }) => [isNew ? 'new' : 'established'],
  'meta l4proto': () => ['tcp', '6'],
  'ip protocol': () => ['tcp', '6'],
  'meta nfproto': ({ from }) => [from.includes(':') ? 'ipv6' : 'ipv4'],
};

function isLocal({ from }: Packet): boolean {
  return from.startsWith('127.') || from === '::1';
}

function anyOf(items: readonly string[], test: (item: string) => boolean | undefined): boolean | undefined {
  const results = items.map(test);
  return results.includes(true) ? true : results.includes(undefined) ? undefined : false;
}

function hasPort(item: string, port: number): boolean | undefined {
  const [, first, last] = /^(\d+)(?:-(\d+))?$/.exec(item) ?? [];
  if (first === undefined) return item === 'ssh' ? port === 22 : undefined;
  return port >= Number(first) && port <= Number(last ?? first);
}

/** A network or a range of IPv4; of IPv6 nobody can tell here. */
function hasAddress(item: string, address: string): boolean | undefined {
  const number = toNumber(address);
  const [, start, separator, end] = /^([\d.]+)([-/])([\d.]+)$/.exec(item) ?? [];
  const first = toNumber(start ?? '');
  if (number === undefined || first === undefined || end === undefined) return undefined;
  if (separator === '-') return number >= first && number <= (toNumber(end) ?? 0);
  const size = 2 ** (32 - Number(end));
  return Math.floor(number / size) === Math.floor(first / size);
}

function toNumber(address: string): number | undefined {
  const parts = address.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !Number.isInteger(part))) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}
