import type { Body, Hazard, Operation } from '@setpoint/model';
import type { ShellText } from '@setpoint/sdk';
import type { FetchAction, RunAction } from './action.ts';

/** What a module says of an operation that runs a script. */
export type RunOperationOptions = {
  readonly title: string;
  readonly script: ShellText;
  readonly timeoutMs: number;
  readonly repeatable: boolean;
  readonly hazards?: readonly Hazard[];
  /** Body that the script reads from standard input; the only way for a secret to reach it. */
  readonly stdin?: Body;
  /** What the controller fetches and gives to the script in the place of `stdin`. */
  readonly fetch?: FetchAction;
  /** The script ends with `refusedExitCode`, having changed nothing, where what the plan saw has moved. */
  readonly compares?: true;
  /** The script does a few calls to the file system and nothing else; see `RunAction`. */
  readonly isBrief?: true;
};

/** Makes an operation that runs a script on the node, in a fresh shell unless it is brief. */
export function runOperation({
  title,
  script,
  timeoutMs,
  repeatable,
  hazards = [],
  stdin,
  fetch,
  compares,
  isBrief,
}: RunOperationOptions): Operation {
  const action: RunAction = {
    kind: 'run',
    script: script.shell,
    stdin: stdin === undefined ? null : { sha256: stdin.sha256, sizeBytes: stdin.sizeBytes },
    ...(fetch === undefined ? {} : { fetch }),
    ...(compares === undefined ? {} : { compares }),
    ...(isBrief === undefined ? {} : { isBrief }),
  };
  return { title, action, timeoutMs, hazards, repeatable };
}
