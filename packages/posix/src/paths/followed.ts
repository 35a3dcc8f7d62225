import { type Answers, type Diagnostic, errorDiagnostic, type Queries } from '@setpoint/model';
import { type LedValue, ledQuery } from '../queries/led.ts';
import { foundValue } from '../queries/query-kind.ts';

/** What the plan saw of a link that is declared to be followed; no member where there is none, or nobody can tell. */
export type FollowedState = { readonly leadsTo?: LedValue };

/** Asks to which file the path leads, where a link at its end is followed. */
export function followedQueries({ path, follow }: { readonly path: string; readonly follow: boolean }): Queries {
  return follow ? { led: ledQuery(path) } : {};
}

/** What the node told of that. */
export function observeFollowed({ led }: Answers): FollowedState {
  const leadsTo = foundValue<LedValue>(led);
  return leadsTo === undefined ? {} : { leadsTo };
}

/** A link that an apply refuses to follow. */
export function followedProblems(path: string, answers: Answers): readonly Diagnostic[] {
  const { leadsTo } = observeFollowed(answers);
  if (leadsTo === undefined || leadsTo.isTrusted) return [];
  const detail = `A link of another account leads from ${path} to ${leadsTo.real}, and nothing is written there.`;
  const hint = `declare ${leadsTo.real} itself, or let root own each link on the way to it: \`chown -h root …\``;
  return [errorDiagnostic('SP646', { detail, hint })];
}

/** The path as titles of operations name it: first the file that is worked on, then by which path it is reached. */
export function throughPath(path: string, { leadsTo }: FollowedState): string {
  return leadsTo === undefined ? path : `${leadsTo.real}, to which ${path} leads`;
}

/** Why another file than the one at the path is worked on. */
export function followedReasons(path: string, { leadsTo }: FollowedState): readonly string[] {
  return leadsTo === undefined ? [] : [`\`follow\` leads from ${path} to ${leadsTo.real}, the file that is changed`];
}
