import {
  type Declaration,
  type DeclaredForm,
  type Diagnostic,
  describeCause,
  formatAddress,
  type JsonObject,
  type ResourceModule,
} from '@setpoint/model';
import { declareForm } from '@setpoint/sdk';
import { type ClaimRegistry, claimRegistry } from './claim-registry.ts';
import type { FoundObject } from './objects.ts';
import type { Questions } from './questions.ts';

/** An object with the declaration that a plan right after finds as it is, or why there is none. */
export type ProvenObject =
  | {
      readonly kind: 'declared';
      readonly type: string;
      readonly identity: string;
      readonly properties: JsonObject;
      readonly content: DeclaredForm['content'];
      readonly lacks: readonly string[];
    }
  | { readonly kind: 'left out'; readonly type: string; readonly identity: string; readonly why: string };

/** What came of all objects. */
export type ProvenObjects =
  | { readonly kind: 'proven'; readonly objects: readonly ProvenObject[] }
  | { readonly kind: 'failed'; readonly diagnostic: Diagnostic };

/** Plans each object in every form that it could be declared in, and takes the first form that would change nothing, and rather one without a warning. */
export async function proveObjects(found: readonly FoundObject[], questions: Questions): Promise<ProvenObjects> {
  const trials = found.map((object) => ({ object, forms: formsOf(object) }));
  const declared = trials.flatMap(({ object, forms }) =>
    forms.flatMap(({ declaration }) =>
      declaration.kind === 'declared' ? [object.of.module.queries(declaration.declared)] : [],
    ),
  );
  const unread = await questions.ask(declared);
  if (unread !== undefined) return { kind: 'failed', diagnostic: unread };
  const claims = claimRegistry();
  return {
    kind: 'proven',
    objects: trials.map(({ object, forms }) => proveOne(object, forms, { questions, claims })),
  };
}

/** One form of an object as its module declares it. */
type Trial = { readonly form: DeclaredForm; readonly declaration: Declaration };

function formsOf({ of, identity, described }: FoundObject): readonly Trial[] {
  if (described.kind !== 'declared') return [];
  return described.forms.map((form) => ({ form, declaration: declareForm(of.module, identity, form) }));
}

/** A form that a plan right after would leave as it is, or why it would not. */
type Judged =
  | {
      readonly kind: 'settled';
      readonly form: DeclaredForm;
      readonly identity: string;
      readonly claims: readonly string[];
      readonly isWarned: boolean;
    }
  | { readonly kind: 'unsettled'; readonly why: string };

type Proof = { readonly questions: Questions; readonly claims: ClaimRegistry };

function proveOne(object: FoundObject, trials: readonly Trial[], { questions, claims }: Proof): ProvenObject {
  const { of, identity, isNamed, described } = object;
  const { type } = of.module;
  const leftOut = (why: string): ProvenObject => ({ kind: 'left out', type, identity, why });
  if (described.kind === 'absent') return leftOut('it is not there');
  if (described.kind === 'left out') return leftOut(described.why);
  const judged = trials.map((trial) => judge(of.module, trial, questions));
  const settled = judged.filter((each) => each.kind === 'settled');
  const best = settled.find(({ isWarned }) => !isWarned) ?? settled[0];
  if (best === undefined) {
    const [why = 'it cannot be declared'] = judged.flatMap((each) => (each.kind === 'unsettled' ? [each.why] : []));
    return leftOut(why);
  }
  const { properties, content, lacks } = best.form;
  const address = formatAddress(type, best.identity);
  if (content?.isPrivate === true && !isNamed)
    return leftOut(`not everybody may read it, so it may hold secrets: --only ${address} imports it`);
  const owner = claims.take(address, best.claims);
  if (owner !== undefined) return leftOut(`${owner} manages it already`);
  return { kind: 'declared', type, identity: best.identity, properties, content, lacks };
}

function judge(module: ResourceModule, { form, declaration }: Trial, questions: Questions): Judged {
  const unsettled = (why: string): Judged => ({ kind: 'unsettled', why });
  if (declaration.kind === 'invalid') return unsettled(declaration.problems.map(({ detail }) => detail).join(' '));
  const { declared, identity } = declaration;
  const { observed, problems } = module.observe(declared, questions.answers(module.queries(declared)));
  const error = problems.find(({ severity }) => severity === 'error');
  if (error !== undefined) return unsettled(error.detail);
  if (observed.kind === 'unknown') return unsettled(describeCause(observed.cause));
  const paths = [...new Set(module.diff(declared, observed).map(({ path }) => path))];
  if (paths.length > 0) return unsettled(`a plan right after would still change its ${paths.join(', ')}`);
  const claims = module.claims?.(declared) ?? [];
  return { kind: 'settled', form, identity, claims, isWarned: problems.length > 0 };
}
