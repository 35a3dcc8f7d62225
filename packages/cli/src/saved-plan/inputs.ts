import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { FileReader } from '@setpoint/language';
import { compareText, type PlanInput } from '@setpoint/model';

/** Takes note of what a project is loaded from, while it is loaded. */
export type InputRecorder = {
  /** The same files, watched. */
  readonly watch: (files: FileReader) => FileReader;
  /** What an inventory program printed. */
  readonly addProgram: (path: string, output: Uint8Array) => void;
  /** Everything that was read, sorted; contents that are secrets have a keyed digest. */
  readonly inputs: (secrets: SecretInputs) => readonly PlanInput[];
};

/** Which inputs are secrets, and how their digests are keyed. */
export type SecretInputs = {
  /** Paths of the project's secrets, as the reader is asked for them. */
  readonly paths: ReadonlySet<string>;
  /** SHA-256 of contents that belong to sensitive properties. */
  readonly contents: ReadonlySet<string>;
  readonly digest: (text: string) => string;
};

/** Makes a recorder that has seen nothing yet. What is read several times counts as it was read first. */
export function createInputRecorder(): InputRecorder {
  const found = new Map<string, PlanInput>();
  const add = (input: PlanInput): void => {
    const key = `${input.name}\0${input.kind}`;
    if (!found.has(key)) found.set(key, input);
  };
  const addFile = (path: string, sha256: string | undefined): void =>
    add({ kind: 'file', name: nameOf(path), ...(sha256 === undefined ? {} : { sha256 }) });
  return {
    watch: (files) => ({
      ...files,
      stat: (path) => {
        const status = files.stat(path);
        // Something that is there is read when it matters; something that is not there matters already.
        if (status.kind === 'missing' || status.kind === 'denied') addFile(path, undefined);
        return status;
      },
      read: (path) => {
        const bytes = files.read(path);
        addFile(path, bytes === undefined ? undefined : sha256Of(bytes));
        return bytes;
      },
      digest: (path) => {
        const digest = files.digest(path);
        addFile(path, digest?.sha256);
        return digest;
      },
    }),
    addProgram: (path, output) => add({ kind: 'program', name: nameOf(path), sha256: sha256Of(output) }),
    inputs: (secrets) => {
      const paths = new Set([...secrets.paths].map(nameOf));
      return [...found]
        .sort(([left], [right]) => compareText(left, right))
        .map(([, input]) => hideSecret(input, { ...secrets, paths }));
    },
  };
}

function nameOf(path: string): string {
  return posix.normalize(path);
}

function hideSecret(input: PlanInput, { paths, contents, digest }: SecretInputs): PlanInput {
  const { sha256, ...rest } = input;
  if (sha256 === undefined || !(paths.has(input.name) || contents.has(sha256))) return input;
  return { ...rest, keyed: digest(sha256) };
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** How inputs differ from those of a saved plan, a sentence's part for each: empty when they are the same. */
export function compareInputs(saved: readonly PlanInput[], now: readonly PlanInput[]): readonly string[] {
  const byName = (inputs: readonly PlanInput[]): ReadonlyMap<string, PlanInput> =>
    new Map(inputs.map((input) => [`${input.name}\0${input.kind}`, input]));
  const [before, after] = [byName(saved), byName(now)];
  const names = [...new Set([...before.keys(), ...after.keys()])].sort(compareText);
  return names.flatMap((key) => describeDifference(before.get(key), after.get(key)));
}

function describeDifference(before: PlanInput | undefined, after: PlanInput | undefined): readonly string[] {
  if (before === undefined)
    return after === undefined || isNothing(after) ? [] : [`${after.name} is read now and was not`];
  if (after === undefined) return isNothing(before) ? [] : [`${before.name} is not read any more`];
  if (digestOf(before) === digestOf(after)) return [];
  if (isNothing(before)) return [`${before.name} was not there and is now`];
  if (isNothing(after)) return [`${before.name} is not there any more, or cannot be read`];
  return [before.kind === 'program' ? `${before.name} prints something else` : `${before.name} has changed`];
}

function isNothing(input: PlanInput): boolean {
  return digestOf(input) === undefined;
}

function digestOf({ sha256, keyed }: PlanInput): string | undefined {
  return keyed ?? sha256;
}
