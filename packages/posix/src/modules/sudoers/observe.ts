import { type Answers, errorDiagnostic, type Queries } from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import { parentOf } from '../../paths/absolute-path.ts';
import { toolQuery } from '../../queries/tool.ts';
import type { FileState } from '../file/declared.ts';
import { diffFile } from '../file/diff.ts';
import { fileQueries, observeFile } from '../file/observe.ts';
import type { SudoersDeclared } from './declared.ts';

/** What a file needs to know, and whether the node has the program that reads sudoers. */
export function sudoersQueries(declared: SudoersDeclared): Queries {
  return { ...fileQueries(declared), ...(validates(declared) ? { visudo: toolQuery('visudo') } : {}) };
}

/** What the answers come to; a content that nobody can read over is not written. */
export function observeSudoers(declared: SudoersDeclared, answers: Answers): TypedObservation<FileState> {
  if (declared.state === 'present' && answers['parent']?.status === 'absent') {
    const problem = errorDiagnostic('SP604', {
      detail: `The directory ${parentOf(declared.path)} does not exist, so sudo is not there or does not read it.`,
      hint: 'declare `package: sudo` before this resource',
    });
    return { observed: { kind: 'absent' }, problems: [problem] };
  }
  const { observed, problems } = observeFile(declared, answers);
  const isWritten = validates(declared) && diffFile(declared, observed).some(({ path }) => path === 'content');
  if (!isWritten || answers['visudo']?.status !== 'absent') return { observed, problems };
  const problem = errorDiagnostic('SP686', {
    detail: `The node has no \`visudo\`, which has to read ${declared.path} before sudo does.`,
    hint: 'declare `package: sudo` before this resource, or `validate: false` to write the file unread',
  });
  return { observed, problems: [...problems, problem] };
}

/** True when a new content has to be read before it counts. */
export function validates({ state, validates: isAsked }: SudoersDeclared): boolean {
  return isAsked && state === 'present';
}
