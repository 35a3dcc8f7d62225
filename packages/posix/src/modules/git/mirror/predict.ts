import { type Answer, type Answers, formatAddress, type Prediction } from '@setpoint/model';
import type { GitMirrorValue } from '../../../queries/git-mirror.ts';
import { statQuery } from '../../../queries/stat.ts';
import type { GitDeclared } from '../declared.ts';
import { broughtKinds, directoryAt } from '../predict.ts';
import { diffMirror } from './diff.ts';
import { mirrorStateOf, observeMirror } from './observe.ts';

/** What the node will answer once the mirror is what the remote is. */
export function predictMirror(declared: GitDeclared, answers: Answers): Prediction {
  const { observed } = observeMirror(declared, answers);
  if (diffMirror(declared, observed).length === 0) return { answers: {} };
  const { path, repo, update } = declared;
  const { found = null, wanted = null } = mirrorStateOf(observed) ?? {};
  const head = wanted?.head ?? found?.head ?? null;
  const value: GitMirrorValue = { place: 'bare', refs: wanted?.refs ?? {}, head, url: repo };
  const mirror: Answer =
    wanted === null && update
      ? { status: 'unknown', cause: { kind: 'after', address: formatAddress('git', path) } }
      : { status: 'found', value };
  const place: Answer = { status: 'found', value: directoryAt(answers) };
  const others = [{ query: statQuery(path), answer: place }];
  return { answers: { mirror, place }, others, unsettles: broughtKinds, unsettlesBelow: [path] };
}
