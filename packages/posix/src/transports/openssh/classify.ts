import type { ConnectFailure } from '../connect-failure.ts';

/** Tells from what ssh said on standard error why it could not connect; the texts are those of OpenSSH 7.2 to 10. */
export function classifySshError(stderr: string, host: string): ConnectFailure {
  const text = stderr.replaceAll('\r', '');
  for (const { pattern, failure } of rules) {
    const match = pattern.exec(text);
    if (match !== null) return failure(match, { text, host });
  }
  return { kind: 'unreachable', reason: lastLine(text) };
}

type Rule = {
  readonly pattern: RegExp;
  readonly failure: (match: RegExpExecArray, said: { readonly text: string; readonly host: string }) => ConnectFailure;
};

/** The first that matches counts: ssh reports a refused host key before it reports the end of the connection. */
const rules: readonly Rule[] = [
  {
    pattern: /REVOKED HOST KEY|is marked as revoked/,
    failure: (_, { text }) => ({ kind: 'key-refused', verdict: 'revoked', report: essence(text) }),
  },
  {
    pattern: /REMOTE HOST IDENTIFICATION HAS CHANGED|[Hh]ost key for .* has changed/,
    failure: (_, { text }) => ({ kind: 'key-refused', verdict: 'changed', report: essence(text) }),
  },
  {
    pattern: /Host key verification failed|No \S+ host key is known/,
    failure: (_, { text }) => ({ kind: 'key-refused', verdict: 'unknown', report: essence(text) }),
  },
  {
    pattern: /Too many authentication failures/,
    failure: () => ({ kind: 'too-many-tries', tried: ['the keys of ssh'] }),
  },
  { pattern: /[Pp]assword.*(?:has expired|change required)/, failure: () => ({ kind: 'password-expired' }) },
  {
    pattern: /Permission denied \(([^)]*)\)/,
    failure: ([, accepts = ''], { text }) => ({
      kind: 'login',
      tried: ['the keys of ssh'],
      problems: keyProblems(text),
      accepts: accepts.split(','),
    }),
  },
  {
    pattern: /Could not resolve hostname ([^:\s]+)/,
    failure: ([, name], { host }) => ({ kind: 'name-not-found', name: name ?? host }),
  },
  {
    pattern: /no matching [^\n]+ found/,
    failure: ([reason]) => ({ kind: 'handshake', reason: reason.replace(/\.$/, '') }),
  },
  {
    pattern: /(?:kex_exchange_identification|banner exchange|Connection (?:closed by|reset by))[^\n]*/,
    failure: ([reason]) => ({ kind: 'closed', reason: reason.trim(), attempts: 1 }),
  },
  {
    pattern: /(?:Bad configuration option|terminating, \d+ bad|line \d+:)[^\n]*/,
    failure: ([reason]) => ({ kind: 'configuration', reason }),
  },
  {
    pattern: /(?:Connection refused|timed out|No route to host|Network is unreachable)/,
    failure: ([reason]) => ({ kind: 'unreachable', reason }),
  },
];

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.replace(/\.$/, '') || 'ssh gave no reason';
}

/** What ssh says about a host key, without the frame of @ signs and the general warnings. */
function essence(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const telling = lines.filter((line) => /SHA256:|known_hosts|Offending|No \S+ host key|revoked/i.test(line));
  return (telling.length === 0 ? [lastLine(text)] : telling).join(' ');
}

function keyProblems(text: string): readonly string[] {
  return text
    .split('\n')
    .filter((line) => /UNPROTECTED|bad permissions|Load key|no such identity|sign_and_send/i.test(line));
}
