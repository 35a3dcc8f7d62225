import { type DeclarationProblem, nearestName, type SettingsFiles } from '@setpoint/model';
import { parseAddress } from '../../addresses/index.ts';
import {
  findingsIn,
  limitsOf,
  type ProfileRegister,
  profileOf,
  type RegisterDefinition,
  type ResolvedProfile,
  registerOf,
} from '../../profiles/index.ts';
import { compareDecimals, parseDecimal } from '../../values/decimal.ts';

/** The two resource types: what holds bits and what holds words. */
export type ValueType = 'register' | 'coil';

/** Where a value lies and how, or what is wrong with how that is said. */
export type FoundDefinition =
  | { readonly kind: 'found'; readonly definition: RegisterDefinition }
  | { readonly kind: 'invalid'; readonly problems: readonly DeclarationProblem[] };

/** What a playbook may say of a register that a profile describes: how far it may go, not what it is. */
const limiting = ['min', 'max', 'max_step', 'tolerance', 'settle_seconds', 'sensitive', 'description'] as const;

/** Finds what a name stands for: in the profile, or by the address beside it. */
export function findDefinition(
  type: ValueType,
  { identity, register }: { readonly identity: string; readonly register: ProfileRegister },
  files: SettingsFiles | undefined,
): FoundDefinition {
  const profile = profileOf(files);
  const known = profile?.registers.get(identity);
  if (known !== undefined) return narrow(known, register);
  if (register.address === undefined && register.ref === undefined) return notKnown(type, identity, profile);
  const problems: DeclarationProblem[] = [];
  const table = type === 'coil' ? ({ table: 'coil' } as const) : {};
  const limits = limitsOf(files?.['profile']);
  const definition = registerOf(
    { name: identity, register: { ...table, ...register } },
    { defaults: {}, limits },
    findingsIn(problems),
  );
  if (definition !== undefined && problems.length === 0) return { kind: 'found', definition };
  return { kind: 'invalid', problems };
}

/** The narrower of two limits holds. */
function narrow(known: RegisterDefinition, register: ProfileRegister): FoundDefinition {
  const limits: readonly string[] = limiting;
  const said = Object.keys(register).filter((property) => !limits.includes(property));
  if (said.length > 0) {
    const problems = said.map((property) => ({
      property,
      detail: `The profile says what ${known.name} is, so \`${property}\` cannot be declared here.`,
      hint: 'Remove it, or change the profile.',
    }));
    return { kind: 'invalid', problems };
  }
  const problems: DeclarationProblem[] = [];
  const { address, table } = known;
  const own = registerOf(
    { name: known.name, register: { ...register, table, address: String(address), base: 0, ...typeOf(known) } },
    { defaults: {}, limits: limitsOf(undefined) },
    findingsIn(problems),
  );
  if (own === undefined || problems.length > 0) return { kind: 'invalid', problems };
  const definition: RegisterDefinition = {
    ...known,
    min: ofBoth(known.min, own.min, 'greater'),
    max: ofBoth(known.max, own.max, 'less'),
    maxStep: ofBoth(known.maxStep, own.maxStep, 'less'),
    tolerance: own.tolerance ?? known.tolerance,
    settleMs: register.settle_seconds === undefined ? known.settleMs : own.settleMs,
    sensitive: known.sensitive || own.sensitive,
  };
  return { kind: 'found', definition };
}

/** Of two limits, decimal texts, the one that is less or greater; null is no limit. */
function ofBoth(known: string | null, own: string | null, wanted: 'less' | 'greater'): string | null {
  const [left, right] = [known, own].map((limit) => (limit === null ? undefined : parseDecimal(limit)));
  if (left === undefined || right === undefined) return own ?? known;
  const isLess = compareDecimals(right, left) < 0;
  return isLess === (wanted === 'less') ? own : known;
}

/** Enough of the type that limits make sense for it or not. */
function typeOf({ format, table }: RegisterDefinition): ProfileRegister {
  if (table === 'coil' || table === 'discrete') return {};
  switch (format.kind) {
    case 'bool':
      return { type: 'bool' };
    case 'text':
      return { type: 'string', length: 1 };
    case 'integer':
    case 'float':
      return { type: 'float32' };
    default:
      return format satisfies never;
  }
}

function notKnown(type: ValueType, identity: string, profile: ResolvedProfile | undefined): FoundDefinition {
  const problem = (detail: string, hint: string): FoundDefinition => ({
    kind: 'invalid',
    problems: [{ property: '', detail, hint }],
  });
  if (/^\d/.test(identity)) {
    const parsed = parseAddress({ address: identity });
    const detail = parsed.kind === 'address' ? '' : ` ${parsed.detail}`;
    return problem(
      `${identity} is an address and not a name.${detail}`,
      `Give it a name, such as \`${type}: speed\`, with \`ref: "${identity}"\`, or with \`table\` and \`address\`, below.`,
    );
  }
  const example = type === 'coil' ? '`address: 12`' : '`table: holding` and `address: 107`, or `ref: "40108"`';
  if (profile === undefined) {
    return problem(
      `The node has no device profile, so nothing says where ${identity} is.`,
      `Add ${example}, or name a profile in the inventory.`,
    );
  }
  const near = nearestName(identity, profile.registers.keys());
  const place = profile.name === '' ? 'the device profile' : `the device profile ${profile.name}`;
  return problem(
    `There is no ${identity} in ${place}.`,
    near === undefined ? `Add it there, or add ${example} here.` : `Did you mean \`${near}\`?`,
  );
}
