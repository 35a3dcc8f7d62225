import { exitCodes } from '../exit-code.ts';

/** What signals came. The first asks to stop, the second ends the process at once. */
export type Signals = {
  readonly signal: AbortSignal;
  readonly interruptedBy: () => 'SIGINT' | 'SIGTERM' | undefined;
  readonly stop: () => void;
};

/** Listens for SIGINT and SIGTERM until stopped; `onFirst` readies the terminal for what is said next. */
export function listenForSignals(onFirst: () => void): Signals {
  const controller = new AbortController();
  let first: 'SIGINT' | 'SIGTERM' | undefined;
  const handle = (name: 'SIGINT' | 'SIGTERM'): void => {
    if (first !== undefined) {
      // The second signal means now: clean-up is skipped, and the journal shows how far it came.
      process.exit(signalExitCode(name));
    }
    first = name;
    onFirst();
    controller.abort();
  };
  const handlers = { SIGINT: () => handle('SIGINT'), SIGTERM: () => handle('SIGTERM') };
  process.on('SIGINT', handlers.SIGINT);
  process.on('SIGTERM', handlers.SIGTERM);
  return {
    signal: controller.signal,
    interruptedBy: () => first,
    stop: () => {
      process.off('SIGINT', handlers.SIGINT);
      process.off('SIGTERM', handlers.SIGTERM);
    },
  };
}

/** The exit code that shells expect after a signal. */
export function signalExitCode(name: 'SIGINT' | 'SIGTERM'): 130 | 143 {
  return name === 'SIGINT' ? exitCodes.interrupted : exitCodes.terminated;
}
