import type { Question } from '@setpoint/model';

/** How long the guards among the questions may take by themselves: they are the user's commands and bring their own deadlines. */
export function guardTimeMs(questions: readonly Question[]): number {
  return questions.reduce((sum, { query }) => sum + Number(query['timeoutSeconds'] ?? 0) * 1000, 0);
}
