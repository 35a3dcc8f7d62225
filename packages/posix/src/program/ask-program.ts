import { type Answer, invariant, type Query } from '@setpoint/model';
import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { lastHolderText, lockFileText } from '../operations/lock-file.ts';
import type { QueryKind } from '../queries/query-kind.ts';
import { unreadable } from '../queries/query-kind.ts';
import type { Frame } from './frame.ts';

/** One section of an ask program: queries of one kind and where their answers belong. */
export type Section = {
  readonly kind: QueryKind;
  readonly queries: readonly Query[];
  readonly positions: readonly number[];
};

/** Groups queries by kind into sections of bounded size. A kind nobody knows is a bug of the module that asks. */
export function planSections(queries: readonly Query[], kinds: ReadonlyMap<string, QueryKind>): readonly Section[] {
  const byKind = Map.groupBy(queries.keys(), (position) => queries[position]?.kind ?? '');
  return [...byKind].flatMap(([name, positions]) => {
    const kind = kinds.get(name);
    invariant(kind !== undefined, `No query kind is called ${name}`);
    return chunk(positions, kind.batchSize).map((part) => ({
      kind,
      positions: part,
      queries: part.flatMap((position) => queries[position] ?? []),
    }));
  });
}

/** The shell text that answers all sections, one frame each. */
export function askProgram(sections: readonly Section[]): ShellText {
  const libraries = [...new Set(sections.flatMap(({ kind }) => [kind.shared ?? sh``, kind.library]))];
  const calls = sections.map(
    (section, index) =>
      sh`${beforeSection(section)}sp_q${index}() { ${section.kind.section(section.queries)}; }\nsp_emit ${shRaw(`q${index}`)} ${shRaw(`sp_q${index}`)}\n`,
  );
  return shJoin([hello, ...libraries, ...calls], '');
}

function beforeSection({ kind, queries }: Section): ShellText {
  return kind.before === undefined ? sh`` : sh`{ ${kind.before(queries)}; } </dev/null\n`;
}

/**
 * The program tells its process before anything else, so that one that hangs can be ended, then by which machine id (see
 * machine-id(5)) the node is told from others, and who held the node last.
 */
const hello = shRaw(
  `printf '@%s %s ' "$sp_nonce" "$$"
sp_id=
[ ! -r /etc/machine-id ] || IFS= read -r sp_id </etc/machine-id
${lockFileText}
${lastHolderText}
printf '%s\n%s\n' "$sp_id" "$l"
`,
);

/** What a program says first; `machineId` is absent where the node has none, `lastHolder` is what `lastHolderText` sets. */
export type Hello = { readonly pid: number; readonly machineId?: string; readonly lastHolder?: string };

/** What a program said of itself and of the node; undefined when it did not come to start. */
export function readHello(output: Buffer, nonce: string): Hello | undefined {
  const start = output.indexOf(`@${nonce} `);
  if (start < 0) return undefined;
  // Parts of a text keep all of it in memory, for each node, so no more is taken than the two lines.
  const firstEnd = output.indexOf(0x0a, start);
  const end = firstEnd < 0 ? -1 : output.indexOf(0x0a, firstEnd + 1);
  const text = output.toString('utf8', start, end < 0 ? undefined : end + 1);
  const match = /^\S+ (\d+) (?:([0-9a-f]{32})?\n(?:(.*)\n)?)?/.exec(text);
  if (match === null) return undefined;
  const [, pid, machineId, lastHolder] = match;
  return {
    pid: Number(pid),
    ...(machineId === undefined ? {} : { machineId }),
    ...(lastHolder === undefined ? {} : { lastHolder }),
  };
}

/** What the program was asking for when it stopped; undefined when it had answered everything or nothing. */
export function openSection(sections: readonly Section[], output: Buffer, nonce: string): Section | undefined {
  const text = output.toString('latin1');
  return sections.find((_, index) => !text.includes(`#${nonce} q${index} `));
}

/** Turns the frames of a whole output into one answer per query, in the order of the queries. */
export function readAnswers(sections: readonly Section[], frames: readonly Frame[], count: number): readonly Answer[] {
  const byName = new Map(frames.map((frame) => [frame.name, frame]));
  const answers: Answer[] = [];
  answers.length = count;
  for (const [index, section] of sections.entries()) {
    const frame = byName.get(`q${index}`);
    const parsed =
      frame === undefined
        ? unreadable(section.queries, 'the answer is missing')
        : section.kind.parse(frame.bytes, section.queries, frame.code);
    section.positions.forEach((position, offset) => {
      const answer = parsed[offset];
      invariant(answer !== undefined, `The query kind ${section.kind.kind} gave too few answers`);
      answers[position] = answer;
    });
  }
  return answers;
}

function chunk<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const parts: T[][] = [];
  for (let start = 0; start < items.length; start += size) parts.push(items.slice(start, start + size));
  return parts;
}
