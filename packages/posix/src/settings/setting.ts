import type { Body, Unknown, UnknownCause } from '@setpoint/model';
import type { Edited } from '../text-edits/text-edit.ts';

/** A text file that says what a setting is when the node starts. */
export type SettingText = {
  readonly path: string;
  /** A link at the end of the path is followed and its target changed. */
  readonly follow: boolean;
  /** The file belongs to the setting: its directory is made, and the file goes when nothing is left in it. */
  readonly isOwn: boolean;
  /** The replaced file is kept beside the new one. */
  readonly backup?: boolean;
  /** Several settings of the type stand in it. */
  readonly isShared?: boolean;
};

/** The texts of a setting by name; the name is the path of their edits. */
export type SettingTexts = Readonly<Record<string, SettingText>>;

/** A setting as declared: its part, the texts it stands in, and whole texts when a change is taken back. */
export type SettingDeclared<Part> = {
  readonly part: Part;
  readonly texts: SettingTexts;
  /** Whole texts by name that take the place of the part; null is a file that was not there. */
  readonly back: Readonly<Record<string, Body | null>> | null;
  /** A text is brought back, and what is in force is not looked at. */
  readonly isTextAlone?: true;
};

/** One text as found. */
export type FoundText =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly cause: UnknownCause }
  /** `base64` is absent when the file is too large to be changed in part. */
  | { readonly kind: 'present'; readonly sha256: string; readonly sizeBytes: number; readonly base64?: string };

/** A setting as found: its texts, and what is in force. */
export type SettingState<Live> = {
  readonly texts: Readonly<Record<string, FoundText>>;
  readonly live: Live | Unknown;
  /** Names of texts whose directory is not there, or may not be. */
  readonly missing: readonly string[];
};

/** One text that a setting is written into; `text` is empty when the file is not there. */
export type WrittenText = {
  readonly name: string;
  readonly text: string;
  readonly isThere: boolean;
  /** Names of all texts of the setting that are there. */
  readonly there: readonly string[];
};

/** Makes the declared part true in a text and leaves all else as it is. Pure and total. */
export type SettingWriter<Part> = (part: Part, written: WrittenText) => Edited;
