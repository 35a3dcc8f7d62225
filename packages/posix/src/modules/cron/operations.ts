import { type Edit, type Observed, type Operation, unknown, type Work } from '@setpoint/model';
import { type ShellText, sh } from '@setpoint/sdk';
import { refusedExitCode } from '../../operations/library.ts';
import { runOperation } from '../../operations/run-operation.ts';
import { digestLibrary } from '../../paths/digest.ts';
import { textOperations } from '../../text-edits/operations.ts';
import type { TextState } from '../../text-edits/text-edit.ts';
import { removalScript } from '../file/removal-script.ts';
import type { CronDeclared } from './declared.ts';
import { editCron } from './edit.ts';
import { foundTable, type Table, wantedTable } from './table.ts';

const timeoutMs = 60_000;

/** One write of the table, refused when it is not the one any more that the job was put into; or its removal. */
export function cronOperations(declared: CronDeclared, edits: readonly Edit[], observed: Observed<TextState>): Work {
  if (edits.length === 0) return { operations: [], reasons: [] };
  const wanted = wantedTable(declared, observed);
  if (declared.place === 'crontab') return { operations: [installTable(declared, observed, wanted)], reasons: [] };
  if (wanted?.sizeBytes === 0) return { operations: [removeFile(declared, observed)], reasons: [] };
  return textOperations({ type: declared.part.kind, declared, edits, observed }, editCron);
}

function titleOf({ target, part, whole, account }: CronDeclared): string {
  const table = `the crontab of ${account}`;
  return whole === null ? `change the ${part.kind} ${target.name} in ${table}` : `bring back ${table}`;
}

/** `crontab` itself checks the lines, has the right places and rights, and tells the daemon. */
function installTable(declared: CronDeclared, observed: Observed<TextState>, wanted: Table | undefined): Operation {
  const { account } = declared;
  const found = foundTable(observed);
  const compare =
    found === undefined
      ? sh``
      : sh`now=$(sp_crontab -l 2>/dev/null | sp_digest) || exit 1
[ "\${now%% *}" = ${found.sha256} ] || { cat >/dev/null; printf '%s\\n' ${`the crontab of ${account} is another one than the plan found`}; exit ${refusedExitCode}; }
`;
  const write = wanted?.sizeBytes === 0 ? sh`sp_crontab -r` : sh`sp_crontab -`;
  const operation = runOperation({
    title: titleOf(declared),
    script: sh`${library(account)}${compare}${write}`,
    timeoutMs,
    repeatable: true,
    compares: true,
  });
  if (wanted === undefined || wanted.sizeBytes === 0) return operation;
  const { sha256, sizeBytes, bytes } = wanted;
  const body = bytes === undefined ? {} : { bytes: bytes.toString('base64') };
  return { ...operation, action: { ...operation.action, stdin: { sha256, sizeBytes }, ...body } };
}

/** Only root may name the account; that of busybox wants the name of who asks for another one, too. */
function library(account: string): ShellText {
  return sh`sp_crontab() {
  if [ "$(id -u)" = 0 ]; then crontab -u ${account} "$@"
  elif [ "$(id -un)" = ${account} ]; then crontab "$@"
  else echo ${`only root and ${account} can change the crontab of ${account}`}; return 1; fi
}
${digestLibrary}`;
}

function removeFile({ target }: CronDeclared, observed: Observed<TextState>): Operation {
  const { path } = target;
  const found = foundTable(observed);
  const root = { owner: 'root', group: 'root', uid: 0, gid: 0, mode: '0644' };
  const unread = unknown({ kind: 'unavailable', what: 'the table' });
  const state = { ...root, sizeBytes: found?.sizeBytes ?? 0, modified: '', sha256: found?.sha256 ?? unread };
  return runOperation({
    title: `remove ${path}, which holds nothing else`,
    script: removalScript(path, found === undefined ? undefined : state),
    timeoutMs,
    repeatable: true,
    compares: true,
  });
}
