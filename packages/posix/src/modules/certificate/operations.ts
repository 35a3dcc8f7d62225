import type { Edit, Hazard, Observed, Operation, Work } from '@setpoint/model';
import { type ShellText, sh } from '@setpoint/sdk';
import { runOperation } from '../../operations/run-operation.ts';
import { ownershipCommands, ownershipTitle } from '../../ownership/set-ownership.ts';
import { ownershipUnmoved } from '../../ownership/unmoved.ts';
import { nameOf, parentOf } from '../../paths/absolute-path.ts';
import { enterLibrary } from '../../paths/entering.ts';
import { backupsOf } from './backups.ts';
import type { CertificateDeclared, CertificateState } from './declared.ts';
import { issueScript, type KeyWork } from './issue-script.ts';

/** A key of 4096 bits takes some seconds to find. */
const issueDeadlineMs = 120_000;

/** One operation that makes what is missing of key and certificate, and one for owner and mode of a key that is there. */
export function certificateOperations(
  declared: CertificateDeclared,
  edits: readonly Edit[],
  observed: Observed<CertificateState>,
): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  if (declared.state === 'absent') return { operations: [removal(declared)], reasons: [] };
  const state = observed.kind === 'present' ? observed.state : undefined;
  const ofKey = edits.filter(({ path }) => path.startsWith('key_'));
  const issues = edits.length > ofKey.length;
  const operations = [
    ...(issues ? [issue(declared, observed)] : []),
    ...(ofKey.length > 0 ? [setKey(declared, ofKey, state)] : []),
  ];
  const isDue = state?.certificate?.isDue === true && edits.some(({ path }) => path === 'expires');
  return { operations, reasons: isDue ? [`it expires on ${state.certificate.expires}`] : [] };
}

/** True when the key that is there cannot be the declared one. */
export function needsKey({ keyType }: CertificateDeclared, state: CertificateState | undefined): boolean {
  return state === undefined || state.key.kind !== 'found' || state.key.type !== keyType;
}

function issue(declared: CertificateDeclared, observed: Observed<CertificateState>): Operation {
  const state = observed.kind === 'present' ? observed.state : undefined;
  return runOperation({
    title:
      declared.state === 'requested' ? `make the request ${declared.path}` : `issue the certificate ${declared.path}`,
    script: issueScript(declared, state, keyWork(declared, state)),
    timeoutMs: issueDeadlineMs,
    repeatable: true,
    hazards: issueHazards(declared, observed),
    compares: true,
  });
}

function keyWork(declared: CertificateDeclared, state: CertificateState | undefined): KeyWork {
  if (needsKey(declared, state)) return 'make';
  return state?.key.kind === 'found' && state.key.isOpen === true ? 'protect' : 'none';
}

function issueHazards(declared: CertificateDeclared, observed: Observed<CertificateState>): readonly Hazard[] {
  const state = observed.kind === 'present' ? observed.state : undefined;
  const replaces = state !== undefined && state.key.kind !== 'absent' && needsKey(declared, state);
  if (!replaces || backupsOf(declared, state).key !== null) return [];
  const message = `The private key ${declared.key} is replaced; the old one is kept nowhere`;
  return [{ kind: 'data-loss', message }];
}

/** The file itself is changed, in its directory, and never what a link in its place leads to. */
function setKey(
  { key, ownership }: CertificateDeclared,
  edits: readonly Edit[],
  state: CertificateState | undefined,
): Operation {
  const plain = edits.map((edit) => ({ ...edit, path: edit.path.replace(/^key_/, '') }));
  const at: ShellText = sh`${`./${nameOf(key)}`}`;
  const commands = ownershipCommands(plain, { path: at, type: 'file' });
  const lines = commands.map((command) => sh`${command} || exit\n`);
  return runOperation({
    title: `set ${ownershipTitle(ownership)} of ${key}`,
    script: sh`${enterLibrary}sp_enter ${parentOf(key)}
[ -f ${at} ] && [ ! -L ${at} ] || sp_refuse ${key}" is $(sp_what ${nameOf(key)}) now; the plan found a file"
${ownershipUnmoved(plain, state?.keyFile ?? undefined, { path: key, at })}${lines}`,
    timeoutMs: 30_000,
    repeatable: true,
    compares: true,
  });
}

function removal({ path, chain }: CertificateDeclared): Operation {
  const parts = [path, ...(chain === null ? [] : [chain])].map(
    (file) => sh`( cd -P -- ${parentOf(file)} 2>/dev/null || exit 0
sp_there ${nameOf(file)} || exit 0
[ -f ${`./${nameOf(file)}`} ] && [ ! -L ${`./${nameOf(file)}`} ] || sp_refuse ${file}" is $(sp_what ${nameOf(file)}) now; a file is to be removed"
rm -f -- ${`./${nameOf(file)}`} ) || exit
`,
  );
  return runOperation({
    title: `remove the certificate ${path}`,
    script: sh`${enterLibrary}${parts}exit 0`,
    timeoutMs: 30_000,
    repeatable: true,
    compares: true,
    hazards: [{ kind: 'service-interruption', message: `What reads ${path} fails when it starts the next time` }],
  });
}
