import { type Answers, type Edit, editValue, isUnknown, type Operation, type Prediction } from '@setpoint/model';
import { sh } from '@setpoint/sdk';
import { refusedExitCode } from '../../operations/library.ts';
import { runOperation } from '../../operations/run-operation.ts';
import { type SysctlValue, sysctlQuery } from '../../queries/sysctl.ts';
import { defineSetting } from '../../settings/define-setting.ts';
import { answerValue } from '../../settings/observe.ts';
import type { LiveRestoration } from '../../settings/restore.ts';
import { declareHostname, type HostnamePart, hostnameSchema } from './declared.ts';
import { importHostname } from './import.ts';
import { writeHostname } from './write.ts';

/** The name that the kernel has; null where it is not managed. */
type HostnameLive = { readonly value: string } | null;

/** The name of the host. */
export const hostname = defineSetting<HostnamePart, HostnameLive>()({
  type: 'hostname',
  summary:
    'The name of the host: in /etc/hostname and in the running system. /etc/hosts is not touched; declare a `line` for it.',
  identityDescription: 'The name, short or full, such as `web1` or `web1.example.com`. A node has one.',
  schema: hostnameSchema,
  examples: [
    `- hostname: web1.example.com`,
    `- hostname: web1
  pretty: Web server of the lab`,
    `- hostname: web1
  live: false`,
  ],
  undo: 'The former names come back, in the files and in the running system.',
  importing: importHostname,
  declarePart: declareHostname,
  texts: ({ pretty }) => ({
    static: { path: '/etc/hostname', follow: false, isOwn: false },
    ...(pretty === null ? {} : { pretty: { path: '/etc/machine-info', follow: false, isOwn: true } }),
  }),
  write: writeHostname,
  claims: () => ['hostname'],
  queries: ({ live }) => (live ? { kernel: sysctlQuery('kernel/hostname') } : {}),
  observe: ({ live }, answers) => ({ live: live ? nameIn(answers) : null, problems: [] }),
  diff: diffHostname,
  operations: hostnameOperations,
  predict: predictHostname,
  restore: restoreHostname,
});

function nameIn(answers: Answers) {
  return answerValue<HostnameLive>(answers['kernel'], { value: '' });
}

function diffHostname({ hostname: name, live }: HostnamePart, found: HostnameLive | undefined): readonly Edit[] {
  if (!live || found === null || found?.value === name) return [];
  return [{ path: 'live', before: editValue(found?.value), after: editValue(name) }];
}

function hostnameOperations({ hostname: name }: HostnamePart, edits: readonly Edit[], found: HostnameLive | undefined) {
  const unmoved =
    found === undefined || found === null
      ? sh``
      : sh`case "$(uname -n)" in ${found.value}|${name}) ;; *) echo "the system is named $(uname -n) now; the plan found "${found.value}; exit ${refusedExitCode};; esac
`;
  const operations: readonly Operation[] = edits.map(() =>
    runOperation({
      title: `name the running system ${name}`,
      script: sh`${unmoved}if command -v hostname >/dev/null 2>&1; then hostname ${name}
else printf '%s\n' ${name} >/proc/sys/kernel/hostname; fi || { echo 'the running system cannot be named from here, as in a container; live: false leaves it alone'; exit 1; }`,
      timeoutMs: 30_000,
      repeatable: true,
      compares: true,
    }),
  );
  return { order: 'before the texts', operations } as const;
}

function predictHostname({ hostname: name, live }: HostnamePart, answers: Answers): Prediction {
  if (!live || isUnknown(nameIn(answers))) return { answers: {} };
  const value: SysctlValue = { value: name, isFixed: false };
  return { answers: { kernel: { status: 'found', value } } };
}

function restoreHostname(
  part: HostnamePart,
  found: HostnameLive | undefined,
  edited: readonly string[],
): LiveRestoration<HostnamePart> {
  if (!edited.includes('live')) return { part: { ...part, live: false }, lacks: [] };
  if (found === undefined || found === null)
    return { part: { ...part, live: false }, lacks: ['Nobody could tell how the running system was named before.'] };
  return { part: { ...part, hostname: found.value, live: true }, lacks: [] };
}
