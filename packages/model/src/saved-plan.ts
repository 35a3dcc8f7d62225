import type { Plan } from './plan.ts';

/**
 * Version of a saved plan's form. A reader takes every minor version of its major one and refuses another major: a new minor
 * version only adds members that may be left out.
 */
export const savedPlanVersion = { major: 1, minor: 0 } as const;

/** A plan in a file: what was decided on, from what it was made, and for which nodes. It holds no secret value. */
export type SavedPlan = {
  /** `MAJOR.MINOR` of `savedPlanVersion`. */
  readonly version: string;
  /** When it was made, ISO 8601 in UTC; a plan that is too old is refused. */
  readonly createdAt: string;
  /** Version of the program that made it. */
  readonly program: string;
  readonly origin: PlanOrigin;
  /** Everything that was read on the controller to make the plan, sorted by name. */
  readonly inputs: readonly PlanInput[];
  /** Identifies the key that digests of secrets are made with; secrets can be compared only under the same one. */
  readonly keyId: string;
  readonly nodes: readonly NodeIdentity[];
  readonly plan: Plan;
};

/** What a plan is made from again before it is applied. */
export type PlanOrigin =
  | {
      readonly kind: 'playbooks';
      readonly playbooks: readonly string[];
      readonly inventory?: string;
      readonly limit?: string;
      readonly tags?: readonly string[];
      /** Arguments of `--var` as they were given; those that hold a secret are named only and must be given again. */
      readonly vars: readonly { readonly argument: string; readonly withheld?: true }[];
    }
  /** Back to what the journal of a run recorded before it. */
  | { readonly kind: 'rollback'; readonly run: string };

/** Something that was read: a file's bytes, a directory's names, what an inventory program printed. */
export type PlanInput = {
  readonly kind: 'file' | 'directory' | 'program';
  /** Path in the project, or absolute when it lies outside. */
  readonly name: string;
  /** SHA-256, lower-case hex; absent when there was nothing to read. */
  readonly sha256?: string;
};

/** Who answered under a node's name: words of the node itself, such as its host key and machine id, by what they are called. */
export type NodeIdentity = { readonly node: string; readonly marks: Readonly<Record<string, string>> };
