import { type Described, describedAs, type Importing } from '@setpoint/model';
import { importObserved } from '../../importing/observed.ts';
import { declareLink, type LinkState } from './declared.ts';
import { linkQueries, observeLink } from './observe.ts';

/** A symbolic link that somebody names. */
export const importLink: Importing = importObserved(
  { declare: declareLink, queries: linkQueries, observe: observeLink },
  { probe: { properties: { target: '.' } }, describe: describeLink },
);

function describeLink({ type, target, owner, group }: LinkState): Described {
  return type === 'link' && target !== null
    ? describedAs({ target, owner, group })
    : { kind: 'left out', why: `it is a ${type.replace('-', ' ')}` };
}
