import { boxImage } from '@setpoint/testkit/engines';
import type { StaleCase } from './stale-case.ts';

const make = (word: string): string => `docker create --name stale ${boxImage} idle ${word}`;

/** Containers, for hosts that have an engine. */
export const containers: readonly StaleCase[] = [
  {
    type: 'container',
    identity: 'stale',
    declared: { image: boxImage, command: ['idle', 'declared'], state: 'stopped' },
    found: make('found'),
    moved: `docker rm stale && ${make('moved')}`,
    look: "docker inspect --format '{{.Id}} {{.Config.Cmd}}' stale",
    told: /was planned from \["idle","found"\] .*, and is \["idle","moved"\] now/,
  },
];
