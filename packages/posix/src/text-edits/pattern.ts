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
