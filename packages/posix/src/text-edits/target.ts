import type { DeclarationProblem } from '@setpoint/model';
import { type Static, Type } from '@setpoint/sdk';
import { canonicalPath } from '../paths/absolute-path.ts';

/** The file whose text a resource changes in part, and how it may be written. */
export type TextTarget = {
  readonly path: string;
  /** Tells resources apart that change the same file; empty when there is one. */
  readonly name: string;
  readonly create: boolean;
  readonly follow: boolean;
  readonly backup: boolean;
  readonly check: string | null;
};

/** The properties that every resource shares which changes a part of a file. */
export const targetProperties = {
  create: Type.Optional(
    Type.Boolean({ description: 'Make the file, with mode 0644, when it is not there. Default: false.' }),
  ),
  follow: Type.Optional(
    Type.Boolean({ description: 'Change the target when the path is a symbolic link. Default: false.' }),
  ),
  backup: Type.Optional(
    Type.Boolean({ description: 'Keep the replaced file beside the new one, named by its digest. Default: false.' }),
  ),
  check: Type.Optional(
    Type.String({
      description: 'Shell command that must succeed with the new file in place; otherwise the old file comes back.',
      minLength: 1,
    }),
  ),
};

/** What the identity of such a resource is, for the reference. */
export const targetIdentity =
  'Absolute path of the file; with `#NAME` behind it where several resources change the same file.';

/** The types whose identity is such a target. */
export const textEditTypes: ReadonlySet<string> = new Set(['block', 'ini', 'json', 'line', 'replace', 'toml', 'yaml']);

/** The path in the identity of such a resource. */
export function targetPath(identity: string): string {
  return identity.replace(/#[^#/]*$/, '');
}

type TargetProperties = {
  readonly [Name in keyof typeof targetProperties]?: Static<(typeof targetProperties)[Name]>;
};

/** The target that an identity and the shared properties name, with its canonical identity. */
export function declareTarget(
  identity: string,
  { create = false, follow = false, backup = false, check }: TargetProperties,
): { readonly identity: string; readonly target: TextTarget; readonly problems: readonly DeclarationProblem[] } {
  const [, text = identity, name = ''] = /^(.*)#([^#/]*)$/s.exec(identity) ?? [];
  const path = canonicalPath(text);
  const problems: DeclarationProblem[] = [];
  if (path.kind === 'invalid') problems.push({ property: '', detail: path.detail, hint: path.hint });
  else if (text.endsWith('/'))
    problems.push({ property: '', detail: 'A file path cannot end with a slash.', hint: 'name a file' });
  const target = {
    path: path.kind === 'invalid' ? text : path.path,
    name,
    create,
    follow,
    backup,
    check: check ?? null,
  };
  return { identity: name === '' ? target.path : `${target.path}#${name}`, target, problems };
}
