import type { Body, DeclarationProblem, Unknown } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { canonicalPath } from '../../paths/absolute-path.ts';
import type { NftTableValue } from '../../queries/nft-table.ts';
import { chainSchema, isBalanced, setSchema, tableBody, tableText } from './text.ts';

/** A table of nftables as declared. */
export type FirewallDeclared = {
  readonly family: string;
  readonly name: string;
  readonly state: 'present' | 'absent';
  /** The program that makes the table in one step whatever is there before; empty when the table is to be absent. */
  readonly text: string;
  /** The file as it was before a run; only on the way back from one, with `text` for the same rules. */
  readonly kept: Body | null;
  /** Where the program stands, and the file that loads it when the node starts. */
  readonly file: string;
  readonly main: string;
};

/** A file as found. */
export type FoundFile = { readonly sha256: string | Unknown; readonly base64?: string };

/** What was found of the table, of its file and of the file that loads it; null is what is not there. */
export type FirewallState = NftTableValue & {
  readonly file: FoundFile | null;
  readonly main: FoundFile | null;
  readonly hasDirectory: boolean;
};

export const firewallSchema = Type.Object(
  {
    state: Type.Optional(
      Type.Union([Type.Literal('present'), Type.Literal('absent')], {
        description: 'Whether the table is there; absent lets through what it held back. Default: present.',
      }),
    ),
    content: Type.Optional(
      Type.String({
        description:
          'What stands between the braces of the table in the language of nft(8): sets, chains and their rules.',
        'x-body': 'text',
      }),
    ),
    source: Type.Optional(
      Type.String({ description: 'Path of a file with it beside the playbook.', 'x-body': 'file', minLength: 1 }),
    ),
    template: Type.Optional(
      Type.String({
        description: 'Path of a Jinja template of it beside the playbook, rendered for each node.',
        'x-body': 'template',
        minLength: 1,
      }),
    ),
    chains: Type.Optional(
      Type.Array(chainSchema, {
        description:
          'The chains of the table, instead of a content. Their rules name devices best by `iifname` and `oifname`: where `iif` or `oif` names another one than lo, what somebody changed by hand is not seen.',
        minItems: 1,
      }),
    ),
    sets: Type.Optional(Type.Array(setSchema, { description: 'Sets that rules of `chains` speak of as `@NAME`.' })),
    file: Type.Optional(
      Type.String({
        description: 'Where the table is written. Default: /etc/nftables.d/FAMILY-NAME.nft.',
        minLength: 1,
      }),
    ),
    main_file: Type.Optional(
      Type.String({
        description:
          'The file that the service nftables loads when the node starts; it gets a line that includes the table. On Fedora and its relatives it is /etc/sysconfig/nftables.conf. Default: /etc/nftables.conf.',
        minLength: 1,
      }),
    ),
  },
  { additionalProperties: false },
);

type Properties = Static<typeof firewallSchema>;

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareFirewall({
  identity,
  properties,
  body,
}: TypedInput<typeof firewallSchema>): TypedDeclaration<FirewallDeclared> {
  const { family, name } = tablePlace(identity);
  const file = canonicalPath(properties.file ?? tableFile(family, name));
  const main = canonicalPath(properties.main_file ?? '/etc/nftables.conf');
  const inner = properties.chains === undefined ? body?.text : tableBody(properties.chains, properties.sets ?? []);
  const problems = [
    ...identityProblems(family, name),
    ...[file, main].flatMap((place, index) => pathProblems(place, index === 0 ? 'file' : 'main_file')),
    ...contentProblems(properties, body !== undefined),
    ...textProblems(properties, inner),
  ];
  if (problems.length > 0 || file.kind === 'invalid' || main.kind === 'invalid') return { kind: 'invalid', problems };
  const state = properties.state ?? 'present';
  const declared: FirewallDeclared = {
    family,
    name,
    state,
    text: state === 'absent' ? '' : tableText(family, name, inner ?? ''),
    kept: null,
    file: file.path,
    main: main.path,
  };
  return { kind: 'declared', identity: `${family} ${name}`, declared };
}

/** Family and name of the table that an identity is about. */
export function tablePlace(identity: string): { readonly family: string; readonly name: string } {
  const [, family = 'inet', name = identity] = /^(\S+) +(\S+)$/.exec(identity.trim()) ?? [];
  return { family, name };
}

/** Where a table is written that names no file of its own. */
export function tableFile(family: string, name: string): string {
  return `/etc/nftables.d/${family}-${name}.nft`;
}

function identityProblems(family: string, name: string): readonly DeclarationProblem[] {
  const problems: DeclarationProblem[] = [];
  if (!/^(?:inet|ip|ip6|arp|bridge|netdev)$/.test(family)) {
    const hint = 'write inet, ip, ip6, arp, bridge or netdev before the name';
    problems.push({ property: '', detail: `"${family}" is no family of tables.`, hint });
  }
  if (!/^[A-Za-z][\w.-]{0,63}$/.test(name)) {
    const detail = `"${name}" is no name of a table.`;
    problems.push({ property: '', detail, hint: 'use letters, digits, _ and -, such as `inet filter`' });
  }
  return problems;
}

function pathProblems(path: ReturnType<typeof canonicalPath>, property: string): readonly DeclarationProblem[] {
  if (path.kind === 'invalid') return [{ property, detail: path.detail, hint: path.hint }];
  // nft takes file names in double quotes and knows no way to write one within.
  if (!/["\n*?[\]]/.test(path.path)) return [];
  return [{ property, detail: `${path.path} cannot be written into a file of nft.`, hint: 'choose a plain name' }];
}

function contentProblems(properties: Properties, hasBody: boolean): readonly DeclarationProblem[] {
  const given = (['content', 'source', 'template', 'chains'] as const).filter((name) => properties[name] !== undefined);
  const [first, second] = given;
  const isGiven = first !== undefined || hasBody;
  if (properties.state === 'absent') {
    if (!isGiven) return [];
    return [
      { property: first ?? 'content', detail: 'A table that is declared absent has no rules.', hint: 'remove them' },
    ];
  }
  if (!isGiven)
    return [{ property: '', detail: 'It is not said what the table holds.', hint: 'add `chains:` or `content:`' }];
  if (second !== undefined) {
    const detail = `"${second}" and "${first}" both give the content; only one can.`;
    return [{ property: second, detail, hint: `remove ${first} or ${second}` }];
  }
  if (properties.sets !== undefined && properties.chains === undefined)
    return [
      { property: 'sets', detail: 'Sets stand in the content.', hint: 'declare `chains:`, or write the sets there' },
    ];
  return [];
}

/** Nothing may close the brace of the table: what follows would be about other tables. */
function textProblems({ chains }: Properties, inner: string | undefined): readonly DeclarationProblem[] {
  if (inner === undefined || isBalanced(inner)) return [];
  const detail = 'A brace or a quote is not closed, or one too many is, so the text would be about other tables too.';
  return [
    {
      property: chains === undefined ? 'content' : 'chains',
      detail,
      hint: 'declare what stands within the table only',
    },
  ];
}
