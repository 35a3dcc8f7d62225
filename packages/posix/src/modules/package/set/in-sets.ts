import type { Answer, AnswerAdjustment, Answers, Query } from '@setpoint/model';
import type { PackageSetMember, PackageSetValue } from '../../../queries/package-set.ts';
import { foundValue } from '../../../queries/query-kind.ts';

/** What becomes of sets that a package is one of, by what is predicted of it alone. */
export function inPackageSets(name: string, predicted: Answers): AnswerAdjustment {
  const adjust = (_: Query, answer: Answer): Answer => {
    const value = foundValue<PackageSetValue>(answer);
    if (value === undefined || !value.members.some((member) => member.name === name)) return answer;
    const members = value.members.map((member) => (member.name === name ? memberAfter(member, predicted) : member));
    return { status: 'found', value: { ...value, members } };
  };
  return { kind: 'package-set', adjust };
}

/** One package of a set, with the answers that are predicted of it. */
export function memberAfter(member: PackageSetMember, predicted: Answers): PackageSetMember {
  const { installed = member.installed, candidate = member.candidate } = predicted;
  return { ...member, installed, candidate };
}
