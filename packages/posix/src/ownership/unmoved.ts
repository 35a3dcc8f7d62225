import type { Edit } from '@setpoint/model';
import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import type { OwnershipState } from './ownership.ts';

/**
 * Refuses, by `sp_refuse`, when owner, group or mode of what stands at a word are neither what the plan found nor what is declared.
 * Only what is about to be changed is compared; nothing is when the plan could not know. The path is for messages.
 */
export function ownershipUnmoved(
  edits: readonly Edit[],
  found: Partial<OwnershipState> | undefined,
  { path, at }: { readonly path: string; readonly at: ShellText },
): ShellText {
  const comparisons = compareOwnership(edits, found, path);
  return comparisons.shell === '' ? comparisons : sh`set -- $(stat -c ${ownershipFormat} -- ${at})\n${comparisons}`;
}

/** What `stat` prints for `compareOwnership`: uid, gid, mode, owner and group as five words. */
export const ownershipFormat = '%u %g %a %U %G';

/** The same for a script that has the words of `ownershipFormat` in `$1` to `$5` already. */
export function compareOwnership(
  edits: readonly Edit[],
  found: Partial<OwnershipState> | undefined,
  path: string,
): ShellText {
  return shJoin(
    edits.flatMap((edit) => comparison(edit, found, path)),
    '',
  );
}

function comparison(edit: Edit, found: Partial<OwnershipState> | undefined, path: string): readonly ShellText[] {
  const wanted = edit.after.kind === 'value' && typeof edit.after.value === 'string' ? edit.after.value : undefined;
  const fields = fieldsOf(edit.path, found);
  if (wanted === undefined || fields === undefined) return [];
  const { now, allowed, shown } = fields;
  const words = [...allowed, edit.path === 'mode' ? plainMode(wanted) : wanted];
  const message = sh`"the ${shRaw(edit.path)} of "${path}" is ${shRaw(now.shown)} now; the plan found "${shown}`;
  return [sh`case ${shRaw(now.words)} in ${patterns(words)}) ;; *) sp_refuse ${message};; esac\n`];
}

type Fields = {
  /** The shell words that hold what is there now. */
  readonly now: { readonly words: string; readonly shown: string };
  readonly allowed: readonly string[];
  /** What the plan found, as it was shown. */
  readonly shown: string;
};

function fieldsOf(property: string, found: Partial<OwnershipState> | undefined): Fields | undefined {
  if (property === 'owner' && found?.uid !== undefined) {
    return {
      now: { words: '" $1 $4 "', shown: '$4' },
      allowed: [String(found.uid)],
      shown: found.owner ?? String(found.uid),
    };
  }
  if (property === 'group' && found?.gid !== undefined) {
    return {
      now: { words: '" $2 $5 "', shown: '$5' },
      allowed: [String(found.gid)],
      shown: found.group ?? String(found.gid),
    };
  }
  if (property === 'mode' && found?.mode !== undefined) {
    return {
      now: { words: '" $3 "', shown: '$(printf %04d "$3")' },
      allowed: [plainMode(found.mode)],
      shown: found.mode,
    };
  }
  return undefined;
}

/** The mode as `stat` prints it, without zeros in front. */
function plainMode(mode: string): string {
  return Number.parseInt(mode, 8).toString(8);
}

function patterns(words: readonly string[]): ShellText {
  return shJoin(
    words.map((word) => sh`*${` ${word} `}*`),
    '|',
  );
}
