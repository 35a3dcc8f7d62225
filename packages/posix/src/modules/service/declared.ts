import { type Address, type DeclarationProblem, parseAddress } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { accountNameFault } from '../../accounts/name.ts';
import { isUnitName, type UnitValue } from '../../queries/unit.ts';
import { textEditTypes } from '../../text-edits/target.ts';
import { unitDirectory } from '../unit/unit-name.ts';

/** A unit as declared, in canonical form; null leaves what is there. */
export type ServiceDeclared = {
  /** Full name with its suffix, such as `nginx.service`. */
  readonly unit: string;
  readonly scope: ServiceScope;
  /** Whose manager the unit belongs to; null unless the scope is `account`. */
  readonly account: string | null;
  readonly running: boolean | null;
  readonly enabled: boolean | null;
  readonly masked: boolean | null;
  readonly restartOn: readonly Address[];
  readonly reloadOn: readonly Address[];
};

/** The manager of the system, that of one account, or those of all accounts, for which units can be enabled and masked only. */
export type ServiceScope = 'system' | 'account' | 'global';

/** A unit as found, with the inputs that are newer than its process. */
export type ServiceState = Pick<
  UnitValue,
  'id' | 'manager' | 'loadState' | 'activeState' | 'subState' | 'fileState' | 'type' | 'canReload' | 'triggeredBy'
> & {
  /** systemd must read the unit files again before it acts on what they say now. */
  readonly needsReload: boolean;
  readonly restartInputs: readonly NewerInput[];
  readonly reloadInputs: readonly NewerInput[];
};

/** An input that changed after the unit read it. */
export type NewerInput = {
  readonly address: Address;
  /** `later`: it changes in this run. */
  readonly when: 'before' | 'later';
  /** Its time is declared, so that nothing but this run tells of the change. */
  readonly isDated?: true;
};

const addressItem = Type.String({ 'x-address': true });

export const serviceSchema = Type.Object(
  {
    running: Type.Optional(
      Type.Boolean({ description: 'Whether the unit is active now. Left as it is when not declared.' }),
    ),
    enabled: Type.Optional(
      Type.Boolean({ description: 'Whether the unit starts at boot. Left as it is when not declared.' }),
    ),
    masked: Type.Optional(
      Type.Boolean({
        description: 'Whether the unit is masked, so that nothing can start it. Left as it is when not declared.',
      }),
    ),
    restart_on: Type.Optional(
      Type.Array(addressItem, {
        description:
          'Files or parts of them, directories, links, certificates, units and packages that the unit reads when it starts, its own `unit:` among them: it is restarted when one of them is newer than its process.',
      }),
    ),
    reload_on: Type.Optional(
      Type.Array(addressItem, {
        description:
          'Files, directories, links, certificates and packages that the unit reads again on a reload: it is reloaded when one of them is newer than its last start or reload.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareService({
  identity,
  properties,
}: TypedInput<typeof serviceSchema>): TypedDeclaration<ServiceDeclared> {
  const { scope, account, name } = ownerOf(identity);
  const unit = unitSuffixes.some((suffix) => name.endsWith(suffix)) ? name : `${name}.service`;
  const problems = [
    ...ownerProblems(account),
    ...nameProblems(name, unit),
    ...stateProblems(properties),
    ...(scope === 'global' ? globalProblems(name, properties) : []),
    ...evidenceProblems(properties),
  ];
  if (problems.length > 0) return { kind: 'invalid', problems };
  const declared: ServiceDeclared = {
    unit,
    scope,
    account,
    running: properties.running ?? null,
    enabled: properties.enabled ?? null,
    masked: properties.masked ?? null,
    restartOn: toAddresses(properties.restart_on),
    reloadOn: toAddresses(properties.reload_on),
  };
  // `nginx` and `nginx.service` are the same object; the shorter one is what people write.
  return { kind: 'declared', identity: fullName(declared).replace(/\.service$/, ''), declared };
}

/** The unit with its suffix, and before it whose it is: `nginx.service`, `alice/syncthing.service` or `global/syncthing.service`. */
export function fullName({ scope, account, unit }: Pick<ServiceDeclared, 'scope' | 'account' | 'unit'>): string {
  if (scope === 'global') return `${allAccounts}/${unit}`;
  return account === null ? unit : `${account}/${unit}`;
}

/** Where administrators keep the unit file, and where a mask stands; undefined for an account, whose home is not told. */
export function ownUnitFile({ scope, unit }: Pick<ServiceDeclared, 'scope' | 'unit'>): string | undefined {
  return scope === 'account' ? undefined : `${unitDirectory(scope === 'global' ? 'user' : 'system')}/${unit}`;
}

/** What stands in the place of an account for the units of all of them. */
const allAccounts = 'global';

/** No unit has a slash in its name. */
function ownerOf(identity: string): Pick<ServiceDeclared, 'scope' | 'account'> & { readonly name: string } {
  const slash = identity.indexOf('/');
  if (slash < 0) return { scope: 'system', account: null, name: identity };
  const [owner, name] = [identity.slice(0, slash), identity.slice(slash + 1)];
  return owner === allAccounts ? { scope: 'global', account: null, name } : { scope: 'account', account: owner, name };
}

function ownerProblems(account: string | null): readonly DeclarationProblem[] {
  const detail = account === null ? undefined : accountNameFault(account);
  return detail === undefined
    ? []
    : [{ property: '', detail, hint: 'write ACCOUNT/UNIT for a unit of an account, such as alice/syncthing' }];
}

/** systemd.unit(5): the kinds of units that can be started or enabled. */
const unitSuffixes = ['.service', '.socket', '.timer', '.path', '.mount', '.automount', '.target', '.swap', '.slice'];

function nameProblems(identity: string, unit: string): readonly DeclarationProblem[] {
  if (isUnitName(unit)) return [];
  if (/[*?[\]]/.test(identity)) {
    const detail = `"${identity}" is a pattern, and it could stand for units that nobody thought of.`;
    return [{ property: '', detail, hint: 'declare each unit by its name' }];
  }
  if (/@\.[a-z]+$/.test(unit)) {
    const detail = `"${identity}" is a template: only its instances can run.`;
    return [{ property: '', detail, hint: 'write the instance after the @, such as getty@tty1' }];
  }
  const detail = `"${identity}" is not the name of a systemd unit.`;
  return [
    {
      property: '',
      detail,
      hint: 'units are named with letters, digits and :_.\\@-; `systemd-escape` makes such names',
    },
  ];
}

function stateProblems(properties: Static<typeof serviceSchema>): readonly DeclarationProblem[] {
  if (properties.masked !== true) return [];
  return (['running', 'enabled'] as const)
    .filter((property) => properties[property] === true)
    .map((property) => ({
      property,
      detail: `A masked unit cannot be ${property}.`,
      hint: `remove ${property}, or masked: true`,
    }));
}

/** Each account has a manager of its own, and what that runs is the business of `ACCOUNT/NAME`. */
function globalProblems(name: string, properties: Static<typeof serviceSchema>): readonly DeclarationProblem[] {
  return (['running', 'restart_on', 'reload_on'] as const)
    .filter((property) => properties[property] !== undefined)
    .map((property) => ({
      property,
      detail: `"${name}" of all accounts is run by the manager of each of them, so "${property}" cannot be said of it.`,
      hint: `remove ${property}, and declare \`service: ACCOUNT/${name}\` for the accounts whose unit is to run now`,
    }));
}

/** Only these leave a trace on the node that tells when they changed. */
const evidenceTypes: readonly string[] = [
  'file',
  'directory',
  'link',
  'package',
  'unit',
  'download',
  'certificate',
  ...textEditTypes,
];

function evidenceProblems(properties: Static<typeof serviceSchema>): readonly DeclarationProblem[] {
  return (['restart_on', 'reload_on'] as const).flatMap((property) =>
    (properties[property] ?? []).flatMap((text) => {
      const address = parseAddress(text);
      if (address !== undefined && evidenceTypes.includes(address.type)) return [];
      const detail =
        address === undefined
          ? `"${text}" is not an address.`
          : `"${text}" leaves no trace on the node that tells when it changed, so nothing could tell that the unit is older.`;
      return [
        {
          property,
          detail,
          hint: 'name a file: or a part of one, a directory:, link:, certificate:, unit: or package: that the unit reads',
        },
      ];
    }),
  );
}

function toAddresses(texts: readonly string[] | undefined): readonly Address[] {
  // `evidenceProblems` has refused whatever is no address.
  return [...new Set(texts ?? [])] as Address[];
}
