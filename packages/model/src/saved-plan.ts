import type { Plan } from './plan.ts';

/**
 * Version of a saved plan's form. A reader takes every minor version of its major one and refuses another major: a new minor
 * version only adds members that may be left out.
 */
export const savedPlanVersion = { major: 1, minor: 0 } as const;

/** What the first member of a saved plan says, so that a file is known by its content. */
export const savedPlanFormat = 'setpoint saved plan';

/** A plan in a file: what was decided on, from what it was made, and for which nodes. It holds no secret value. */
export type SavedPlan = {
  readonly format: typeof savedPlanFormat;
  /** `MAJOR.MINOR` of `savedPlanVersion`. */
  readonly version: string;
  /** When it was made, ISO 8601 in UTC; a plan that is too old is refused. */
  readonly createdAt: string;
  /** Version of the program that made it. */
  readonly program: string;
  readonly origin: PlanOrigin;
  /** Everything that was read on the controller to make the plan, sorted by name. */
  readonly inputs: readonly PlanInput[];
  /** Identifies the key that digests of secrets are made with; absent when there is no such digest in the plan. */
  readonly keyId?: string;
  /** The nodes that answered, sorted by name. */
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
      readonly vars: readonly PlanVariable[];
    }
  /** Back to what the journal of a run recorded before it. */
  | { readonly kind: 'rollback'; readonly run: string; readonly limit?: string; readonly inventory?: string };

/** An argument of `--var` as it was given; one that holds a secret is named only, with a keyed digest, and must be given again. */
export type PlanVariable =
  | { readonly kind: 'given'; readonly argument: string }
  | { readonly kind: 'withheld'; readonly name: string; readonly keyed: string };

/** Something that was read: a file's bytes, or what an inventory program printed. */
export type PlanInput = {
  readonly kind: 'file' | 'program';
  /** Path in the project, or absolute when it lies outside. */
  readonly name: string;
  /** SHA-256, lower-case hex; absent when there was nothing to read, or when the content is a secret. */
  readonly sha256?: string;
  /** Digest under the project's key, in place of the other one, of content that is a secret. */
  readonly keyed?: string;
};

/** Who answered under a node's name: words of the node itself, such as its host key and machine id, by what they are called. */
export type NodeIdentity = { readonly node: string; readonly marks: NodeMarks };

/** Words of a node about itself, by what they are called: `machine id`, `SSH host key (ssh-ed25519)`. */
export type NodeMarks = Readonly<Record<string, string>>;

/** Who says that a saved plan is good: a signature of its digest. */
export type PlanSignature = {
  /** The public key, Base64 of its 32 bytes. */
  readonly keyId: string;
  /** The Ed25519 signature, Base64 of its 64 bytes. */
  readonly ed25519: string;
};
