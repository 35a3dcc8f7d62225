import { type Answers, describeCause, type Queries } from '@setpoint/model';
import { decodeText } from '@setpoint/sdk';
import { foundValue } from '../queries/query-kind.ts';
import { type TextsValue, textsQuery } from '../queries/texts.ts';

/** A text file that was found on a node. */
export type ReadText = { readonly path: string; readonly text: string };

/** The queries for what the files hold that match these patterns. */
export function filesQueries(patterns: readonly string[]): Queries {
  return Object.fromEntries(patterns.map((pattern) => [pattern, textsQuery(pattern)]));
}

/** The files in the order of the patterns and of their paths, links left out, and a sentence for each that could not be read. */
export function readFiles(
  patterns: readonly string[],
  answers: Answers,
): { readonly files: readonly ReadText[]; readonly notes: readonly string[] } {
  const files: ReadText[] = [];
  const notes: string[] = [];
  for (const pattern of patterns) {
    const answer = answers[pattern];
    if (answer?.status === 'unknown') notes.push(`${pattern}: ${describeCause(answer.cause)}.`);
    for (const { path, isLink, base64 } of foundValue<TextsValue>(answer)?.files ?? []) {
      if (isLink) continue;
      const text = base64 === undefined ? undefined : decodeText(Buffer.from(base64, 'base64'));
      if (text !== undefined) files.push({ path, text });
      else notes.push(base64 === undefined ? `${path} could not be read.` : `${path} is no text.`);
    }
  }
  return { files, notes };
}

/** The words of each line that is neither empty nor a comment; what follows a `#` counts as one. */
export function wordLines(text: string): readonly (readonly string[])[] {
  return text.split('\n').flatMap((line) => {
    const words = line.replace(/(?:^|\s)#.*$/, '').match(/\S+/g);
    return words === null ? [] : [words];
  });
}
