import { readFileSync } from 'node:fs';
import type { CommandIo } from '../command.ts';

/** The pull request or merge request that a job works for. */
export type ReviewPlace =
  | ({ readonly kind: 'github'; readonly repository: string; readonly number: number } & Server)
  | ({ readonly kind: 'gitlab'; readonly project: string; readonly number: number } & Server)
  /** `why` is a sentence. */
  | { readonly kind: 'none'; readonly why: string }
  | { readonly kind: 'wrong'; readonly why: string };

type Server = {
  /** Address of the interface, without a slash at its end. */
  readonly api: string;
  readonly token: string;
};

/** Reads from the variables of GitHub Actions or GitLab CI where a comment belongs; there is none outside of a review. */
export function findReviewPlace(env: CommandIo['env']): ReviewPlace {
  if (env['GITHUB_ACTIONS'] === 'true') return onGithub(env);
  if (env['GITLAB_CI'] === 'true') return onGitlab(env);
  return { kind: 'none', why: 'This is no job of GitHub Actions or GitLab CI.' };
}

function onGithub(env: CommandIo['env']): ReviewPlace {
  const api = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  const repository = env['GITHUB_REPOSITORY'] ?? '';
  const number = numberInEvent(env['GITHUB_EVENT_PATH']);
  if (number === undefined) return { kind: 'none', why: 'The job was not started for a pull request.' };
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) return wrong('GITHUB_REPOSITORY');
  const server = serverOf(api, env['GITHUB_TOKEN']);
  return 'kind' in server ? server : { kind: 'github', repository, number, ...server };
}

function onGitlab(env: CommandIo['env']): ReviewPlace {
  const request = env['CI_MERGE_REQUEST_IID'] ?? '';
  if (request === '') return { kind: 'none', why: 'The job was not started for a merge request.' };
  const project = env['CI_PROJECT_ID'] ?? '';
  if (!/^\d+$/.test(request)) return wrong('CI_MERGE_REQUEST_IID');
  if (!/^\d+$/.test(project)) return wrong('CI_PROJECT_ID');
  const server = serverOf(env['CI_API_V4_URL'] ?? '', env['GITLAB_TOKEN']);
  return 'kind' in server ? server : { kind: 'gitlab', project, number: Number(request), ...server };
}

function serverOf(api: string, token: string | undefined): Server | Extract<ReviewPlace, { kind: 'none' | 'wrong' }> {
  if (!URL.canParse(api) || !/^https?:/.test(api)) return wrong('the address of the interface');
  if (token === undefined || token === '')
    return { kind: 'none', why: 'The job has no token, as is so for pull requests from forks.' };
  return { api: api.replace(/\/+$/, ''), token };
}

function wrong(what: string): { readonly kind: 'wrong'; readonly why: string } {
  return { kind: 'wrong', why: `The job says nothing that can be used about ${what}.` };
}

/** The number of the pull request in what GitHub says about the event; undefined when it is about something else. */
function numberInEvent(path: string | undefined): number | undefined {
  if (path === undefined || path === '') return undefined;
  try {
    const event = JSON.parse(readFileSync(path, 'utf8')) as {
      pull_request?: { number?: unknown };
      issue?: { number?: unknown; pull_request?: unknown };
    };
    const number = event.pull_request?.number ?? (event.issue?.pull_request ? event.issue.number : undefined);
    return Number.isSafeInteger(number) && Number(number) > 0 ? Number(number) : undefined;
  } catch {
    return undefined;
  }
}
