import type { Answers, Prediction } from '@setpoint/model';
import { departureKinds } from '../../driver/objects/content-kinds.ts';
import type { GrantsFacts } from '../../driver/objects/grants.ts';
import { found } from '../../driver/objects/object-kind.ts';
import { knownOf, observeObject } from '../server-object/state.ts';
import { changeOf, heldAfter } from './change.ts';
import type { GrantDeclared } from './declared.ts';
import { withNewcomers } from './observe.ts';

/** The role will hold what is declared; what is held on objects that are not known yet stays unknown. */
export function predictGrant(declared: GrantDeclared, answers: Answers): Prediction {
  const observed = observeObject<GrantsFacts>(withNewcomers(answers), 'grants');
  const facts = observed.kind === 'present' ? knownOf(observed.state.object) : undefined;
  const takes = declared.state === 'absent' || declared.exclusive ? { unsettles: departureKinds } : {};
  if (facts === undefined) return { answers: {}, ...takes };
  const objects = facts.objects.map((object) => ({ ...object, held: heldAfter(declared, changeOf(declared, object)) }));
  return { answers: { grants: found({ objects }) }, ...takes };
}
