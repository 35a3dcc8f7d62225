import { createHash } from 'node:crypto';
import type { Answer, Answers, JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { repository } from '../../src/modules/repository/index.ts';
import { parseSources } from '../../src/package-sources/source-entry.ts';
import { declareOrThrow } from './converge.ts';

/** Answers of a node, and the content of a file on it. */
export const absent: Answer = { status: 'absent' };
export const found = (value: JsonObject): Answer => ({ status: 'found', value });
export const file = (text: string): Answer =>
  found({ sha256: createHash('sha256').update(text).digest('hex'), base64: Buffer.from(text).toString('base64') });
export const place = (type: string): Answer => found({ type, target: '/srv/x.sources' });

/** A key of apt, dnf and zypper, and a repository of apt. */
export const armoured = '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQ==\n-----END PGP PUBLIC KEY BLOCK-----\n';
export const uri = 'https://download.docker.com/linux/debian';
export const docker = { uris: uri, suites: 'bookworm', components: 'stable' };

/** A repository, what the node answers of it, and what is planned for it. */
export type RepositoryCase = {
  readonly title: string;
  readonly properties?: JsonObject;
  readonly body?: string;
  readonly answers?: Readonly<Record<string, Answer>>;
  /** Other sources of the node, by the name of their file. */
  readonly others?: Readonly<Record<string, string>>;
  readonly edits?: readonly string[];
  readonly titles?: readonly string[];
  readonly problems?: readonly string[];
};

/** Holds that a case comes to its edits, operations and problems, and that a second plan has nothing to do. */
export function expectCase(given: RepositoryCase): void {
  const { declared, answers } = setUpCase(given);
  const { observed, problems } = repository.observe(declared, answers);
  expect(problems.map(({ severity, code }) => `${severity} ${code}`)).to.deep.equal(given.problems ?? []);
  if (problems.some(({ severity }) => severity === 'error')) return;
  const edits = repository.diff(declared, observed);
  const { operations } = repository.operations(declared, edits, observed);
  expect(edits.map(editText)).to.deep.equal(given.edits ?? []);
  expect(operations.map((operation) => operation.title)).to.deep.equal(given.titles ?? []);
  const after = { ...answers, ...repository.predict(declared, answers).answers };
  expect(repository.diff(declared, repository.observe(declared, after).observed), 'a second plan').to.deep.equal([]);
}

/** The declaration of a case with all answers that it asks for. */
export function setUpCase({ properties = docker, body, answers = {}, others = {} }: Partial<RepositoryCase>) {
  const declared = declareOrThrow(repository, {
    identity: 'docker',
    properties,
    ...(body === undefined ? {} : { body }),
  });
  const entries = Object.entries(others).flatMap(([name, content]) => parseSources(name, content));
  const usual: Answers = {
    sources: found({ entries: entries.map((entry) => ({ ...entry })) }),
    manager: found({ lists: 'read', ageSeconds: 60, interrupted: false }),
  };
  const asked = Object.keys(repository.queries(declared));
  return { declared, answers: Object.fromEntries(asked.map((name) => [name, answers[name] ?? usual[name] ?? absent])) };
}

function editText({ path: name, before, after }: ReturnType<typeof repository.diff>[number]): string {
  return `${name}: ${valueText(before)} → ${valueText(after)}`;
}

function valueText(value: ReturnType<typeof repository.diff>[number]['before']): string {
  if (value.kind === 'absent') return '-';
  return value.kind === 'value' ? JSON.stringify(value.value) : value.kind;
}
