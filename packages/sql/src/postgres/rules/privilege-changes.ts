/** Privileges that are given or taken by one statement; `option`: the right to pass them on goes along, or is all that goes. */
export type PrivilegeChange = {
  readonly verb: 'GRANT' | 'REVOKE';
  readonly privileges: readonly string[];
  readonly option: boolean;
};

/** Leads from some privileges to others. Those that end in `*` may be passed on. */
export function privilegeChanges(before: readonly string[], after: readonly string[]): readonly PrivilegeChange[] {
  const old = parse(before);
  const wanted = parse(after);
  const revoked = [...old.keys()].filter((privilege) => !wanted.has(privilege));
  const restrained = [...old].filter(([privilege, option]) => option && wanted.get(privilege) === false);
  const granted = [...wanted].filter(([privilege, option]) => !option && !old.has(privilege));
  const passed = [...wanted].filter(([privilege, option]) => option && old.get(privilege) !== true);
  const changes: readonly PrivilegeChange[] = [
    { verb: 'REVOKE', privileges: revoked, option: false },
    { verb: 'REVOKE', privileges: restrained.map(([privilege]) => privilege), option: true },
    { verb: 'GRANT', privileges: granted.map(([privilege]) => privilege), option: false },
    { verb: 'GRANT', privileges: passed.map(([privilege]) => privilege), option: true },
  ];
  return changes.filter(({ privileges }) => privileges.length > 0);
}

function parse(privileges: readonly string[]): ReadonlyMap<string, boolean> {
  return new Map(privileges.map((privilege) => [privilege.replace('*', ''), privilege.endsWith('*')]));
}
