import { type Diagnostic, errorDiagnostic } from '@setpoint/model';
import type { OpenResult, Session } from '../transports/transport.ts';

/** The way to a node: the open session, and the means to make a new one that shares nothing with it. */
export class NodeLink {
  #session: Session;
  readonly #open: ((signal: AbortSignal) => Promise<OpenResult>) | undefined;
  #closing: Promise<unknown> = Promise.resolve();

  constructor(session: Session, open?: (signal: AbortSignal) => Promise<OpenResult>) {
    this.#session = session;
    this.#open = open;
  }

  get session(): Session {
    return this.#session;
  }

  get canOpen(): boolean {
    return this.#open !== undefined;
  }

  /** A new session; whoever asks for it closes it, or takes it over. */
  async open(signal: AbortSignal): Promise<Session | Diagnostic> {
    const opened = await this.#open?.(signal);
    if (opened === undefined)
      return errorDiagnostic('SP551', { detail: 'The way to the node cannot be opened again.' });
    return opened.kind === 'open' ? opened.session : opened.diagnostic;
  }

  /** Goes on through this session; the one before it is closed, however long that takes. */
  takeOver(session: Session): void {
    this.#closing = Promise.all([this.#closing, this.#session.close()]);
    this.#session = session;
  }

  async close(): Promise<void> {
    await Promise.all([this.#session.close(), this.#closing]);
  }
}
