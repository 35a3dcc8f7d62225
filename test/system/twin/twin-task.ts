import type { JsonObject } from '../../../packages/model/src/index.ts';

/** One thing that people have Ansible do, in both languages. */
export type TwinTask = {
  readonly title: string;
  /** Shell commands that make what both find; they run on both hosts. */
  readonly found?: string;
  readonly ansible: JsonObject;
  readonly setpoint: JsonObject;
  /** Shell commands that print the end state as far as it matters: content, owner, mode, package, unit, account. */
  readonly look: string;
};

/** Prints kind, mode, owner, group, target and content of everything below a path, without times. */
export function lookAt(path: string): string {
  return `find ${path} -printf '%p %y %m %u %g %l\\n' | sort; find ${path} -type f | sort | xargs -r sha256sum`;
}
