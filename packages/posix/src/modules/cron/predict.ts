import type { Answer, Answers, Prediction } from '@setpoint/model';
import { predictText } from '../../text-edits/predict.ts';
import type { CronDeclared } from './declared.ts';
import { editCron } from './edit.ts';
import { observeCron } from './observe.ts';
import { wantedTable } from './table.ts';

/** What the node will answer once the table is as declared; one that is not known yet stays unknown. */
export function predictCron(declared: CronDeclared, answers: Answers): Prediction {
  const wanted = wantedTable(declared, observeCron(declared, answers).observed);
  if (wanted === undefined) return { answers: {} };
  if (declared.place === 'crontab') {
    if (wanted.bytes === undefined) return { answers: {} };
    const crontab: Answer = { status: 'found', value: { base64: wanted.bytes.toString('base64') } };
    return { answers: { crontab } };
  }
  if (wanted.sizeBytes > 0) return predictText(declared, answers, editCron);
  const gone: Answer = { status: 'absent' };
  return { answers: { stat: gone, otherStat: gone, content: gone } };
}
