import type { Described, Importing } from '@setpoint/model';
import { describeContent, emptyBody } from '../../importing/content.ts';
import { listedInFiles } from '../../importing/listed.ts';
import { importObserved } from '../../importing/observed.ts';
import { declareUnit, type UnitState } from './declared.ts';
import { observeUnit, unitQueries } from './observe.ts';
import { readUnitName, unitDirectory } from './unit-name.ts';

const scopes = ['system', 'user'] as const;

/** Unit files and drop-ins that administrators keep, as a whole. */
export const importUnit: Importing = importObserved(
  { declare: declareUnit, queries: unitQueries, observe: observeUnit },
  {
    list: listedInFiles(
      scopes.flatMap((scope) => [`${unitDirectory(scope)}/*.*`, `${unitDirectory(scope)}/*.d/*.conf`]),
      'unit files and drop-ins in /etc/systemd/system and /etc/systemd/user',
      (files) => ({
        identities: files.map(({ path }) => identityOf(path)).filter((name) => !('detail' in readUnitName(name))),
        notes: [],
      }),
    ),
    probe: { properties: { content: '' }, body: emptyBody },
    describe: describeUnit,
  },
);

/** `user/NAME.service#DROPIN` for a drop-in of the managers of accounts. */
function identityOf(path: string): string {
  const scope = path.startsWith(`${unitDirectory('user')}/`) ? 'user' : 'system';
  const name = path.slice(unitDirectory(scope).length + 1).replace(/^(.+)\.d\/(.+)\.conf$/, '$1#$2');
  return scope === 'user' ? `user/${name}` : name;
}

function describeUnit({ file, look }: UnitState): Described {
  if (file === null) return look.isMasked ? { kind: 'left out', why: 'it is masked' } : { kind: 'absent' };
  const { mode, owner, group } = file;
  if (owner !== 'root' || group !== 'root') return { kind: 'left out', why: `it belongs to ${owner}:${group}` };
  return describeContent(file, mode === '0644' ? {} : { mode });
}
