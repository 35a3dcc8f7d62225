import {
  type Answers,
  type DeclarationProblem,
  type Diagnostic,
  type Edit,
  type EditValue,
  editValue,
  errorDiagnostic,
  isUnknown,
  type Observed,
  type Operation,
  type Queries,
  type Unknown,
  unknown,
} from '@setpoint/model';
import { Type } from '@setpoint/sdk';
import { runOperation } from '../../operations/run-operation.ts';
import { parentOf } from '../../paths/absolute-path.ts';
import { type FileFlags, fileFlagsQuery } from '../../queries/file-flags.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { FileDeclared, FileState } from './declared.ts';
import { flagsScript } from './flags-script.ts';

/** The declared attributes; null leaves what is there. */
export type FlagsDeclared = { readonly immutable: boolean | null; readonly appendOnly: boolean | null };

/** No attribute, as what is to be changed or removed must have none. */
export const noFlags: FileFlags = { immutable: false, appendOnly: false };

/** The properties of files that declare the two attributes. */
export const flagsProperties = {
  immutable: Type.Optional(
    Type.Boolean({
      description:
        'Whether the file system refuses every change of the file, as `chattr +i` does. A change that is declared is made all the same: the attribute is taken away before it and set after it. Left as it is when not declared.',
    }),
  ),
  append_only: Type.Optional(
    Type.Boolean({
      description:
        'Whether the file system lets the file only grow, as `chattr +a` does. Left as it is when not declared.',
    }),
  ),
};

type FlagsWritten = {
  readonly immutable?: boolean;
  readonly append_only?: boolean;
  readonly state?: string;
  readonly follow?: boolean;
};

/** The declared attributes, as a member of the declaration; none where they are not managed. */
export function declareFlags(written: FlagsWritten): { readonly flags?: FlagsDeclared } {
  const { immutable, append_only: appendOnly } = written;
  if (immutable === undefined && appendOnly === undefined) return {};
  return { flags: { immutable: immutable ?? null, appendOnly: appendOnly ?? null } };
}

/** What is wrong with them. */
export function flagsProblems({ state, follow, ...flags }: FlagsWritten): readonly DeclarationProblem[] {
  return (['immutable', 'append_only'] as const).flatMap((property): readonly DeclarationProblem[] => {
    if (flags[property] === undefined) return [];
    if (follow === true) {
      const detail = `"${property}" is an attribute of the file itself, and links are followed.`;
      return [{ property, detail, hint: 'declare the file that the link leads to' }];
    }
    if (state !== 'absent' || flags[property] === false) return [];
    const detail = `A file that is declared absent cannot be held to "${property}".`;
    return [{ property, detail, hint: `write \`${property}: false\` to take the attribute away before the file goes` }];
  });
}

/** Asks for the attributes of the file, and whether its directory could have any, where they are managed. */
export function flagsQueries({ path, flags }: FileDeclared): Queries {
  return flags === undefined ? {} : { flags: fileFlagsQuery(path), parentFlags: fileFlagsQuery(parentOf(path)) };
}

/** What was found of them; nothing where they are not managed. */
export function observeFlags({ flags: answer }: Answers): { readonly flags?: FileFlags | Unknown } {
  if (answer?.status === 'unknown') return { flags: unknown(answer.cause) };
  const flags = foundValue<FileFlags>(answer);
  return flags === undefined ? {} : { flags };
}

/** An attribute that is declared where the file system has none. */
export function flagsObstacles({ path, flags }: FileDeclared, answers: Answers): readonly Diagnostic[] {
  if (flags?.immutable !== true && flags?.appendOnly !== true) return [];
  const isKnown = [answers['flags'], answers['parentFlags']].some(
    (answer) => foundValue<FileFlags>(answer)?.unsupported === true,
  );
  if (!isKnown) return [];
  const detail = `The file system of ${path} does not know such attributes.`;
  return [errorDiagnostic('SP614', { detail, hint: 'leave `immutable` and `append_only` out on this node' })];
}

const names = { immutable: 'immutable', appendOnly: 'append_only' } as const;

const properties = ['immutable', 'appendOnly'] as const;

/** The attributes that differ; a file that is not there has none. */
export function diffFlags({ flags }: FileDeclared, found: FileState['flags']): readonly Edit[] {
  return properties.flatMap((property): readonly Edit[] => {
    const wanted = flags?.[property] ?? null;
    if (wanted === null) return [];
    const path = names[property];
    const after = editValue(wanted);
    if (found !== undefined && isUnknown(found))
      return [{ path, before: { kind: 'unknown', cause: found.cause }, after }];
    const before: EditValue = found === undefined ? { kind: 'absent' } : editValue(found[property]);
    return (found?.[property] ?? false) === wanted ? [] : [{ path, before, after }];
  });
}

/** True for an edit of an attribute, which other edits have nothing to do with. */
export function isFlagEdit({ path }: Edit): boolean {
  return path === names.immutable || path === names.appendOnly;
}

/** What comes before other changes of the file, and after them: no file with such an attribute can be changed or replaced. */
export function flagsOperations(
  declared: FileDeclared,
  edits: readonly Edit[],
  observed: Observed<FileState>,
): { readonly before: readonly Operation[]; readonly after: readonly Operation[] } {
  const { path, flags, state } = declared;
  if (flags === undefined) return { before: [], after: [] };
  const found = observed.kind === 'present' ? observed.state.flags : undefined;
  const known = found === undefined || isUnknown(found) ? undefined : found;
  if (edits.every(isFlagEdit))
    return { before: [], after: [changeFlags(path, { from: known, to: finalFlags(flags, known) })] };
  const before = isFlagged(known) ? [changeFlags(path, { from: known, to: noFlags })] : [];
  const to = state === 'absent' ? noFlags : finalFlags(flags, known);
  return { before, after: isFlagged(to) ? [changeFlags(path, { from: noFlags, to })] : [] };
}

function isFlagged(flags: FileFlags | undefined): boolean {
  return flags?.immutable === true || flags?.appendOnly === true;
}

/** What the attributes come to: those that are not declared are as they were. */
export function finalFlags({ immutable, appendOnly }: FlagsDeclared, found: FileFlags | undefined): FileFlags {
  return {
    immutable: immutable ?? found?.immutable ?? false,
    appendOnly: appendOnly ?? found?.appendOnly ?? false,
  };
}

/** The attributes as they were found, and as they are to be in the end; `from` is undefined where nothing was found. */
export type FlagsChange = { readonly from: FileFlags | undefined; readonly to: FileFlags };

function changeFlags(path: string, change: FlagsChange): Operation {
  const { immutable, appendOnly } = change.to;
  const what = [...(immutable ? ['immutable'] : []), ...(appendOnly ? ['append-only'] : [])];
  return runOperation({
    title: `make ${path} ${what.length === 0 ? 'changeable' : what.join(' and ')}`,
    script: flagsScript(path, change),
    timeoutMs: 30_000,
    repeatable: true,
    compares: true,
  });
}
