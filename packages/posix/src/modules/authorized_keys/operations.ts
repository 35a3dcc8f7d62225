import { createHash } from 'node:crypto';
import { type Edit, type Hazard, isUnknown, type Observed, type Operation, type Work } from '@setpoint/model';
import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { refusedExitCode } from '../../operations/library.ts';
import { runOperation } from '../../operations/run-operation.ts';
import { wantedText } from './content.ts';
import type { ExactKeys, KeysDeclared, KeysState } from './declared.ts';
import { elsewhereMode, writeElsewhere } from './elsewhere.ts';
import { parseKeyLine } from './key-line.ts';

/** One operation that writes the file, with its directory, as the account itself. */
export function keysOperations(declared: KeysDeclared, edits: readonly Edit[], observed: Observed<KeysState>): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const state = observed.kind === 'present' ? observed.state : undefined;
  const text = state === undefined || isUnknown(state.text) ? '' : state.text;
  const paths = new Set(edits.map((edit) => edit.path));
  const hazards = paths.has('keys') ? keysHazards(declared, text, observed.kind === 'unknown') : [];
  if (declared.path !== null)
    return { operations: [{ ...elsewhere(declared, declared.path, state), hazards }], reasons: [] };
  const inside =
    declared.exact !== undefined
      ? restoreFile(declared.exact, state, text)
      : paths.has('keys')
        ? replaceFile(state, text)
        : changeModes(paths);
  const steps = [
    ...(state !== undefined && paths.has('directory_owner') ? [takeDirectory(declared, state.home)] : []),
    sh`work=${inside.shell}`,
    sh`home=${state?.home ?? ''}`,
    actAs(declared.account, wantedText(declared, text)),
  ];
  return {
    operations: [
      runOperation({
        title: `set the keys of ${declared.account}`,
        script: shJoin(steps, ' &&\n'),
        timeoutMs: 60_000,
        repeatable: true,
        hazards,
      }),
    ],
    reasons: [],
  };
}

function elsewhere(declared: KeysDeclared, path: string, state: KeysState | undefined): Operation {
  const { account, exact } = declared;
  const text = state === undefined || isUnknown(state.text) ? '' : state.text;
  return writeElsewhere({
    path,
    title: `set the keys of ${account} in ${path}`,
    text: exact === undefined ? wantedText(declared, text) : exact.text,
    mode: exact?.mode ?? elsewhereMode,
    found: state?.file.type === 'plain' ? text : null,
  });
}

/** `-h` changes the entry itself and nothing it may lead to. */
function takeDirectory({ account }: KeysDeclared, home: string): ShellText {
  const path = `${home}/.ssh`;
  return sh`chown -h -- "$(id -u ${account}):$(id -g ${account})" ${path}`;
}

/**
 * Runs the work with the rights of the account alone, so whatever its owner put into the home directory leads to nothing that the
 * owner could not reach without Setpoint. The text of the file goes in on standard input.
 */
function actAs(account: string, text: string): ShellText {
  return sh`uid=$(id -u ${account}) && gid=$(id -g ${account}) &&
[ -n "$home" ] || home=$(getent passwd ${account} | cut -d: -f6) &&
printf %s ${text} | {
  if [ "$(id -u)" = "$uid" ]; then /bin/sh -c "$work" sh "$home"
  elif [ "$(id -u)" != 0 ]; then echo ${`only root and ${account} can change the keys of ${account}`}; exit 1
  elif setpriv --reuid=0 true 2>/dev/null; then
    setpriv --reuid="$uid" --regid="$gid" --clear-groups /bin/sh -c "$work" sh "$home"
  elif command -v runuser >/dev/null 2>&1; then runuser -u ${account} -- /bin/sh -c "$work" sh "$home"
  else su -s /bin/sh -c "$work" ${account} sh "$home"
  fi
}`;
}

/** Brings the file back to the byte, or takes it away with the directory that was made for it. */
function restoreFile(
  { text: wanted, mode, directoryMode }: ExactKeys,
  state: KeysState | undefined,
  text: string,
): ShellText {
  const { shell: enter } = enterDirectory;
  const remove = `cat >/dev/null
rm -f -- authorized_keys || exit 1
${directoryMode === null ? 'cd .. && rmdir .ssh 2>/dev/null' : sh`chmod ${directoryMode} .`.shell}
exit 0`;
  const write = `tmp=$(mktemp ./.authorized_keys.XXXXXXXXXX) || exit 1
trap 'rm -f -- "$tmp"' EXIT
cat >"$tmp" && chmod ${sh`${mode ?? '0600'}`.shell} "$tmp" && { sync -- "$tmp" 2>/dev/null || sync; } && mv -f -- "$tmp" authorized_keys || exit 1
chmod ${sh`${directoryMode ?? '0700'}`.shell} . || exit 1
if command -v restorecon >/dev/null 2>&1; then restorecon -R . >/dev/null 2>&1; fi
exit 0`;
  return shRaw(`umask 077
${enter}
${unmovedKeys(state, text)}
${wanted === null ? remove : write}`);
}

function unmovedKeys(state: KeysState | undefined, text: string): string {
  const check =
    state?.file.type === 'plain'
      ? sh`[ -f authorized_keys ] && [ "$(sha256sum <authorized_keys | cut -c1-64)" = ${createHash('sha256').update(text).digest('hex')} ]`
      : sh`[ ! -e authorized_keys ]`;
  return `{ [ ! -L authorized_keys ] && ${check.shell}; } || { echo 'the keys are other ones than the plan found'; exit ${refusedExitCode}; }`;
}

function replaceFile(state: KeysState | undefined, text: string): ShellText {
  const { shell: enter } = enterDirectory;
  return shRaw(`umask 077
${enter}
${unmovedKeys(state, text)}
tmp=$(mktemp ./.authorized_keys.XXXXXXXXXX) || exit 1
trap 'rm -f -- "$tmp"' EXIT
cat >"$tmp" && chmod 0600 "$tmp" && { sync -- "$tmp" 2>/dev/null || sync; } && mv -f -- "$tmp" authorized_keys || exit 1
chmod go-w,u+rwx . || exit 1
if command -v restorecon >/dev/null 2>&1; then restorecon -R . >/dev/null 2>&1; fi
exit 0`);
}

function changeModes(paths: ReadonlySet<string>): ShellText {
  const { shell: enter } = enterDirectory;
  const file = paths.has('mode')
    ? '{ [ -f authorized_keys ] && [ ! -L authorized_keys ] && chmod 0600 authorized_keys; } || exit 1\n'
    : '';
  return shRaw(`cat >/dev/null
${enter}
chmod go-w,u+rwx . || exit 1
${file}exit 0`);
}

/** Goes into `.ssh` and makes sure to have arrived there. */
const enterDirectory = shRaw(`cd -P -- "$1" || exit 1
at=$(pwd -P)
[ -e .ssh ] || [ -L .ssh ] || mkdir -m 0700 .ssh || exit 1
chmod u+rwx .ssh 2>/dev/null
cd -P ./.ssh && [ "$(pwd -P)" = "\${at%/}/.ssh" ] || { echo "$1/.ssh is not a directory"; exit ${refusedExitCode}; }`);

function keysHazards(declared: KeysDeclared, text: string, isUnsure: boolean): readonly Hazard[] {
  const { account } = declared;
  const before = keysIn(text);
  const after = keysIn(wantedText(declared, text));
  const added = [...after].filter((key) => !before.has(key)).length;
  const removed = [...before].filter((key) => !after.has(key)).length;
  const losesKeys = removed > 0 || (isUnsure && (declared.exclusive || declared.state === 'absent'));
  return [
    ...(added > 0 ? [{ kind: 'privilege', message: `Whoever has a new key can log in as ${account}` } as const] : []),
    ...(losesKeys
      ? [
          {
            kind: 'connectivity',
            message: `Keys that are removed no longer open ${account}, also for Setpoint`,
          } as const,
        ]
      : []),
  ];
}

function keysIn(text: string): ReadonlySet<string> {
  return new Set(text.split('\n').flatMap((line) => parseKeyLine(line)?.key ?? []));
}
