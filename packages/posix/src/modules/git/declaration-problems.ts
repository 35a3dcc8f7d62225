import type { DeclarationProblem } from '@setpoint/model';
import type { Static } from '@setpoint/sdk';
import { canonicalPath } from '../../paths/absolute-path.ts';
import type { gitSchema } from './schema.ts';

type GitWritten = Static<typeof gitSchema>;

/** What is wrong with properties, each by itself and together; the path is empty when it is none. */
export function declarationProblems(path: string, properties: GitWritten): readonly DeclarationProblem[] {
  return [
    ...repoProblems(properties.repo),
    ...nameProblems(properties),
    ...pathProblems(properties),
    ...(path === '' ? [] : directoryProblems(path, properties)),
    ...verifyProblems(properties),
    ...mirrorProblems(properties),
  ];
}

/** A mirror has no files, and all of the history. */
function mirrorProblems(properties: GitWritten): readonly DeclarationProblem[] {
  if (properties.bare !== true) return [];
  const needless = ['ref', 'depth', 'single_branch', 'verify', 'submodules', 'force', 'git_directory'] as const;
  return needless
    .filter((property) => properties[property] !== undefined)
    .map((property) => ({
      property,
      detail: `"${property}" is for a working copy, and a bare repository holds every branch and tag as they are.`,
      hint: `remove ${property}, or bare`,
    }));
}

/** GnuPG shows fingerprints in groups and tells them without. */
export function fingerprint(text: string): string {
  return text.startsWith('SHA256:') ? text : text.replaceAll(/\s/g, '').toUpperCase();
}

function verifyProblems({ verify, allowed_signers, signers = [] }: GitWritten): readonly DeclarationProblem[] {
  const needless = { allowed_signers, signers: signers.length === 0 ? undefined : signers };
  const wrong = signers.filter(
    (text) => !/^(?:SHA256:[A-Za-z0-9+/]{43}|[0-9A-F]{40}|[0-9A-F]{64})$/.test(fingerprint(text)),
  );
  return [
    ...wrong.map((text) => ({ property: 'signers', detail: `"${text}" is no fingerprint of a key.` })),
    ...(verify === true ? [] : Object.entries(needless)).flatMap(([property, value]) =>
      value === undefined
        ? []
        : [
            {
              property,
              detail: `"${property}" says who may sign, and nothing is verified.`,
              hint: 'add `verify: true`',
            },
          ],
    ),
  ];
}

function repoProblems(repo: string): readonly DeclarationProblem[] {
  const property = 'repo';
  if (/\p{Cc}/u.test(repo)) return [{ property, detail: 'A URL cannot hold control characters.' }];
  if (repo.startsWith('-'))
    return [{ property, detail: 'A URL cannot begin with a dash, which git takes for an option.' }];
  // `ext::` and the like name a program that git would run.
  if (/^[A-Za-z0-9]+::/.test(repo)) {
    return [{ property, detail: 'A URL with `::` names a program for git to run, which is not a repository.' }];
  }
  if (/^[a-z+]+:\/\/[^/@]*:[^/@]*@/i.test(repo)) {
    const detail =
      'The URL holds a password, which would stand in the configuration of the copy and in the list of processes.';
    return [{ property, detail, hint: 'use an SSH URL with `key_file`, or a credential helper of the node' }];
  }
  return [];
}

function nameProblems({ ref = 'HEAD', remote = 'origin' }: GitWritten): readonly DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  if (!isRefName(ref))
    problems.push({ property: 'ref', detail: `"${ref}" is no name that git allows for a branch or a tag.` });
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(remote) || !isRefName(remote)) {
    problems.push({ property: 'remote', detail: `"${remote}" is no name for a remote.` });
  }
  return problems;
}

function pathProblems(properties: GitWritten): readonly DeclarationProblem[] {
  return (['key_file', 'allowed_signers', 'git_directory', 'reference'] as const).flatMap(
    (property): readonly DeclarationProblem[] => {
      const text = properties[property];
      const path = text === undefined ? undefined : canonicalPath(text);
      if (path?.kind === 'invalid') return [{ property, detail: path.detail, hint: path.hint }];
      // git writes these two into files of lines.
      const isLine = property === 'git_directory' || property === 'reference';
      return isLine && text?.includes('\n') === true
        ? [{ property, detail: 'git has no way to write down a path of several lines.' }]
        : [];
    },
  );
}

function directoryProblems(path: string, { git_directory }: GitWritten): readonly DeclarationProblem[] {
  const place = git_directory === undefined ? undefined : canonicalPath(git_directory);
  if (place?.kind !== 'path' || place.path === `${path}/.git`) return [];
  const isInside = `${place.path}/`.startsWith(`${path}/`);
  if (!isInside && place.path !== '/' && !path.startsWith(`${place.path}/`)) return [];
  const detail = isInside
    ? 'Files of git that lie in the copy are in its `.git`.'
    : 'The copy cannot lie among the files of git itself.';
  return [{ property: 'git_directory', detail, hint: `name a directory that is apart from ${path}` }];
}

/** The rules of git-check-ref-format(1), as far as they concern a single name. */
export function isRefName(name: string): boolean {
  if (/[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|\.$|\/$/u.test(name) || name.startsWith('-') || name === '@') return false;
  return name.split('/').every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'));
}
