import { createHash } from 'node:crypto';
import type { Answer, JsonObject, Query } from '@setpoint/model';
import { accountAnswers } from './account-answers.ts';
import { type AnswerKind, found, textOf } from './answer-kind.ts';
import type { Entry } from './file-tree.ts';
import type { SimulatedHost } from './host.ts';
import { momentText } from './moment.ts';
import { packageAnswers } from './package-answers.ts';
import { isTrue } from './test-command.ts';
import { unitAnswers } from './unit-answers.ts';

/** What the host says to a query, in the shapes that the `sh` driver documents; what nobody knows is unknown. */
export function answerQuery(host: SimulatedHost, query: Query): Answer {
  const kind = kinds[query.kind];
  return kind === undefined
    ? { status: 'unknown', cause: { kind: 'unavailable', what: `${query.kind} on a simulated host` } }
    : kind(host, query);
}

const absent: Answer = { status: 'absent' };

const kinds: Readonly<Record<string, AnswerKind>> = {
  stat: (host, query) => statAnswer(host, host.files.find(textOf(query, 'path'))),
  'stat-target': (host, query) => statAnswer(host, host.files.find(textOf(query, 'path'), true)),
  content: contentAnswer,
  tree: treeAnswer,
  glob: globAnswer,
  probe: (host, query) => found({ exitCode: isTrue(host, textOf(query, 'script')) ? 0 : 1 }),
  ...accountAnswers,
  ...packageAnswers,
  ...unitAnswers,
};

function statAnswer(host: SimulatedHost, entry: Entry | undefined): Answer {
  if (entry === undefined) return absent;
  const sizes = { file: entry.content.length, directory: 4096, link: Buffer.byteLength(entry.target) };
  return found({
    type: entry.type,
    mode: entry.mode,
    uid: entry.uid,
    gid: entry.gid,
    owner: host.ownerName(entry.uid),
    group: host.groupName(entry.gid),
    sizeBytes: sizes[entry.type],
    modified: momentText(entry.modified),
    inode: String(entry.inode),
    ...(entry.type === 'link' ? { target: entry.target } : {}),
  });
}

function contentAnswer(host: SimulatedHost, query: Query): Answer {
  const entry = host.files.find(textOf(query, 'path'), query['follow'] === true);
  if (entry?.type !== 'file') return absent;
  const sha256 = createHash('sha256').update(entry.content).digest('hex');
  const isWanted = sha256 !== textOf(query, 'unless') && entry.content.length <= Number(query['limitBytes']);
  return found(
    isWanted || entry.content.length === 0 ? { sha256, base64: entry.content.toString('base64') } : { sha256 },
  );
}

function treeAnswer(host: SimulatedHost, query: Query): Answer {
  const path = host.files.resolve(textOf(query, 'path'), false);
  if (path === undefined || host.files.find(path)?.type !== 'directory') return absent;
  const start = path === '/' ? 1 : path.length + 1;
  const names = host.files.below(path).map((each) => each.slice(start));
  const listed = query['deep'] === true ? names : names.filter((name) => !name.includes('/'));
  const groups = new Map<string, JsonObject & { readonly names: string[]; count: number }>();
  for (const name of listed) {
    const entry = host.files.find(`${path}/${name}`);
    if (entry === undefined) continue;
    const { type, mode, uid, gid } = entry;
    const key = `${type} ${mode} ${uid} ${gid}`;
    const fields = { type, mode, uid, gid, owner: host.ownerName(uid), group: host.groupName(gid) };
    const group = groups.get(key) ?? { ...fields, count: 0, names: [] };
    group.count += 1;
    if (group.names.length < Number(query['nameLimit'])) group.names.push(name);
    groups.set(key, group);
  }
  const sorted = [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, group]) => group);
  return found({ groups: sorted, mounts: [], isWhole: true });
}

/** Only a star in the last part of a pattern. */
function globAnswer(host: SimulatedHost, query: Query): Answer {
  const pattern = textOf(query, 'pattern')
    .replaceAll(/[.+^${}()|\\]/g, String.raw`\$&`)
    .replaceAll('*', '[^/]*');
  const count = host.files.below('/').filter((path) => new RegExp(`^${pattern}$`).test(path)).length;
  return count === 0 ? absent : found({ count });
}
