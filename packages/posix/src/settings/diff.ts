import { type Edit, type EditValue, type Hunk, isUnknown, type Unknown } from '@setpoint/model';
import { decodeText, textDiff } from '@setpoint/sdk';
import type { FoundText, SettingDeclared, SettingState, SettingWriter } from './setting.ts';
import { bytesOf, type Wanted, wantedText } from './wanted.ts';

/** One edit for each text that is to change, with its lines. */
export function diffTexts<Part>(
  declared: SettingDeclared<Part>,
  texts: SettingState<unknown>['texts'],
  write: SettingWriter<Part>,
): readonly Edit[] {
  return Object.keys(declared.texts).flatMap((name) => {
    const found = texts[name] ?? { kind: 'absent' };
    return textEdit(name, found, wantedText(declared, { name, texts }, write));
  });
}

function textEdit(path: string, found: FoundText, wanted: Wanted): readonly Edit[] {
  switch (wanted.kind) {
    case 'same':
    case 'impossible':
      return [];
    case 'open': {
      const value: EditValue = { kind: 'unknown', cause: wanted.cause };
      return [{ path, before: value, after: value }];
    }
    case 'gone':
      return [{ path, before: valueOf(found), after: { kind: 'absent' }, ...hunksOf(found, '') }];
    case 'content': {
      const { sha256, sizeBytes, text } = wanted;
      return [{ path, before: valueOf(found), after: { kind: 'content', sizeBytes, sha256 }, ...hunksOf(found, text) }];
    }
    default:
      return wanted satisfies never;
  }
}

function valueOf(found: FoundText): EditValue {
  if (found.kind === 'absent') return { kind: 'absent' };
  if (found.kind === 'unknown') return { kind: 'unknown', cause: found.cause };
  return { kind: 'content', sizeBytes: found.sizeBytes, sha256: found.sha256 };
}

function hunksOf(found: FoundText, text: string | undefined): { readonly hunks?: readonly Hunk[] } {
  const old = decodeText(bytesOf(found));
  return old === undefined || text === undefined ? {} : { hunks: textDiff(old, text) };
}

/** The edits of what is in force; where it is not known they are those of nothing, each with the cause before it. */
export function diffLive<Live>(
  live: Live | Unknown,
  diff: (live: Live | undefined) => readonly Edit[],
): readonly Edit[] {
  if (!isUnknown(live)) return diff(live);
  const before: EditValue = { kind: 'unknown', cause: live.cause };
  return diff(undefined).map((edit) => ({ ...edit, before }));
}
