import { type Described, describedAs, type Importing, isUnknown, type JsonObject } from '@setpoint/model';
import { listedAccounts } from '../../accounts/listed.ts';
import { importObserved } from '../../importing/observed.ts';
import type { ShadowValue } from '../../queries/shadow.ts';
import { dateOf } from './days.ts';
import { declareUser, type UserState } from './declared.ts';
import { observeUser, userQueries } from './observe.ts';

/** Accounts without their passwords, which never leave the node. */
export const importUser: Importing = importObserved(
  { declare: declareUser, queries: userQueries, observe: observeUser },
  {
    list: listedAccounts('/etc/passwd', 'accounts with a number from 1000 to 59999', (_, isMade) => isMade),
    describe: describeUser,
  },
);

function describeUser(state: UserState, name: string): Described {
  const { uid, gid, group, groups, comment, home, shell, local, shadow } = state;
  if (!local) return { kind: 'left out', why: 'it comes from a directory and not from /etc/passwd' };
  // A new account gets a group of its own name with its own number.
  const isOwnGroup = group === name && gid === uid;
  const further = isUnknown(groups) ? [] : groups.map((each) => each.name).filter((each) => each !== group);
  const properties = {
    ...(uid === null ? {} : { uid }),
    ...(isOwnGroup ? {} : { group }),
    ...(further.length === 0 ? {} : { groups: further.sort() }),
    ...(comment === '' ? {} : { comment }),
    ...(home === `/home/${name}` ? {} : { home }),
    ...(shell === '' ? {} : { shell }),
    ...(isUnknown(shadow) ? {} : passwordState(shadow)),
  };
  return describedAs(properties, lacksOf(state));
}

/** What useradd gives an account by itself on most systems is not said. */
function passwordState(shadow: ShadowValue): JsonObject {
  const { locked, password, expiresDay, minDays, maxDays, warnDays, inactiveDays } = shadow;
  return {
    ...(locked && password === 'set' ? { locked } : {}),
    ...(expiresDay < 0 ? {} : { expires: dateOf(expiresDay) }),
    ...([-1, 0].includes(minDays) ? {} : { password_min_days: minDays }),
    ...([-1, 99_999].includes(maxDays) ? {} : { password_max_days: maxDays }),
    ...([-1, 7].includes(warnDays) ? {} : { password_warn_days: warnDays }),
    ...(inactiveDays < 0 ? {} : { password_inactive_days: inactiveDays }),
  };
}

function lacksOf({ groups, shadow }: UserState): readonly string[] {
  return [
    ...(isUnknown(groups) ? ['Its further groups could not be read.'] : []),
    ...(isUnknown(shadow) ? ['The ageing of its password could not be read.'] : []),
    ...(!isUnknown(shadow) && shadow.password === 'set' ? ['Its password hash is a secret and is not imported.'] : []),
  ];
}
