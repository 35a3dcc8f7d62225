import { createHash } from 'node:crypto';
import type { Body, UnknownCause } from '@setpoint/model';
import { toBytes, toFileText } from '../text-edits/file-text.ts';
import { unsettled, wideText } from '../text-edits/wanted-bytes.ts';
import type { FoundText, SettingDeclared, SettingWriter } from './setting.ts';

/** What is to become of a text. */
export type Wanted =
  | { readonly kind: 'same' }
  | { readonly kind: 'gone' }
  /** `bytes` is absent for a whole text that was kept elsewhere; `text` then is, too, when it is no text. */
  | {
      readonly kind: 'content';
      readonly sha256: string;
      readonly sizeBytes: number;
      readonly text?: string;
      readonly bytes?: Buffer;
    }
  /** The text is not known yet, so what becomes of it is not. */
  | { readonly kind: 'open'; readonly cause: UnknownCause }
  | { readonly kind: 'impossible'; readonly detail: string; readonly hint: string };

/** What the declaration makes of one of its texts. */
export function wantedText<Part>(
  declared: SettingDeclared<Part>,
  { name, texts }: { readonly name: string; readonly texts: Readonly<Record<string, FoundText>> },
  write: SettingWriter<Part>,
): Wanted {
  const found = texts[name] ?? { kind: 'absent' };
  if (found.kind === 'unknown') return { kind: 'open', cause: found.cause };
  if (declared.back !== null) return wholeText(declared.back[name], found);
  if (found.kind === 'present' && found.base64 === undefined) return tooLarge;
  const bytes = bytesOf(found);
  const file = toFileText(bytes);
  if (file === undefined) return wideText;
  const there = Object.keys(texts).filter((each) => texts[each]?.kind === 'present');
  const edited = write(declared.part, { name, text: file.text, isThere: found.kind === 'present', there });
  if (edited.kind === 'impossible') return edited;
  if (edited.text === file.text) return { kind: 'same' };
  const again = write(declared.part, { name, text: edited.text, isThere: true, there: [...there, name] });
  if (again.kind === 'impossible' || again.text !== edited.text)
    return { ...unsettled, hint: 'look for lines in the file that contradict each other' };
  if (edited.text.trim() === '' && declared.texts[name]?.isOwn === true) return { kind: 'gone' };
  const fresh = toBytes(edited.text, file);
  return { kind: 'content', sha256: digestOf(fresh), sizeBytes: fresh.length, text: edited.text, bytes: fresh };
}

function wholeText(whole: Body | null | undefined, found: FoundText): Wanted {
  if (whole === undefined) return { kind: 'same' };
  if (whole === null) return found.kind === 'absent' ? { kind: 'same' } : { kind: 'gone' };
  if (found.kind === 'present' && found.sha256 === whole.sha256) return { kind: 'same' };
  return { kind: 'content', ...whole };
}

/** The bytes of a text, none when there is no file. */
export function bytesOf(found: FoundText | undefined): Buffer {
  return found?.kind === 'present' ? Buffer.from(found.base64 ?? '', 'base64') : Buffer.alloc(0);
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const tooLarge: Wanted = {
  kind: 'impossible',
  detail: 'it is larger than 1 MiB, and files of that size are not changed in part.',
  hint: 'make it smaller, or name another file',
};
