import { createHash } from 'node:crypto';
import {
  type Body,
  type Edit,
  type Hazard,
  isUnknown,
  type Observed,
  type Operation,
  type Work,
} from '@setpoint/model';
import { type ShellText, sh } from '@setpoint/sdk';
import type { Expectation, WriteFileAction } from '../../operations/action.ts';
import { refusedExitCode } from '../../operations/library.ts';
import { runOperation } from '../../operations/run-operation.ts';
import { parentOf } from '../../paths/absolute-path.ts';
import { digestLibrary } from '../../paths/digest.ts';
import type { FirewallDeclared, FirewallState, FoundFile } from './declared.ts';
import { fileOf } from './diff.ts';
import { stateOf, textOf } from './observe.ts';
import { mainText } from './text.ts';
import { cutWays } from './way-in.ts';

const deadlineMs = 60_000;

/** The file first, so that what is in force is never newer than what the node starts with; then the table, in one transaction. */
export function firewallOperations(
  declared: FirewallDeclared,
  edits: readonly Edit[],
  observed: Observed<FirewallState>,
): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const state = stateOf(observed);
  if (declared.state === 'absent') return { operations: removal(declared, observed), reasons: [] };
  const paths = new Set(edits.map(({ path }) => path));
  const { file, main } = declared;
  const needsDirectory = paths.has('file') && state?.hasDirectory !== true;
  const operations = [
    ...(needsDirectory ? [makeDirectory(parentOf(file))] : []),
    ...(paths.has('file')
      ? [writeText({ path: file, body: fileOf(declared), trial: true }, state?.file ?? null, observed)]
      : []),
    ...(paths.has('at_start') ? [includeIn(declared, main, observed)] : []),
    ...(paths.has('rules') ? [load(declared, observed)] : []),
  ];
  return { operations, reasons: [] };
}

function makeDirectory(path: string): Operation {
  return runOperation({
    title: `make the directory ${path}`,
    script: sh`mkdir -p -m 0755 -- ${path}`,
    timeoutMs: 30_000,
    repeatable: true,
  });
}

function includeIn({ file }: FirewallDeclared, main: string, observed: Observed<FirewallState>): Operation {
  const found = stateOf(observed)?.main ?? null;
  const text = mainText(textOf(found) ?? null, file, true) ?? textOf(found) ?? '';
  const write = writeText({ path: main, body: bodyOf(text), trial: false }, found, observed);
  return { ...write, title: `let ${main} load ${file} when the node starts` };
}

function writeText(
  { path, body, trial }: { readonly path: string; readonly body: Body; readonly trial: boolean },
  found: FoundFile | null,
  observed: Observed<FirewallState>,
): Operation {
  const { sha256, sizeBytes, text } = body;
  const action: WriteFileAction = {
    kind: 'write-file',
    path,
    sha256,
    sizeBytes,
    ...(text === undefined ? {} : { bytes: Buffer.from(text).toString('base64') }),
    mode: null,
    createMode: '0644',
    owner: null,
    group: null,
    expect: expectation(found, observed),
    follow: false,
    backup: null,
    check: null,
    inPlace: false,
    ...(trial ? { trial: 'nft -c -f "$1"' } : {}),
  };
  return { title: `write ${path}`, action, timeoutMs: deadlineMs, hazards: [], repeatable: true };
}

function bodyOf(text: string): Body {
  const bytes = Buffer.from(text);
  return { sha256: createHash('sha256').update(bytes).digest('hex'), sizeBytes: bytes.length, text };
}

function expectation(found: FoundFile | null, observed: Observed<FirewallState>): Expectation {
  if (observed.kind === 'unknown') return { kind: 'any' };
  if (found === null) return { kind: 'absent' };
  return isUnknown(found.sha256) ? { kind: 'any' } : { kind: 'sha256', sha256: found.sha256 };
}

function load(declared: FirewallDeclared, observed: Observed<FirewallState>): Operation {
  const { family, name, file } = declared;
  const state = stateOf(observed);
  return runOperation({
    title: `load the table ${family} ${name}`,
    script: sh`${unmoved(declared, state)}exec nft -f ${file}`,
    timeoutMs: deadlineMs,
    repeatable: true,
    hazards: loadHazards(declared, state),
    compares: true,
  });
}

/** Counters and elements that packets leave behind move all the time; the rules must be those that the plan found. */
function unmoved({ family, name }: FirewallDeclared, state: FirewallState | undefined): ShellText {
  // The way back from a change is planned before the change is made: nobody knows then what it will find.
  if (state === undefined || state.digest === 'pending') return sh``;
  return sh`${digestLibrary}now=$(nft -s -t list table ${family} ${name} 2>/dev/null) && now=$(printf '%s\\n' "$now" | sp_digest) || now=
now=\${now%% *}
[ "$now" = ${state.digest} ] || { echo ${`the rules of the table ${family} ${name} are other ones than the plan found`}; exit ${refusedExitCode}; }
`;
}

function loadHazards({ text }: FirewallDeclared, state: FirewallState | undefined): readonly Hazard[] {
  const way = state?.way ?? null;
  const verdict = way === null ? 'open' : cutWays(state?.wanted ?? text, way);
  if (way === null || verdict === 'open') return [];
  const [peer, , , port] = way;
  const says =
    verdict === 'cut'
      ? `The new rules let nothing in from ${peer} to port ${port}, which is how Setpoint is connected`
      : `No rule surely lets ${peer} in to port ${port}, which is how Setpoint is connected: the new rules may cut it off`;
  return [{ kind: 'connectivity', message: says }];
}

function removal(
  { family, name, file, main }: FirewallDeclared,
  observed: Observed<FirewallState>,
): readonly Operation[] {
  const state = stateOf(observed);
  const text = mainText(textOf(state?.main ?? null) ?? null, file, false);
  const leave = writeText({ path: main, body: bodyOf(text ?? ''), trial: false }, state?.main ?? null, observed);
  const remove = runOperation({
    title: `remove the table ${family} ${name} and ${file}`,
    script: sh`${state?.live === null ? sh`` : unmoved({ family, name } as FirewallDeclared, state)}if command -v nft >/dev/null && nft -s -t list table ${family} ${name} >/dev/null 2>&1; then nft delete table ${family} ${name} || exit; fi
rm -f -- ${file}`,
    timeoutMs: deadlineMs,
    repeatable: true,
    compares: true,
    hazards: [{ kind: 'privilege', message: `What the table ${family} ${name} held back gets through` }],
  });
  return [...(text === undefined ? [] : [{ ...leave, title: `take ${file} out of ${main}` }]), remove];
}
