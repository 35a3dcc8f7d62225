import {
  type Diagnostic,
  errorDiagnostic,
  type Importing,
  nearestName,
  parseAddress,
  type ResourceModule,
} from '@setpoint/model';
import { posixModules } from '@setpoint/posix';
import type { ImportOptions } from '../importer.ts';

/** A type of which objects are imported, in the order in which a playbook declares them. */
export type ImportableType = {
  readonly module: ResourceModule;
  readonly importing: Extract<Importing, { readonly kind: 'importable' }>;
  /** Everything that can be enumerated is imported. */
  readonly isListed: boolean;
  /** Identities that somebody named. */
  readonly named: readonly string[];
};

/** What is to be imported, and what is wrong with the request. */
export type ImportRequest = { readonly types: readonly ImportableType[]; readonly problems: readonly Diagnostic[] };

/** Without a choice, everything that can be enumerated. */
export function readRequest({ types, only }: Pick<ImportOptions, 'types' | 'only'>): ImportRequest {
  const listed = types ?? (only.length === 0 ? enumerable() : []);
  const named = only.map((text) => ({ text, address: parseAddress(text) }));
  const problems = [
    ...listed.flatMap((type) => typeProblem(type, { isListed: true }) ?? []),
    ...named.flatMap(({ text, address }) =>
      address === undefined ? [noAddress(text)] : (typeProblem(address.type, { isListed: false }) ?? []),
    ),
  ];
  const chosen = posixModules.flatMap((module): ImportableType[] => {
    const { type, importing } = module;
    const identities = named.flatMap(({ address }) => (address?.type === type ? [address.identity] : []));
    const isListed = listed.includes(type);
    if (importing?.kind !== 'importable' || (!isListed && identities.length === 0)) return [];
    return [{ module, importing, isListed, named: [...new Set(identities)] }];
  });
  return { types: chosen.toSorted((left, right) => rankOf(left.module) - rankOf(right.module)), problems };
}

function enumerable(): readonly string[] {
  return posixModules.flatMap(({ type, importing }) =>
    importing?.kind === 'importable' && importing.list !== undefined ? [type] : [],
  );
}

function typeProblem(type: string, { isListed }: { readonly isListed: boolean }): Diagnostic | undefined {
  const importing = posixModules.find((module) => module.type === type)?.importing;
  if (importing === undefined) {
    const near = nearestName(
      type,
      posixModules.map((module) => module.type),
    );
    const hint = near === undefined ? '`setpoint schema` lists the types' : `did you mean \`${near}\`?`;
    return errorDiagnostic('SP858', { detail: `Hosts have no resources of the type "${type}".`, hint });
  }
  if (importing.kind === 'none')
    return errorDiagnostic('SP858', { detail: `A ${type} cannot be imported. ${importing.why}` });
  if (!isListed || importing.list !== undefined) return undefined;
  const detail = `Nothing enumerates the ${type} resources of a host.`;
  return errorDiagnostic('SP859', { detail, hint: `name each of them, such as \`--only ${type}:/srv/app\`` });
}

function noAddress(text: string): Diagnostic {
  const hint = 'write it as in a plan, such as `file:/etc/motd`';
  return errorDiagnostic('SP803', { detail: `--only takes addresses, and "${text}" is none.`, hint });
}

/** What others need comes first, and what needs others last. */
const order = [
  'hostname',
  'timezone',
  'locale',
  'repository',
  'package',
  'kernel_module',
  'sysctl',
  'limits',
  'group',
  'user',
  'authorized_keys',
  'sudoers',
  'known_host',
  'directory',
  'mount',
  'git',
  'cron',
  'unit',
  'file',
  'link',
  'firewall',
  'container',
  'service',
];

function rankOf({ type }: ResourceModule): number {
  const rank = order.indexOf(type);
  return rank < 0 ? order.length : rank;
}
