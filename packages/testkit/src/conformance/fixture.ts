import type { Answer, ArchiveMember, BodyStore, Channel, JsonObject, Query, SettingsFiles } from '@setpoint/model';

/** An archive as the language reads it: the contents of its files one after the other in Base64, and its members. */
export type ArchiveBody = { readonly base64: string; readonly members: readonly ArchiveMember[] };

/** What is declared of one resource; `body` is the text of its body property or its archive, `files` what the settings of its node bring along. */
export type Declared = {
  readonly identity: string;
  readonly properties: JsonObject;
  readonly body?: string | ArchiveBody;
  readonly files?: SettingsFiles;
};

/** One resource type's data for the conformance kit: three states of one resource, each reachable from the one before it. */
export type ConformanceFixture = {
  /** Shell program that makes what the resource relies on, run once as root on the host. */
  readonly prepare?: string;
  readonly create: Declared;
  readonly change: Declared;
  /** How the resource is removed again; absent for types that know no removal. */
  readonly absent?: Declared;
  /** Paths of the node that every apply changes, in them or below, and that nothing else may touch while the resource is as declared. */
  readonly watched: readonly string[];
  /** The same resource under another identity that holds the text, for types whose identity may be any text. */
  readonly named?: (text: string) => { readonly create: Declared; readonly absent?: Declared };
  /** A declaration that holds this secret, for types that take secrets. */
  readonly secret?: (canary: string) => Declared;
  /** Takes seconds on a host, so only what has to be repeated is. */
  readonly isSlow?: true;
  /** It stands in files that its identity does not name, so an import cannot find it. */
  readonly isPlacedApart?: true;
  /** The hosts lack what it works with; a suite of its own brings that to a host and tries the type there. */
  readonly isTriedElsewhere?: true;
};

/** The raw form of answers: what a node prints for one section of a batch, and the section's exit code. */
export type RawSection = { readonly bytes: Buffer; readonly code: number };

/** How a channel's answers are printed and read, so that the kit can damage what comes between. */
export type RawAnswers = {
  /** What this machine prints for the queries. */
  readonly print: (queries: readonly Query[]) => Promise<readonly RawSection[]>;
  /** One answer per query from pieces that may be damaged. */
  readonly read: (queries: readonly Query[], sections: readonly RawSection[]) => readonly Answer[];
};

/** A node that may be changed at will. */
export type ConformanceNode = {
  readonly channel: Channel;
  readonly bodies: BodyStore;
};

/** A host that may be changed at will, and conversations with it. */
export type ConformanceHost = {
  /** Runs a shell command on the host as root, past the channel, and gives what it printed. */
  readonly exec: (command: string) => Promise<string>;
  /** Opens a new conversation, in the environment that the host has now. */
  readonly open: () => Promise<ConformanceNode>;
};

/** Texts that break careless quoting, framing or parsing. */
export const hostileTexts: readonly string[] = [
  'with space',
  "it's",
  'a"b',
  '$HOME',
  '$(touch /tmp/setpoint-injected)',
  '`touch /tmp/setpoint-injected`',
  '; touch /tmp/setpoint-injected',
  'new\nline',
  'tab\tbed',
  'back\\slash',
  'ü→😀',
  '-rf',
  '--',
  'a|b',
  '*',
  '%s',
  '!!',
  '{a,b}',
  '~',
  '#x',
];
