import { createHash } from 'node:crypto';
import {
  type Answers,
  type Diagnostic,
  errorDiagnostic,
  type Observed,
  type Queries,
  warningDiagnostic,
} from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { accountQuery } from '../../queries/account.ts';
import { type CrontabValue, crontabQuery } from '../../queries/crontab.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { toolQuery } from '../../queries/tool.ts';
import { observeText, textQueries } from '../../text-edits/observe.ts';
import type { TextState } from '../../text-edits/text-edit.ts';
import { wantedBytes } from '../../text-edits/wanted-bytes.ts';
import type { CronDeclared } from './declared.ts';
import { editCron } from './edit.ts';

/** The table, the account, and whether there is a cron at all. */
export function cronQueries(declared: CronDeclared): Queries {
  const { place, account } = declared;
  const table = place === 'file' ? textQueries(declared) : { crontab: crontabQuery(account) };
  return { ...table, account: accountQuery(account), tool: toolQuery('crontab') };
}

/** What the answers come to, and why the job cannot be in the table. */
export function observeCron(declared: CronDeclared, answers: Answers): TypedObservation<TextState> {
  if (declared.place === 'crontab') return observeCrontab(declared, answers);
  const { observed, problems } = observeText(declared, answers, editCron);
  const missing = answers['tool']?.status === 'absent' ? [withoutCron(declared)] : [];
  const isChanged = !isSettled(declared, observed);
  return { observed, problems: [...problems, ...missingAccount(declared, answers), ...(isChanged ? missing : [])] };
}

function observeCrontab(declared: CronDeclared, answers: Answers): TypedObservation<TextState> {
  const answer = answers['crontab'] ?? { status: 'absent' };
  const value = foundValue<CrontabValue>(answer);
  if (answer.status === 'unknown') return { observed: { kind: 'unknown', cause: answer.cause }, problems: [] };
  if (value === undefined) {
    const isNothing = isSettled(declared, { kind: 'absent' });
    return { observed: { kind: 'absent' }, problems: isNothing ? [] : [noCron(declared)] };
  }
  return { observed: tableState(value), problems: missingAccount(declared, answers) };
}

/** An account without a table has one without lines. */
function tableState({ base64 }: CrontabValue): Observed<TextState> {
  if (base64 === '') return { kind: 'absent' };
  const bytes = Buffer.from(base64, 'base64');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { kind: 'present', state: { sha256, sizeBytes: bytes.length, mode: '0600', base64 } };
}

function isSettled(declared: CronDeclared, observed: Observed<TextState>): boolean {
  if (observed.kind === 'unknown') return true;
  const base64 = observed.kind === 'present' ? observed.state.base64 : '';
  if (base64 === undefined || declared.whole !== null) return declared.whole?.sizeBytes === 0 && base64 === '';
  const found = Buffer.from(base64, 'base64');
  const wanted = wantedBytes(declared, found, editCron);
  return wanted.kind === 'bytes' && wanted.bytes.equals(found);
}

function noCron({ account }: CronDeclared): Diagnostic {
  const detail = `The node has no program \`crontab\`, so the account "${account}" can have no jobs.`;
  return errorDiagnostic('SP656', {
    detail,
    hint: 'declare the package of cron before this resource, such as `package: cron`',
  });
}

function withoutCron({ target }: CronDeclared): Diagnostic {
  const detail = `The node has no program \`crontab\`, so it is doubtful that anything reads ${target.path}.`;
  return warningDiagnostic('SP656', {
    detail,
    hint: 'declare the package of cron before this resource, such as `package: cron`',
  });
}

function missingAccount({ account, part, whole }: CronDeclared, answers: Answers): readonly Diagnostic[] {
  if (answers['account']?.status !== 'absent' || part.state === 'absent' || whole !== null) return [];
  const detail = `The account "${account}" does not exist on the node, so no job can run as it.`;
  return [errorDiagnostic('SP604', { detail, hint: `declare \`user: ${account}\` before this resource` })];
}
