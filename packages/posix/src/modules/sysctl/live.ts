import {
  type Answers,
  type Diagnostic,
  type Edit,
  editValue,
  errorDiagnostic,
  type Operation,
  type Prediction,
  type Unknown,
  unknown,
  warningDiagnostic,
} from '@setpoint/model';
import { sh } from '@setpoint/sdk';
import { refusedExitCode } from '../../operations/library.ts';
import { runOperation } from '../../operations/run-operation.ts';
import type { SysctlValue } from '../../queries/sysctl.ts';
import type { LiveRestoration } from '../../settings/restore.ts';
import { type SysctlPart, wordsOf } from './declared.ts';

/** The value in force; null where it is not managed. */
export type SysctlLive = { readonly value: string } | null;

/** What the kernel runs with, and why it cannot be changed. */
export function observeSysctl(
  part: SysctlPart,
  answers: Answers,
): { readonly live: SysctlLive | Unknown; readonly problems: readonly Diagnostic[] } {
  const answer = answers['kernel'];
  if (part.state === 'absent' || answer === undefined) return { live: null, problems: [] };
  if (answer.status === 'unknown') return { live: unknown(answer.cause), problems: [] };
  if (answer.status === 'absent') return { live: null, problems: part.optional ? [] : [unknownSetting(part)] };
  const { value, isFixed } = answer.value as SysctlValue;
  if (isFixed && !isSameValue(value, part.value)) return { live: null, problems: [fixedSetting(part, wordsOf(value))] };
  return { live: { value }, problems: [] };
}

function unknownSetting({ key, path }: SysctlPart): Diagnostic {
  return errorDiagnostic('SP615', {
    detail: `The kernel of the node has no setting ${key}: there is no /proc/sys/${path}.`,
    hint: 'correct the key; declare `kernel_module:` before it when a module brings it; or add `optional: true` or `live: false`',
  });
}

function fixedSetting({ key, path, value, persistent }: SysctlPart, found: string): Diagnostic {
  const detail = `The running kernel keeps ${key} at ${found}: /proc/sys/${path} cannot be written on this node, not even by root, as in a container.`;
  if (!persistent) return errorDiagnostic('SP616', { detail, hint: 'set it on the machine that runs the container' });
  return warningDiagnostic('SP616', {
    detail: `${detail} The file alone says ${value}.`,
    hint: 'declare `live: false` when the file is all that is meant, or set it on the machine that runs the container',
  });
}

/** The edit of the value in force. */
export function diffSysctl({ live, state, value }: SysctlPart, found: SysctlLive | undefined): readonly Edit[] {
  if (!live || state === 'absent' || found === null) return [];
  if (found !== undefined && isSameValue(found.value, value)) return [];
  return [{ path: 'live', before: editValue(found && wordsOf(found.value)), after: editValue(value) }];
}

/** Equal word by word; numbers are equal in any base that the kernel reads. */
function isSameValue(found: string, declared: string): boolean {
  const left = wordsOf(found).split(' ');
  const right = wordsOf(declared).split(' ');
  return left.length === right.length && left.every((word, index) => numberOf(word) === numberOf(right[index] ?? ''));
}

function numberOf(word: string): string {
  const [, sign = '', digits = ''] = /^(-?)(0x[0-9a-f]+|\d+)$/i.exec(word) ?? [];
  if (digits === '') return word;
  const octal = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits.replace(/^0+(?=[89\d])/, '');
  return `${sign}${BigInt(octal)}`;
}

/** Sets the value of the kernel first: a value that it does not take never comes into the file. */
export function sysctlOperations(
  { key, path, value }: SysctlPart,
  edits: readonly Edit[],
  found: SysctlLive | undefined,
): { readonly order: 'before the texts'; readonly operations: readonly Operation[] } {
  if (edits.length === 0) return { order: 'before the texts', operations: [] };
  const place = `/proc/sys/${path}`;
  const unmoved =
    found === undefined || found === null
      ? sh``
      : sh`set -f; set -- $(cat ${place}) || exit 1
case "$*" in ${wordsOf(found.value)}|${value}) ;; *) echo ${key}" is $* now; the plan found "${wordsOf(found.value)}; exit ${refusedExitCode};; esac
`;
  const operation = runOperation({
    title: `set ${key} to ${value}`,
    script: sh`${unmoved}printf '%s\n' ${value} >${place} || { echo ${`the kernel does not take ${value} for ${key}`}; exit 1; }`,
    timeoutMs: 30_000,
    repeatable: true,
    ...(found === undefined ? {} : { compares: true }),
  });
  return { order: 'before the texts', operations: [operation] };
}

/** What the kernel will answer. */
export function predictSysctl(part: SysctlPart, answers: Answers): Prediction {
  const answer = answers['kernel'];
  const { live } = observeSysctl(part, answers);
  if (answer === undefined || live === null || part.state === 'absent') return { answers: {} };
  const value: SysctlValue = { value: part.value, isFixed: false };
  return { answers: { kernel: { status: 'found', value } } };
}

/** The value that was in force, or none where it was not changed. */
export function restoreSysctl(
  part: SysctlPart,
  found: SysctlLive | undefined,
  edited: readonly string[],
): LiveRestoration<SysctlPart> {
  if (!edited.includes('live')) return { part: { ...part, live: false }, lacks: [] };
  if (found === undefined || found === null)
    return { part: { ...part, live: false }, lacks: [`Nobody could tell which value ${part.key} had before.`] };
  return { part: { ...part, state: 'present', value: wordsOf(found.value), live: true }, lacks: [] };
}
