import { type Edit, type Hazard, isUnknown, type Observed, type Operation, type Work } from '@setpoint/model';
import type { Product } from '../../session/session.ts';
import { statementsOperation } from '../server-object/operation.ts';
import { knownOf } from '../server-object/state.ts';
import { changeOf, isNeeded, type ObjectChange, serverWord } from './change.ts';
import type { GrantDeclared } from './declared.ts';
import type { GrantState } from './observe.ts';
import { type GrantStatement, grantTexts } from './statements.ts';
import { defaultsText, describeTarget, targetText } from './target-text.ts';

/** Objects that one statement names at most; thousands would be one long lock. */
const objectsPerStatement = 100;

/** The statements that give and take privileges. */
export function grantOperations(declared: GrantDeclared, edits: readonly Edit[], observed: Observed<GrantState>): Work {
  if (edits.length === 0 || observed.kind !== 'present') return { operations: [], reasons: [] };
  const { server, object } = observed.state;
  const facts = knownOf(object);
  const changes =
    isUnknown(object) || facts === undefined
      ? [wholeChange(declared)]
      : facts.objects.map((each) => changeOf(declared, each));
  const needed = changes.filter(isNeeded);
  const reasons = facts === undefined || !isOfMany(declared) ? [] : [placesOf(needed)];
  return { operations: operationsOf(declared, needed, server.product), reasons };
}

function isOfMany({ target }: GrantDeclared): boolean {
  return (
    target.kind.endsWith('_in') || target.columns !== null || (target.kind === 'function' && target.arguments === null)
  );
}

/** Objects or columns that a reason names at most. */
const namedPlaces = 10;

/** Which of many objects are concerned: `on app.orders, app.items and 12 more`. */
function placesOf(changes: readonly ObjectChange[]): string {
  const places = changes.map(({ object }) => object.column ?? object.label);
  const rest = places.length - namedPlaces;
  return `on ${places.slice(0, namedPlaces).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

/** What is shown of objects that are not known yet; it is planned anew once they are. */
function wholeChange(declared: GrantDeclared): ObjectChange {
  const { target, defaultsOf, privileges, state, exclusive, grantOption } = declared;
  const text = defaultsOf === null ? targetText(target) : defaultsText(target, defaultsOf);
  const words = (privileges ?? ['ALL']).map(serverWord);
  return {
    object: { text, label: describeTarget(target, defaultsOf), column: null, held: [], all: ['ALL'] },
    given: state === 'present' ? words : [],
    taken: state === 'absent' ? words : exclusive ? ['ALL'] : [],
    kept: grantOption === false ? words : [],
  };
}

function operationsOf(
  declared: GrantDeclared,
  changes: readonly ObjectChange[],
  product: Product,
): readonly Operation[] {
  const { role, target, defaultsOf, state, privileges, database } = declared;
  const what = describeTarget(target, defaultsOf);
  const words = (privileges ?? ['all privileges']).join(', ');
  const parts: readonly {
    readonly title: string;
    readonly verb: GrantStatement['verb'];
    readonly of: 'given' | 'taken' | 'kept';
  }[] = [
    { title: `take other privileges on ${what} from ${role}`, verb: 'REVOKE', of: 'taken' },
    { title: `grant ${words} on ${what} to ${role}`, verb: 'GRANT', of: 'given' },
    { title: `take the grant option on ${what} from ${role}`, verb: 'REVOKE GRANT OPTION', of: 'kept' },
  ];
  return parts.flatMap(({ title, verb, of }) => {
    const statements = groups(declared, changes, of).flatMap((group) =>
      grantTexts({ ...group, verb, declared, product }),
    );
    if (statements.length === 0) return [];
    return [
      statementsOperation({
        title: state === 'absent' ? `revoke ${words} on ${what} from ${role}` : title,
        texts: statements,
        database,
        hazards: [hazardOf(role, what, verb)],
      }),
    ];
  });
}

function hazardOf(role: string, what: string, verb: GrantStatement['verb']): Hazard {
  const who = role === 'public' ? 'everybody' : role;
  const change = verb === 'GRANT' ? 'may do more' : 'may do less';
  return { kind: 'privilege', message: `${who} ${change} with ${what}` };
}

type Group = Pick<GrantStatement, 'objects' | 'privileges'>;

/** Objects with the same privileges stand in one statement; the columns of one table in one list. */
function groups(
  declared: GrantDeclared,
  changes: readonly ObjectChange[],
  of: 'given' | 'taken' | 'kept',
): readonly Group[] {
  const byObject = new Map<string, string[]>();
  for (const change of changes) {
    const { text } = change.object;
    const words = isWhole(declared, change, of) ? ['ALL'] : change[of];
    const own = byObject.get(text) ?? [];
    byObject.set(text, [
      ...own,
      ...words.map((word) => (change.object.column === null ? word : `${word}\0${change.object.column}`)),
    ]);
  }
  const byPrivileges = new Map<string, string[]>();
  for (const [text, privileges] of byObject) {
    if (privileges.length === 0) continue;
    const key = JSON.stringify(privileges);
    byPrivileges.set(key, [...(byPrivileges.get(key) ?? []), text]);
  }
  return [...byPrivileges].flatMap(([key, objects]) =>
    chunks(objects).map((part) => ({ objects: part, privileges: JSON.parse(key) as readonly string[] })),
  );
}

/** Every privilege of an object is written as ALL, so that one that the server learns later is meant, too. */
function isWhole({ privileges }: GrantDeclared, change: ObjectChange, of: 'given' | 'taken' | 'kept'): boolean {
  return privileges === null && change.object.column === null && change[of].length === change.object.all.length;
}

function chunks(objects: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(objects.length / objectsPerStatement) }, (_, index) =>
    objects.slice(index * objectsPerStatement, (index + 1) * objectsPerStatement),
  );
}
