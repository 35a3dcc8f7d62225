import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { localAccount } from '../local-account.ts';
import { Slots } from '../slots.ts';
import { parseSshOptions, type SshOptions } from './parse.ts';
import { configurationMatters } from './relevance.ts';

/** One question to the user's ssh configuration. */
export type ConfigQuestion = {
  /** The name as it would be written on the command line of ssh. */
  readonly name: string;
  readonly user?: string;
  readonly port?: number;
  /** A configuration file instead of the user's and the machine's, or false for none. */
  readonly config?: string | false;
};

export type ConfigAnswer =
  | { readonly kind: 'options'; readonly options: SshOptions }
  /** There is no configuration that could matter. */
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly reason: string };

/** The outside world as the resolver sees it. */
export type ConfigWorld = {
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
};

/**
 * Asks the installed ssh what the user's configuration says about a host (`ssh -G`): the one complete implementation of Match,
 * Include and patterns. Each question is asked once per run, a few at a time, and not at all where no configuration can matter.
 */
export class SshConfigResolver {
  readonly #answers = new Map<string, Promise<ConfigAnswer>>();
  readonly #slots = new Slots(parallelQuestions);
  #matters: Promise<boolean> | undefined;

  resolve(question: ConfigQuestion, world: ConfigWorld): Promise<ConfigAnswer> {
    const key = JSON.stringify([question.name, question.user, question.port, question.config]);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = this.#ask(question, world);
    this.#answers.set(key, answer);
    return answer;
  }

  async #ask(question: ConfigQuestion, world: ConfigWorld): Promise<ConfigAnswer> {
    if (question.config === false) return { kind: 'none' };
    const userFile = join(world.home, '.ssh', 'config');
    this.#matters ??= configurationMatters(userFile, systemConfigFile);
    if (question.config === undefined && !(await this.#matters)) return { kind: 'none' };
    if (question.name.startsWith('-')) return { kind: 'failed', reason: `a host name cannot start with a dash` };
    await this.#slots.take(questionTimeoutMs * parallelQuestions);
    try {
      return await runSsh(questionArguments(question, userFile, world), world);
    } finally {
      this.#slots.release();
    }
  }
}

const systemConfigFile = '/etc/ssh/ssh_config';
const parallelQuestions = 8;
/** `Match exec` may run a program of the user's. */
const questionTimeoutMs = 10_000;

function questionArguments(question: ConfigQuestion, userFile: string, { home, env }: ConfigWorld): readonly string[] {
  // ssh reads the account's home from the user database, not from HOME.
  const elsewhere = home !== localAccount(env).home && existsSync(userFile) ? userFile : undefined;
  const file = question.config === false ? undefined : (question.config ?? elsewhere);
  return [
    '-G',
    ...(file === undefined ? [] : ['-F', file]),
    ...(question.user === undefined ? [] : ['-l', question.user]),
    ...(question.port === undefined ? [] : ['-p', String(question.port)]),
    question.name,
  ];
}

function runSsh(args: readonly string[], world: ConfigWorld): Promise<ConfigAnswer> {
  const options = {
    env: definedOnly(world.env),
    timeout: questionTimeoutMs,
    encoding: 'utf8',
    ...(world.signal === undefined ? {} : { signal: world.signal }),
  } as const;
  return new Promise((resolve) => {
    execFile('ssh', args, options, (error, stdout, stderr) => {
      if (error === null) resolve({ kind: 'options', options: parseSshOptions(stdout) });
      else if (error.code === 'ENOENT')
        resolve({ kind: 'failed', reason: 'the ssh program that reads it is not installed' });
      else resolve({ kind: 'failed', reason: lastLine(stderr) ?? error.message });
    });
  });
}

function lastLine(text: string): string | undefined {
  return (
    text
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/\.?\r?$/, '') || undefined
  );
}

/** The variables that are set, in the form process starters take. */
export function definedOnly(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
