import type { DeclarationProblem } from '@setpoint/model';

/**
 * A regular expression of JavaScript from its text. Escapes that Unicode mode refuses, such as `\-`, are taken as other tools take
 * them. Throws a `SyntaxError` for what is no expression in either way.
 */
export function compilePattern(text: string, flags = ''): RegExp {
  try {
    return new RegExp(text, `${flags}u`);
  } catch {
    return new RegExp(text, flags);
  }
}

/** What is wrong with the text of a regular expression. */
export function patternProblems(property: string, text: string): readonly DeclarationProblem[] {
  try {
    compilePattern(text);
    return [];
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replace(
      /^Invalid regular expression: (?:\/.*\/\w*: )?/s,
      '',
    );
    const hint = 'put a backslash before signs that stand for themselves, such as \\( or \\*';
    return [{ property, detail: `It is no regular expression: ${reason}.`, hint }];
  }
}

/** What is wrong with the text of a regular expression that chooses lines: nothing, or that it chooses every one. */
export function linePatternProblems(property: string, text: string): readonly DeclarationProblem[] {
  const problems = patternProblems(property, text);
  if (problems.length > 0 || !compilePattern(text).test('')) return problems;
  const detail = `\`${text}\` fits an empty line, and so may fit every line.`;
  return [{ property, detail, hint: 'say what the line holds, such as `^Port `' }];
}

/** What is wrong with a text into which groups of a pattern are put: it names one that the pattern does not have. */
export function groupProblems(property: string, text: string, pattern: string): readonly DeclarationProblem[] {
  const groups = groupsOf(pattern);
  if (groups === undefined) return [];
  const missing = [...text.matchAll(/\$(?:\$|(?<number>[1-9]\d?)|<(?<name>[^>]*)>)/g)].filter(({ groups: found }) => {
    const { number, name } = found ?? {};
    // As in JavaScript, `$12` is the first group and a 2 where there are no twelve groups.
    if (number !== undefined) return Number(number) > groups.count && Number(number[0]) > groups.count;
    return name !== undefined && !groups.names.includes(name);
  });
  return missing.map(([reference]) => ({
    property,
    detail: `\`${reference}\` is a group that the pattern does not have.`,
    hint: 'put the part of the pattern in parentheses, or write `$$` for a dollar sign',
  }));
}

/** How many groups a pattern has and the names of some; undefined for what is no pattern. */
function groupsOf(pattern: string): { readonly count: number; readonly names: readonly string[] } | undefined {
  try {
    const match = compilePattern(`${pattern}|`).exec('');
    return { count: (match?.length ?? 1) - 1, names: Object.keys(match?.groups ?? {}) };
  } catch {
    return undefined;
  }
}
