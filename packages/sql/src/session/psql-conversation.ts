import { randomBytes } from 'node:crypto';
import type { HostProcess } from './host-way.ts';
import { psqlFailure, startFailure } from './psql-failure.ts';
import { SqlFailure } from './session.ts';

/** What psql printed for one text. */
export type PsqlReply = { readonly output: string };

type Waiting = { readonly resolve: (reply: PsqlReply) => void; readonly reject: (failure: SqlFailure) => void };

/**
 * Talks to one psql that stays: sends a text, then has psql print marks on both of its streams, and takes all that stands before
 * them for the reply. One text at a time.
 */
export class PsqlConversation {
  readonly #process: HostProcess;
  readonly #mark = `setpoint-${randomBytes(12).toString('hex')}`;
  #out = '';
  #err = '';
  #isOpen = true;
  #hasAnswered = false;
  #waiting: (Waiting & { readonly text: string; readonly prefixLength: number }) | undefined;

  constructor(process: HostProcess) {
    this.#process = process;
    process.stdout.setEncoding('utf8');
    process.stderr.setEncoding('utf8');
    process.stdout.on('data', (chunk: string) => {
      this.#out += chunk;
      this.#settle();
    });
    process.stderr.on('data', (chunk: string) => {
      this.#err += chunk;
      this.#settle();
    });
    void process.exited.then((code) => this.#end(code));
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Sends one text as one message to the server. `prefixLength`: how much of it the caller did not write. Throws `SqlFailure`. */
  send(text: string, prefixLength = 0): Promise<PsqlReply> {
    if (!this.#isOpen) return Promise.reject(new SqlFailure({ message: 'psql has ended', sqlState: '08003' }));
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject, text, prefixLength };
      const mark = this.#mark;
      this.#process.stdin.write(`${asOneMessage(text)}\n\\echo :ERROR :LAST_ERROR_SQLSTATE ${mark}\n\\warn ${mark}\n`);
    });
  }

  async end(): Promise<void> {
    this.#isOpen = false;
    this.#process.stdin.end('\\q\n');
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, 3000);
    });
    await Promise.race([this.#process.exited, late]);
    clearTimeout(timer);
    this.#process.abandon('the session was closed');
  }

  destroy(): void {
    this.#isOpen = false;
    this.#process.abandon('the session was given up');
  }

  #settle(): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    const found = this.#takeReply();
    if (found === undefined) return;
    this.#hasAnswered = true;
    this.#waiting = undefined;
    const { hasFailed, state, output, errors } = found;
    if (hasFailed)
      waiting.reject(psqlFailure({ state, errors, text: waiting.text, prefixLength: waiting.prefixLength }));
    else waiting.resolve({ output });
  }

  #takeReply() {
    const lastLine = new RegExp(`^(true|false) (\\S+) ${this.#mark}\\n`, 'm').exec(this.#out);
    const endOfErrors = this.#err.indexOf(`${this.#mark}\n`);
    if (lastLine === null || endOfErrors < 0) return undefined;
    const output = this.#out.slice(0, lastLine.index);
    const errors = this.#err.slice(0, endOfErrors);
    this.#out = this.#out.slice(lastLine.index + lastLine[0].length);
    this.#err = this.#err.slice(endOfErrors + this.#mark.length + 1);
    return { output, errors, hasFailed: lastLine[1] === 'true', state: lastLine[2] ?? 'XX000' };
  }

  #end(code: number | string): void {
    this.#isOpen = false;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting === undefined) return;
    waiting.reject(
      this.#hasAnswered
        ? new SqlFailure({ message: this.#err.trim() || `psql ended (${code})`, sqlState: '08006', isLost: true })
        : startFailure(this.#err.trim() || this.#out.trim(), code),
    );
  }
}

/**
 * Text that reaches the server as it stands, in one message, whatever psql would make of its backslashes, colons and semicolons:
 * the server itself unwraps it, and psql sends on what comes back (`\gexec`). In a transaction that has failed the server unwraps
 * nothing; what ends one is plain enough to be typed.
 */
function asOneMessage(text: string): string {
  if (/^[\w\s,.=()]+$/.test(text)) return `${text};`;
  const hex = Buffer.from(text, 'utf8').toString('hex');
  return `SELECT pg_catalog.convert_from(pg_catalog.decode('${hex}', 'hex'), 'UTF8') \\gexec`;
}
