import { inCharactersOf, toBytes, toFileText } from './file-text.ts';
import type { Edited, EditedBytes, TextDeclared, TextEditor } from './text-edit.ts';

type Refusal = Edited & { readonly kind: 'impossible' };

/**
 * The bytes of the file with the declared part made true. A declaration that would find something to change in its own result is
 * refused: each apply would change the file once more.
 */
export function wantedBytes<Part>(
  { part }: Pick<TextDeclared<Part>, 'part'>,
  found: Uint8Array,
  edit: TextEditor<Part>,
): EditedBytes {
  const file = toFileText(found);
  if (file === undefined) return wideText;
  const inFile = (declared: string): string => inCharactersOf(file, declared);
  const edited = edit(part, file.text, inFile);
  if (edited.kind === 'impossible') return edited;
  if (edited.text === file.text) return { kind: 'bytes', bytes: Buffer.from(found) };
  const again = edit(part, edited.text, inFile);
  if (again.kind === 'impossible' || again.text !== edited.text) return unsettled;
  return { kind: 'bytes', bytes: toBytes(edited.text, file) };
}

/** Why a file is not changed in which a byte is no character. */
export const wideText: Refusal = {
  kind: 'impossible',
  detail: 'The file is written in UTF-16 or UTF-32, and files of these encodings are not changed in part.',
  hint: 'declare the whole file with `file:`, or write it in UTF-8',
};

/** Why a declaration is refused that finds something to change in its own result. */
export const unsettled: Refusal = {
  kind: 'impossible',
  detail: 'The declaration would change its own result: each apply would change the file once more.',
  hint: 'let the pattern fit what the resource writes, or fit one place only',
};
