import { type Described, describedAs, type Importing } from '@setpoint/model';
import { listedByTool } from '../../importing/listed.ts';
import { importObserved } from '../../importing/observed.ts';
import { declareContainer } from './declared.ts';
import { healthOf } from './health.ts';
import { type ContainerState, containerQueries, observeContainer } from './observe.ts';
import { partsOf, untoldParts } from './parts.ts';

/** Containers by what they were made with; their variables may hold secrets and stay where they are. */
export const importContainer: Importing = importObserved(
  { declare: declareContainer, queries: containerQueries, observe: observeContainer },
  {
    list: listedByTool('containers', 'all containers of docker, or of podman where docker is not there'),
    probe: { properties: { image: 'none' } },
    describe: describeContainer,
  },
);

function describeContainer({ container, engine }: ContainerState): Described {
  if (container === null) return { kind: 'absent' };
  const { otherEnv, health } = container;
  const lacks = [
    ...(otherEnv.length === 0
      ? []
      : [
          `Its variables ${otherEnv.join(', ')} may be secrets and are not imported; declare them before it is made anew.`,
        ]),
    ...(healthOf(health) === undefined ? [] : ['How its health is checked is not imported.']),
    ...untoldParts({ container, engine }),
  ];
  return describedAs(partsOf({ container, engine }), lacks);
}
