import { nameOfKey } from '../catalogue/fact-key.ts';
import { fingerprintObjects } from '../catalogue/fingerprint.ts';
import { indexFacts } from '../compare/fact-index.ts';
import type { SqlSession } from '../session/session.ts';
import type { FactsGuard } from './script-action.ts';
import { readSnapshot } from './snapshot.ts';

/** How many objects a refusal names before it counts the rest. */
const namesShown = 8;

/** Reads the database once more and tells what is not as the plan found it; undefined when all is. */
export async function findMoved(session: SqlSession, guard: FactsGuard): Promise<string | undefined> {
  const index = indexFacts((await readSnapshot(session)).facts);
  const digests = fingerprintObjects(index.all, index.object);
  const moved = Object.entries(guard.objects).flatMap(([key, planned]) => {
    const found = digests[key] ?? '';
    return found === planned ? [] : [`${nameOfKey(key)} ${verb(planned, found)}`];
  });
  if (moved.length === 0) return undefined;
  const more = moved.length > namesShown ? ` and ${moved.length - namesShown} more` : '';
  return `not what the plan found: ${moved.slice(0, namesShown).join(', ')}${more}; nothing was written`;
}

function verb(planned: string, found: string): string {
  if (planned === '') return 'is there now';
  return found === '' ? 'is gone' : 'was changed';
}
