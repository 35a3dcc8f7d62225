import {
  type Answers,
  type Diagnostic,
  errorDiagnostic,
  formatAddress,
  type Unknown,
  type UnknownCause,
  unknown,
} from '@setpoint/model';
import type { GitRemoteValue } from '../../queries/git.ts';
import { foundValue } from '../../queries/query-kind.ts';
import type { StatValue } from '../../queries/stat.ts';
import type { GitDeclared } from './declared.ts';

/** `branch` is null when the commit is to stand on no branch. */
export type Target = { readonly commit: string; readonly branch: string | null; readonly tag?: string };

/** Where the copy is to stand, why nobody knows yet, or what is wrong with the name; null where the remote is asked at apply alone. */
export function wantedTarget(declared: GitDeclared, answers: Answers): Target | Unknown | Diagnostic | null {
  const { ref, repo, update } = declared;
  if (ref.kind === 'commit') return { commit: ref.commit, branch: ref.branch };
  if (!update) return null;
  const far = answers['far'];
  if (far?.status === 'unknown') return unknown(expected(declared, answers) ?? far.cause);
  return far?.status === 'found' ? named(declared, ref.name, far.value as GitRemoteValue) : notThere(ref.name, repo);
}

function named({ repo }: GitDeclared, name: string, { refs, defaultBranch }: GitRemoteValue): Target | Diagnostic {
  if (name === 'HEAD' && refs['HEAD'] !== undefined) return { commit: refs['HEAD'], branch: defaultBranch ?? null };
  if (name.startsWith('refs/')) return whole(name, refs) ?? notThere(name, repo);
  const branch = whole(`refs/heads/${name}`, refs);
  const tag = whole(`refs/tags/${name}`, refs);
  if (branch === undefined || tag === undefined) return branch ?? tag ?? notThere(name, repo);
  return errorDiagnostic('SP639', {
    detail: `${shownUrl(repo)} has a branch and a tag of the name ${name}.`,
    hint: `write refs/heads/${name} or refs/tags/${name}`,
  });
}

function whole(name: string, refs: GitRemoteValue['refs']): Target | undefined {
  const commit = refs[name];
  if (commit === undefined) return undefined;
  const tag = name.startsWith('refs/tags/') ? { tag: name.slice('refs/tags/'.length) } : {};
  return { commit, branch: name.startsWith('refs/heads/') ? name.slice('refs/heads/'.length) : null, ...tag };
}

/** What the remote needs and an earlier resource of the plan brings: then it can be asked once that is there. */
export function expected({ repo, keyFile }: GitDeclared, answers: Answers): UnknownCause | undefined {
  const isPending = (name: string): boolean => foundValue<StatValue>(answers[name])?.modified === 'pending';
  const { ssh, key } = answers;
  if (ssh?.status === 'unknown') return ssh.cause;
  if (key?.status === 'unknown') return key.cause;
  if (keyFile !== null && isPending('key')) return { kind: 'after', address: formatAddress('file', keyFile) };
  return isPending('hostKeys')
    ? { kind: 'after', address: formatAddress('known_host', sshHost(repo) ?? '') }
    : undefined;
}

/** What is wrong with a name that the remote does not have. */
export function notThere(name: string, repo: string): Diagnostic {
  const isShort = /^[0-9a-f]{7,39}$/.test(name);
  return errorDiagnostic('SP639', {
    detail: `${shownUrl(repo)} has no ${name === 'HEAD' ? 'commit yet' : `branch and no tag of the name ${name}`}.`,
    hint: isShort ? 'a commit is written with all of its 40 digits' : 'check the name with `git ls-remote`',
  });
}

/** The host that a URL reaches through SSH: `ssh://user@host:22/path`, or `user@host:path` without a slash before the colon. */
export function sshHost(repo: string): string | undefined {
  return (
    /^(?:git\+)?ssh:\/\/(?:[^/@]*@)?([^/:]+)/.exec(repo)?.[1] ?? /^(?:[^/:@]*@)?([^/:@]+):(?!\/\/)/.exec(repo)?.[1]
  );
}

/** A URL without what stands before the `@`, which in a copy that somebody else made may be a password. */
export function shownUrl(url: string): string {
  return url.replace(/^([A-Za-z+]+:\/\/)[^/@]*:[^/@]*@/, '$1***@');
}
