import {
  type Answer,
  type Answers,
  errorDiagnostic,
  type Observed,
  type Queries,
  type UnknownCause,
  unknown,
} from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { parentOf } from '../../paths/absolute-path.ts';
import type { ContentValue } from '../../queries/content.ts';
import type { NftTableQuery, NftTableValue } from '../../queries/nft-table.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { statQuery } from '../../queries/stat.ts';
import { editableContentQuery } from '../../text-edits/observe.ts';
import type { FirewallDeclared, FirewallState, FoundFile } from './declared.ts';

/** What a table needs to know: itself, its file, and the file that loads it when the node starts. */
export function firewallQueries({ family, name, text, file, main }: FirewallDeclared): Queries {
  const table: NftTableQuery = { kind: 'nft-table', family, name, text: '' };
  return {
    table,
    // What is in force is foreseen for others by this change; how the node spells what is declared here is not.
    ...(text === '' ? {} : { trial: { ...table, text } }),
    file: editableContentQuery({ path: file, follow: false }),
    main: editableContentQuery({ path: main, follow: false }),
    directory: statQuery(parentOf(file), { follow: true }),
  };
}

/** What the answers come to; rules that `nft` does not take are a problem before anything is written. */
export function observeFirewall(declared: FirewallDeclared, answers: Answers): TypedObservation<FirewallState> {
  const { table, trial, file, main } = answers;
  const unread = [table, trial, file, main].flatMap((answer) => causeOf(answer))[0];
  if (unread !== undefined) return { observed: { kind: 'unknown', cause: unread }, problems: [] };
  const value = foundValue<NftTableValue>(table);
  const { wanted, fault } = foundValue<NftTableValue>(trial) ?? nothing;
  const state: FirewallState = {
    ...(value ?? nothing),
    wanted,
    fault,
    file: foundFile(file),
    main: foundFile(main),
    hasDirectory: answers['directory']?.status !== 'absent',
  };
  const isThere = state.live !== null || state.file !== null;
  const observed: Observed<FirewallState> = isThere ? { kind: 'present', state } : { kind: 'absent', remains: state };
  return { observed, problems: declared.state === 'absent' ? [] : problemsOf(declared, value, fault) };
}

const nothing: NftTableValue = { live: null, digest: '', wanted: null, fault: null, way: null };

function causeOf(answer: Answer | undefined): readonly UnknownCause[] {
  return answer?.status === 'unknown' ? [answer.cause] : [];
}

function foundFile(answer: Answer | undefined): FoundFile | null {
  const value = foundValue<ContentValue>(answer);
  if (value === undefined) return null;
  const { sha256, base64 } = value;
  return base64 === undefined
    ? { sha256: unknown({ kind: 'unavailable', what: 'the file is too large' }) }
    : { sha256, base64 };
}

function problemsOf({ family, name }: FirewallDeclared, value: NftTableValue | undefined, message: string | null) {
  if (value === undefined) {
    const detail = 'The node has no `nft`, so it has no tables either.';
    return [errorDiagnostic('SP604', { detail, hint: 'declare `package: nftables` before this resource' })];
  }
  if (message === null) return [];
  const fault = message.split('\n').slice(0, 12).join('\n');
  const detail = `The node does not take the table ${family} ${name}:\n${fault}`;
  return [errorDiagnostic('SP687', { detail, hint: 'line 4 of what is shown is the first of the content' })];
}

/** The state behind an observation; undefined when it is not known. */
export function stateOf(observed: Observed<FirewallState>): FirewallState | undefined {
  if (observed.kind === 'present') return observed.state;
  // Only `observeFirewall` makes it, from a whole state.
  return observed.kind === 'absent' ? (observed.remains as FirewallState | undefined) : undefined;
}

/** The text of a file; null when it is not there, undefined when it is no text that can be read. */
export function textOf(file: FoundFile | null): string | null | undefined {
  if (file === null) return null;
  return file.base64 === undefined ? undefined : Buffer.from(file.base64, 'base64').toString('utf8');
}
