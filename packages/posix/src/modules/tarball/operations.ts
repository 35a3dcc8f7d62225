import type { Edit, Hazard, Observed, Operation, Work } from '@setpoint/model';
import { runOperation } from '../../operations/run-operation.ts';
import { wantedMode } from '../../ownership/ownership.ts';
import { fileOperations } from '../file/operations.ts';
import { keptLimitBytes } from '../file/restore.ts';
import type { TarballDeclared, TarballState } from './declared.ts';
import { commitsOf, fileOf } from './observe.ts';
import { tarballScript } from './pack-script.ts';

/** The work that makes the edits true: packing brings owner and mode with it. */
export function tarballOperations(
  declared: TarballDeclared,
  edits: readonly Edit[],
  observed: Observed<TarballState>,
): Work {
  const packs = edits.some(({ path }) => path === 'content');
  const own = edits.filter(({ path }) => path !== 'content');
  // Only when nothing is known yet may it turn out that owner and mode alone are to be set.
  const sets = own.length > 0 && (!packs || observed.kind === 'unknown');
  const { operations } = sets ? fileOperations(fileOf(declared), own, observed) : { operations: [] };
  const reasons = packs ? reasonsOf(declared, observed) : [];
  return { operations: [...(packs ? [pack(declared, observed)] : []), ...operations], reasons };
}

function pack(declared: TarballDeclared, observed: Observed<TarballState>): Operation {
  const { path, tree, commit, ownership, timeoutSeconds } = declared;
  const state = observed.kind === 'present' ? observed.state : undefined;
  const mode = ownership.mode === null ? null : wantedMode(ownership.mode, state?.mode, false);
  return runOperation({
    title: `pack ${commit === null ? '' : `${commit.name} of `}${tree} into ${path}`,
    script: tarballScript(declared, { mode, observed }),
    // It is written, and read once more.
    timeoutMs: (timeoutSeconds * 3 + 30) * 1000,
    repeatable: true,
    compares: true,
    hazards: hazardsOf(path, state),
  });
}

function reasonsOf({ commit }: TarballDeclared, observed: Observed<TarballState>): readonly string[] {
  const commits = commitsOf(observed);
  if (commit === null || commits === undefined || commits.wanted === commit.name) return [];
  return commits.found === commits.wanted ? [] : [`${commit.name} names this commit now`];
}

function hazardsOf(path: string, state: TarballState | undefined): readonly Hazard[] {
  if (state === undefined || (typeof state.sha256 === 'string' && state.sizeBytes <= keptLimitBytes)) return [];
  return [{ kind: 'data-loss', message: `the old content of ${path} is not kept by the journal` }];
}
