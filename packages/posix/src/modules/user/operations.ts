import type { Body, Edit, Observed, Operation, Work } from '@setpoint/model';
import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { isLocal, missingTool, withTool } from '../../accounts/script.ts';
import { runOperation } from '../../operations/run-operation.ts';
import { parentOf } from '../../paths/absolute-path.ts';
import { lingerPath } from '../../queries/user-unit.ts';
import { ageingFlag, isAgeing } from './ageing.ts';
import { changeAccount } from './change-script.ts';
import { createAccount } from './create-script.ts';
import { dayOf } from './days.ts';
import type { UserDeclared, UserState } from './declared.ts';
import { removalHazards, userHazards } from './hazards.ts';
import { makeSshKey } from './ssh-key.ts';

/** The tools lock the databases for moments; a minute allows for another one that holds them. */
const timeoutMs = 60_000;
/** A home directory is moved, given to another number or deleted file by file. */
const homeTimeoutMs = 1_800_000;

/** One operation that makes the account as declared, or one that deletes it. */
export function userOperations(declared: UserDeclared, edits: readonly Edit[], observed: Observed<UserState>): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const operation = declared.state === 'absent' ? removeUser(declared, observed) : setUpUser(declared, edits, observed);
  return { operations: [operation], reasons: [] };
}

function setUpUser(declared: UserDeclared, edits: readonly Edit[], observed: Observed<UserState>): Operation {
  const paths = new Set(edits.map((edit) => edit.path));
  const steps = [
    ...(paths.has('password') ? [shRaw('{ IFS= read -r hash || [ -n "$hash" ]; }')] : []),
    ...([...paths].some(isAgeing) ? [withTool('chage', shRaw('true'), missingTool('chage'))] : []),
    ...accountSteps(declared, edits, observed),
    ...ageingSteps(declared, edits),
    ...(paths.has('password') ? [writePassword(declared, observed)] : []),
    ...(paths.has('ssh_key') && declared.sshKey !== null ? [makeSshKey(declared.name, declared.sshKey)] : []),
    ...(paths.has('linger') ? [setLinger(declared)] : []),
  ];
  return runOperation({
    // The title must not tell whether the account was there: a plan on an unknown would have to be taken back.
    title: `set up user ${declared.name}`,
    script: shJoin(steps, ' &&\n'),
    timeoutMs: observed.kind !== 'absent' && (paths.has('home') || paths.has('uid')) ? homeTimeoutMs : timeoutMs,
    repeatable: observed.kind !== 'absent',
    hazards: userHazards(declared, edits, observed),
    ...(paths.has('password') && declared.password !== null ? { stdin: declared.password.body satisfies Body } : {}),
  });
}

function accountSteps(
  declared: UserDeclared,
  edits: readonly Edit[],
  observed: Observed<UserState>,
): readonly ShellText[] {
  switch (observed.kind) {
    case 'absent':
      return [createAccount(declared)];
    case 'present':
      return changeAccount(declared, edits, observed.state);
    case 'unknown': {
      const changes = changeAccount(declared, edits, undefined);
      const change = shJoin([...changes, shRaw('true')], ' && ');
      return [sh`if ${isLocal('passwd', declared.name)}; then ${change}; else ${createAccount(declared)}; fi`];
    }
    default:
      return observed satisfies never;
  }
}

function ageingSteps({ name }: UserDeclared, edits: readonly Edit[]): readonly ShellText[] {
  const words = edits.flatMap(({ path, after }) => {
    const flag = ageingFlag(path);
    if (flag === undefined || after.kind !== 'value') return [];
    const day = typeof after.value === 'string' ? dayOf(after.value) : after.value;
    return [shRaw(flag), typeof day === 'number' ? day : -1];
  });
  return words.length === 0 ? [] : [sh`chage ${words} -- ${name}`];
}

/**
 * The hash comes on standard input and goes on to chpasswd through a builtin of the shell, so no process list ever shows it. A lock
 * that stays is written with it, so the account is at no moment open. Where an account may be there already and only a new one gets
 * a password, the script looks before it writes.
 */
function writePassword(declared: UserDeclared, observed: Observed<UserState>): ShellText {
  const { name, locked, updatePassword } = declared;
  const lock = (locked ?? isLocked(observed)) && declared.password?.kind === 'hash' ? '!' : '';
  const write = sh`printf '%s:%s%s\\n' ${name} ${lock} "$hash" | chpasswd -e`;
  if (updatePassword === 'always' || observed.kind !== 'unknown') return write;
  return sh`if grep -q ${`^${name.replaceAll(/[.$]/g, String.raw`\$&`)}:!*:`} /etc/shadow; then ${write}; fi`;
}

/** In the image of a machine there is no logind to ask; it finds the file when it starts. */
function setLinger({ name, linger }: UserDeclared): ShellText {
  const path = lingerPath(name);
  const write = linger === true ? sh`mkdir -p -- ${parentOf(path)} && : >${path}` : sh`rm -f -- ${path}`;
  const verb = linger === true ? 'enable-linger' : 'disable-linger';
  return sh`if [ -d /run/systemd/system ]; then loginctl ${verb} ${name}; else ${write}; fi`;
}

function isLocked(observed: Observed<UserState>): boolean {
  if (observed.kind !== 'present' || 'cause' in observed.state.shadow) return false;
  const { shadow } = observed.state;
  return shadow.locked && shadow.password === 'set';
}

function removeUser(declared: UserDeclared, observed: Observed<UserState>): Operation {
  const { name, removeHome, force } = declared;
  const usual = ['userdel', ...(removeHome ? ['-r'] : []), ...(force ? ['-f'] : []), '--', name];
  const busybox = ['deluser', ...(removeHome ? ['--remove-home'] : []), name];
  return runOperation({
    title: removeHome ? `remove user ${name} and its home directory` : `remove user ${name}`,
    script: sh`if ${isLocal('passwd', name)}; then ${withTool('userdel', sh`${usual}`, sh`${busybox}`)}; fi`,
    timeoutMs: removeHome ? homeTimeoutMs : timeoutMs,
    repeatable: true,
    hazards: removalHazards(declared, observed),
  });
}
