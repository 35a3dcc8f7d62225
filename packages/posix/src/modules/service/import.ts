import { type Described, describedAs, type Importing } from '@setpoint/model';
import { listedByTool } from '../../importing/listed.ts';
import { importObserved } from '../../importing/observed.ts';
import { declareService, type ServiceState } from './declared.ts';
import { isMasked, isRunning } from './diff.ts';
import { observeService, serviceQueries } from './observe.ts';

/** Units: whether they run, start with the node, or are masked. What they are to be restarted for nobody could tell. */
export const importService: Importing = importObserved(
  { declare: declareService, queries: serviceQueries, observe: observeService },
  {
    list: listedByTool(
      'services',
      'services, sockets, timers and paths that start with the node, and those that are masked in /etc/systemd/system; with OpenRC and System V init the scripts that start with it',
      (names) => names.map((name) => name.replace(/\.service$/, '')),
    ),
    describe: describeService,
  },
);

function describeService(state: ServiceState, name: string): Described {
  const { id, type, fileState, manager } = state;
  if (isMasked(state)) return describedAs({ masked: true });
  if (manager === undefined && id.replace(/\.service$/, '') !== name.replace(/\.service$/, ''))
    return { kind: 'left out', why: `it is another name of ${id}` };
  const enabled = fileState === 'enabled' ? { enabled: true } : fileState === 'disabled' ? { enabled: false } : {};
  // A script that knows no `status` ends like one whose service has failed.
  if (manager !== undefined && state.activeState === 'failed')
    return describedAs(enabled, ['Its script says that it failed, so whether it is to run is left open.']);
  // What does its work and ends is not running for long.
  if (type === 'oneshot' || state.triggeredBy.length > 0)
    return Object.keys(enabled).length === 0
      ? { kind: 'left out', why: 'other units start it, and it is nothing that could be enabled' }
      : describedAs(enabled);
  return describedAs({ running: isRunning(state), ...enabled });
}
