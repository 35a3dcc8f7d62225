import { createHmac, randomBytes } from 'node:crypto';

/** Makes the same choices for the same seed (mulberry32). */
export function createChooser(seed: number): <Item>(items: readonly Item[]) => Item {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return (items) => items[Math.floor(next() * items.length)] as (typeof items)[number];
}

/** What a generated known_hosts file is about. */
export type Subject = {
  readonly host: string;
  readonly port: number;
  /** Public keys as `type base64`; the first one is the server's. */
  readonly keys: readonly string[];
};

/** A known_hosts file of up to six lines of every kind that OpenSSH knows, about this host and others; `cut` adds broken lines. */
export function generateKnownHosts(seed: number, subject: Subject & { readonly cut: boolean }): string {
  const choose = createChooser(seed);
  const count = choose([1, 1, 2, 3, 4, 6]);
  return Array.from({ length: count }, () => generateLine(choose, subject)).join('');
}

type Choose = ReturnType<typeof createChooser>;

function generateLine(choose: Choose, subject: Subject & { readonly cut: boolean }): string {
  const names = generateNames(choose, subject);
  const key = choose([...subject.keys, subject.keys[0] ?? '']);
  const marker = choose(['', '', '', '', '', '@revoked ', '@cert-authority ', '@unknown ']);
  const blank = choose([' ', ' ', '\t', '  ']);
  return choose([
    `${marker}${names}${blank}${key}\n`,
    `${marker}${names}${blank}${key} a comment # with signs\n`,
    `${marker}${names} ${key}\n`,
    `  ${marker}${names} ${key}\n`,
    `${marker}${names} ${key}\r\n`,
    `# ${names} ${key}\n\n`,
    ...(subject.cut ? cutLines(names, key) : []),
  ]);
}

function cutLines(names: string, key: string): readonly string[] {
  return [
    `${names} ${key.slice(0, -9)}\n`,
    `${names} ssh-ed25519\n`,
    `${names} ssh-nothing ${key.split(' ')[1]}\n`,
    `${names}\n`,
  ];
}

function generateNames(choose: Choose, { host, port }: Subject): string {
  const own = port === 22 ? host : `[${host}]:${port}`;
  const part = (): string =>
    choose([
      own,
      own,
      own.toUpperCase(),
      host,
      `[${host}]:${port + 1}`,
      `*${own.slice(3)}`,
      own.replace(/\d/, '?'),
      own.replace(/[0-9a-z]/, '?'),
      '*',
      `!${own}`,
      `!${host}`,
      '!*.example.org',
      'other.example.org',
      '*.example.org',
      `${own}x`,
      '',
    ]);
  return (
    choose([
      own,
      own,
      hashed(own),
      hashed(own),
      hashed(host),
      `${hashed(own)}x`,
      '|1|short|hash',
      part(),
      `${part()},${part()}`,
      `${part()},${part()},${part()}`,
    ]) || '*'
  );
}

function hashed(name: string): string {
  const salt = randomBytes(20);
  return `|1|${salt.toString('base64')}|${createHmac('sha1', salt).update(name).digest('base64')}`;
}
