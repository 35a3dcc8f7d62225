import type { Query } from '@setpoint/model';
import type { RawAnswers, RawSection } from '@setpoint/testkit';
import { runProgram } from '../../src/driver/run-program.ts';
import { askProgram, planSections, readAnswers } from '../../src/program/ask-program.ts';
import { sendable } from '../../src/program/bootstrap.ts';
import { parseFrames } from '../../src/program/frame.ts';
import { queryKinds } from '../../src/queries/index.ts';
import { shellSession } from '../support/shell-session.ts';

const nonce = '0123456789abcdef0123456789abcdef';

const printed = new Map<string, Promise<readonly RawSection[]>>();

/** What this machine's shell prints for queries of the `sh` channel, section by section; equal queries are asked once. */
export const shRawAnswers: RawAnswers = {
  print: (queries) => {
    const key = JSON.stringify(queries);
    const sections = printed.get(key) ?? print(queries);
    printed.set(key, sections);
    return sections;
  },
  read: (queries, sections) => {
    const frames = sections.map(({ bytes, code }, index) => ({ name: `q${index}`, bytes, code }));
    return readAnswers(planSections(queries, queryKinds), frames, queries.length);
  },
};

async function print(queries: readonly Query[]): Promise<readonly RawSection[]> {
  const program = sendable(askProgram(planSections(queries, queryKinds)), nonce, {
    identity: { kind: 'login' },
    keepsInput: false,
  });
  const result = await runProgram(shellSession(), program, { deadlineMs: 20_000 });
  if (result.kind === 'failed') throw new Error(result.diagnostic.detail);
  const parsed = parseFrames(result.stdout, nonce);
  if (parsed.kind === 'cut') throw new Error(`the program was cut: ${JSON.stringify(result.status)} ${result.stderr}`);
  return parsed.frames;
}
