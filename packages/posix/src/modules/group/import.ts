import { type Answers, type Described, describedAs, type Importing } from '@setpoint/model';
import { listedAccounts } from '../../accounts/listed.ts';
import { importObserved } from '../../importing/observed.ts';
import { declareGroup } from './declared.ts';
import { groupQueries, observeGroup } from './observe.ts';

const accounts = listedAccounts('/etc/passwd', '', (_, isMade) => isMade);

const observed = importObserved(
  { declare: declareGroup, queries: groupQueries, observe: observeGroup },
  { describe: ({ gid, members }) => describedAs({ ...(gid === null ? {} : { gid }), members }) },
);

/** Groups by their number and their members. People come into their groups by their own accounts, which are imported, too. */
export const importGroup: Importing = {
  ...observed,
  list: listedAccounts('/etc/group', 'groups with a number from 1000 to 59999', (_, isMade) => isMade),
  queries: (identity) => ({ ...observed.queries(identity), ...accounts.queries }),
  describe: (identity, answers) => withoutPeople(observed.describe(identity, answers), answers),
};

function withoutPeople(described: Described, answers: Answers): Described {
  const [form] = described.kind === 'declared' ? described.forms : [];
  if (form === undefined) return described;
  const { members, ...properties } = form.properties;
  const people = new Set(accounts.read(answers).identities);
  const names = members as readonly string[];
  const others = names.filter((name) => !people.has(name));
  const left = names.filter((name) => people.has(name));
  return describedAs(
    {
      ...properties,
      ...(others.length === 0 ? {} : { members: others, ...(left.length === 0 ? {} : { append: true }) }),
    },
    left.length === 0 ? [] : [`Its members ${left.join(', ')} are imported with their accounts.`],
  );
}
