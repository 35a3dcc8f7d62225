import { type Answers, type Diagnostic, errorDiagnostic, type Observed, type Queries } from '@setpoint/model';
import type { TypedObservation } from '@setpoint/sdk';
import type { ContainerQuery, ContainerValue } from '../../queries/container.ts';
import type { ContentQuery, ContentValue } from '../../queries/content.ts';
import { foundValue } from '../../queries/query-kind.ts';
import { toolQuery } from '../../queries/tool.ts';
import type { ContainerDeclared } from './declared.ts';

/** What was found: the engine, the container, and what it is compared with. */
export type ContainerState = ContainerValue & {
  /** SHA-256 of the declared file of variables; null when none is declared. */
  readonly envDigest: string | null;
};

/** What a container needs to know: itself, its image, the file of its variables, and which engines there are. */
export function containerQueries({ name, engine, state, spec }: ContainerDeclared): Queries {
  const query: ContainerQuery = {
    kind: 'container',
    name,
    engine,
    image: state === 'absent' ? '' : spec.image,
    envNames: Object.keys(spec.env ?? {}),
  };
  const file = spec.envFile ?? '';
  const content: ContentQuery = { kind: 'content', path: file, unless: '-', limitBytes: 0, follow: true };
  return {
    container: query,
    docker: toolQuery('docker'),
    podman: toolQuery('podman'),
    ...(spec.envFile === null || state === 'absent' ? {} : { envFile: content }),
  };
}

/** What the answers come to. */
export function observeContainer(declared: ContainerDeclared, answers: Answers): TypedObservation<ContainerState> {
  const { container, envFile } = answers;
  if (container === undefined || container.status === 'absent') return withoutEngine(declared, answers);
  if (container.status === 'unknown') return { observed: { kind: 'unknown', cause: container.cause }, problems: [] };
  if (envFile?.status === 'unknown') return { observed: { kind: 'unknown', cause: envFile.cause }, problems: [] };
  const value = container.value as ContainerValue;
  if (declared.state === 'absent' && value.container === null) return { observed: { kind: 'absent' }, problems: [] };
  const envDigest = foundValue<ContentValue>(envFile)?.sha256 ?? null;
  const problems = [
    ...(envFile?.status === 'absent' ? [missingFile(declared.spec.envFile ?? '')] : []),
    ...missingImage(declared, value),
  ];
  const state = { ...value, envDigest };
  return {
    observed: value.container === null ? { kind: 'absent', remains: state } : { kind: 'present', state },
    problems,
  };
}

/** What is known of the engine and the container; undefined where nobody could tell, or where there is nothing to know. */
export function stateOf(observed: Observed<ContainerState>): ContainerState | undefined {
  if (observed.kind === 'present') return observed.state;
  return observed.kind === 'absent' ? (observed.remains as ContainerState | undefined) : undefined;
}

/** An engine that an earlier resource may bring is no problem; without any engine there is no container. */
function withoutEngine({ state, engine }: ContainerDeclared, answers: Answers): TypedObservation<ContainerState> {
  const names = engine === 'auto' ? ['docker', 'podman'] : [engine];
  const open = names.map((name) => answers[name]).find((answer) => answer?.status === 'unknown');
  if (open?.status === 'unknown') return { observed: { kind: 'unknown', cause: open.cause }, problems: [] };
  if (state === 'absent') return { observed: { kind: 'absent' }, problems: [] };
  const problem = errorDiagnostic('SP605', {
    detail: `The node has no ${engine === 'auto' ? 'docker and no podman' : engine}.`,
    hint: `declare \`package: ${engine === 'docker' ? 'docker.io' : 'podman'}\` before this resource`,
  });
  return { observed: { kind: 'absent' }, problems: [problem] };
}

function missingFile(path: string): Diagnostic {
  const hint = `declare \`file: ${path}\` before this resource`;
  return errorDiagnostic('SP604', { detail: `The file of variables ${path} does not exist.`, hint });
}

function missingImage(
  { pull, state, spec }: ContainerDeclared,
  { imageId, container }: ContainerValue,
): readonly Diagnostic[] {
  if (pull !== 'never' || state === 'absent' || imageId !== null || container?.image === spec.image) return [];
  const detail = `The node does not have the image ${spec.image}, and it may not be fetched.`;
  return [errorDiagnostic('SP641', { detail, hint: 'declare `pull: missing`, or bring the image to the node first' })];
}
