import { createHash } from 'node:crypto';
import type {
  Answers,
  Body,
  BodyStore,
  Declaration,
  Diagnostic,
  Edit,
  Json,
  Observed,
  Queries,
  Query,
  ResourceModule,
  Work,
} from '@setpoint/model';
import { queryKey } from '@setpoint/model';
import type { ArchiveBody, Declared } from './fixture.ts';

/** Lets a module take a declaration; its body, when there is one, is put into the store. */
export function declareWith(module: ResourceModule, declared: Declared, bodies?: BodyStore): Declaration {
  const { body: content, ...input } = declared;
  const body = content === undefined ? undefined : toBody(content, bodies);
  return module.declare({ ...input, ...(body === undefined ? {} : { body }) });
}

/** The module's own form of a declaration; throws what is wrong with it. */
export function declareOrThrow(module: ResourceModule, declared: Declared, bodies?: BodyStore): Json {
  const result = declareWith(module, declared, bodies);
  if (result.kind === 'invalid') throw new Error(result.problems.map(({ detail }) => detail).join(' '));
  return result.declared;
}

function toBody(content: string | ArchiveBody, bodies: BodyStore | undefined): Body {
  const bytes = typeof content === 'string' ? Buffer.from(content) : Buffer.from(content.base64, 'base64');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  bodies?.put(sha256, { kind: 'bytes', bytes });
  const known = { sha256, sizeBytes: bytes.length };
  return typeof content === 'string' ? { ...known, text: content } : { ...known, members: content.members };
}

/** What a module makes of answers, exactly as far as the engine would let it come. */
export type Evaluation = {
  readonly observed: Observed<Json>;
  readonly problems: readonly Diagnostic[];
  readonly edits: readonly Edit[];
  /** Null when a problem or a fact that could not be read forbids to plan any. */
  readonly work: Work | null;
};

/** Observes, compares and plans one resource from its answers. */
export function evaluate(module: ResourceModule, declared: Json, answers: Answers): Evaluation {
  const { observed, problems } = module.observe(declared, answers);
  if (problems.some(({ severity }) => severity === 'error')) return { observed, problems, edits: [], work: null };
  const edits = module.diff(declared, observed);
  const isUnreadable = [observed, ...edits.map(({ before }) => before)].some(
    (each) => each.kind === 'unknown' && each.cause.kind !== 'after',
  );
  return { observed, problems, edits, work: isUnreadable ? null : module.operations(declared, edits, observed) };
}

/** The different queries of a resource, each once. */
export function distinctQueries(queries: Queries): readonly Query[] {
  return [...new Map(Object.values(queries).map((query) => [queryKey(query), query])).values()];
}

/** Answers under the module's own names, from one answer per distinct query. */
export function nameAnswers(queries: Queries, asked: readonly Query[], answers: readonly Answers[string][]): Answers {
  const byKey = new Map(asked.map((query, index) => [queryKey(query), answers[index]]));
  return Object.fromEntries(
    Object.entries(queries).flatMap(([name, query]) => {
      const answer = byKey.get(queryKey(query));
      return answer === undefined ? [] : [[name, answer]];
    }),
  );
}

/** Freezes a value and everything in it, so that a function that writes into its input throws. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
}
