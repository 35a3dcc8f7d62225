import type { ProjectFiles } from '../support/project.ts';

/** A project with mistakes, and what is told about them. */
export type BadCase = {
  /** The mistake in the user's words. */
  readonly name: string;
  /** Files beside the default inventory. */
  readonly files: ProjectFiles;
  /** `CODE file:line:column` of every diagnostic, in order: one cause gives one. */
  readonly expect: readonly string[];
  /** Texts that the detail or the hint of the first one must hold. */
  readonly says?: readonly string[];
};

/** A playbook for one node with these resources, which start in line 3. */
export function playbook(resources: string): ProjectFiles {
  return { 'site.yaml': `nodes: here\nresources:\n${resources}` };
}
