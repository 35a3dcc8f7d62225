import {
  type Answers,
  type Diagnostic,
  type Edit,
  editValue,
  errorDiagnostic,
  isUnknown,
  type Operation,
  type Prediction,
  type Unknown,
  unknown,
  warningDiagnostic,
} from '@setpoint/model';
import { sh } from '@setpoint/sdk';
import { runOperation } from '../../operations/run-operation.ts';
import type { KernelModuleValue } from '../../queries/kernel-module.ts';
import type { LiveRestoration } from '../../settings/restore.ts';
import type { KernelModulePart } from './declared.ts';

/** Whether the module is loaded; null where that is not managed. */
export type KernelModuleLive = { readonly isLoaded: boolean } | null;

/** Whether the running kernel has the module, and why that cannot become as declared. */
export function observeKernelModule(
  part: KernelModulePart,
  answers: Answers,
): { readonly live: KernelModuleLive | Unknown; readonly problems: readonly Diagnostic[] } {
  const answer = answers['module'];
  if (!part.live || answer === undefined) return { live: null, problems: [] };
  if (answer.status === 'unknown') return { live: unknown(answer.cause), problems: [] };
  if (answer.status === 'absent') {
    const isWanted = part.state === 'present';
    return { live: isWanted ? null : { isLoaded: false }, problems: isWanted ? [noModule(part)] : [] };
  }
  const { status, canChange } = answer.value as KernelModuleValue;
  const isLoaded = status === 'loaded' || status === 'built-in';
  if (isLoaded === (part.state === 'present')) return { live: { isLoaded }, problems: [] };
  if (status === 'built-in') return { live: null, problems: [builtIn(part)] };
  if (!canChange) return { live: null, problems: [forbidden(part)] };
  return { live: { isLoaded }, problems: [] };
}

function noModule({ name }: KernelModulePart): Diagnostic {
  const hint = 'correct the name, declare the package that brings it before this resource, or add `live: false`';
  return errorDiagnostic('SP617', { detail: `The running kernel has no module ${name}.`, hint });
}

function builtIn({ name }: KernelModulePart): Diagnostic {
  const hint = 'remove the resource, or add `live: false` to keep to the files';
  return errorDiagnostic('SP617', { detail: `${name} is built into the kernel, so it cannot be unloaded.`, hint });
}

function forbidden({ name, state, persistent, parameters, blacklisted }: KernelModulePart): Diagnostic {
  const verb = state === 'present' ? 'loaded' : 'unloaded';
  const detail = `${name} cannot be ${verb}: on this node not even root may do that, as in a container.`;
  const hint = `declare \`live: false\` when the files are all that is meant, or have it ${verb} on the machine that carries the node`;
  const hasFiles = persistent || parameters !== null || blacklisted !== null;
  return hasFiles
    ? warningDiagnostic('SP617', { detail: `${detail} The files alone say so.`, hint })
    : errorDiagnostic('SP617', { detail, hint });
}

/** The edit of what is loaded. */
export function diffKernelModule(
  { state, live }: KernelModulePart,
  found: KernelModuleLive | undefined,
): readonly Edit[] {
  const isWanted = state === 'present';
  if (!live || found === null || found?.isLoaded === isWanted) return [];
  return [{ path: 'loaded', before: editValue(found?.isLoaded), after: editValue(isWanted) }];
}

/** Loads the module after its parameters were written. Loading one that is loaded does nothing. */
export function kernelModuleOperations({ name, state }: KernelModulePart, edits: readonly Edit[]) {
  const isWanted = state === 'present';
  const operations = edits.map(
    (): Operation =>
      runOperation({
        title: `${isWanted ? 'load' : 'unload'} the kernel module ${name}`,
        script: isWanted
          ? sh`modprobe -- ${name}`
          : sh`[ ! -e ${`/sys/module/${name}/initstate`} ] || modprobe -r -- ${name}`,
        timeoutMs: 60_000,
        repeatable: true,
        hazards: isWanted
          ? []
          : [{ kind: 'service-interruption', message: `What works through the module ${name} stops working` }],
      }),
  );
  return { order: 'after the texts', operations } as const;
}

/** What the node will answer; a module that is loaded can bring settings of the kernel. */
export function predictKernelModule(part: KernelModulePart, answers: Answers): Prediction {
  const { live } = observeKernelModule(part, answers);
  if (live === null || (isUnknown(live) && live.cause.kind !== 'after')) return { answers: {} };
  const isWanted = part.state === 'present';
  if (!isUnknown(live) && live.isLoaded === isWanted) return { answers: {} };
  const value: KernelModuleValue = { status: isWanted ? 'loaded' : 'loadable', canChange: true };
  return { answers: { module: { status: 'found', value } }, ...(isWanted ? { unsettles: ['sysctl'] } : {}) };
}

/** Loaded or not, as it was. */
export function restoreKernelModule(
  part: KernelModulePart,
  found: KernelModuleLive | undefined,
  edited: readonly string[],
): LiveRestoration<KernelModulePart> {
  if (!edited.includes('loaded')) return { part: { ...part, live: false }, lacks: [] };
  if (found === undefined || found === null)
    return { part: { ...part, live: false }, lacks: [`Nobody could tell whether ${part.name} was loaded before.`] };
  return { part: { ...part, live: true, state: found.isLoaded ? 'present' : 'absent' }, lacks: [] };
}
