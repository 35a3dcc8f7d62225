import type { Body, DeclarationProblem, Unknown } from '@setpoint/model';
import { type Static, Type, type TypedDeclaration, type TypedInput } from '@setpoint/sdk';
import { readProxy } from '../../fetching/proxy.ts';
import { readUrl } from '../../fetching/url.ts';
import {
  declareOwnership,
  type Ownership,
  type OwnershipState,
  ownershipProperties,
} from '../../ownership/ownership.ts';
import { canonicalPath, type PathResult } from '../../paths/absolute-path.ts';
import type { DownloadHead } from '../../queries/download.ts';
import type { FileDeclared } from '../file/declared.ts';
import { combinationProblems, tlsProblems } from './combination-problems.ts';
import { nameIn } from './sums.ts';

/** A file from a URL as declared, in canonical form. */
export type DownloadDeclared = {
  readonly path: string;
  /** As a browser would write it: what is special in it is encoded. */
  readonly url: string;
  readonly checksum: Checksum | null;
  /** URL of a file of checksums; empty when there is none. */
  readonly sums: string;
  readonly refresh: 'never' | 'when_changed';
  /** Who fetches it; null leaves it to the node, and to the controller where the node has no program for it. */
  readonly through: Route | null;
  /** Of the node, as `http://HOST:PORT`; empty for what its environment says. */
  readonly proxy: string;
  /** Files of the node by which it shows who it is, and by which it knows the server. */
  readonly tls: TlsFiles;
  /** Lines `Name: value` for the server. */
  readonly headers: Body | null;
  readonly timeoutSeconds: number;
  readonly ownership: Ownership;
  /** Takes the place of the download when it is taken back. */
  readonly back: FileDeclared | null;
};

/** Who fetches a file. */
export type Route = 'node' | 'controller';

/** Absolute paths; null where the node's own settings hold. */
export type TlsFiles = {
  readonly certificate: string | null;
  readonly key: string | null;
  readonly authority: string | null;
};

/** A digest in lower-case hex and how it is computed. */
export type Checksum = { readonly algorithm: string; readonly digest: string };

/** The file as found, and what the server said of it. */
export type DownloadState = OwnershipState & {
  readonly sizeBytes: number;
  readonly modified: string;
  /** What it should have; null when no checksum is declared. */
  readonly expected: Checksum | null;
  /** Its own digest by the same algorithm; null where none was needed or none could be read. */
  readonly digest: string | null;
  /** The same, where the algorithm is SHA-256: what the journal keeps contents by. */
  readonly sha256?: string;
  readonly route: Route;
  /** What the server said of the URL; null when it was not asked. */
  readonly head: DownloadHead | Unknown | null;
  /** Downloaded by this plan, so there is nothing to compare. */
  readonly isFresh?: true;
};

const algorithms: Readonly<Record<string, number>> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
};

export const downloadSchema = Type.Object(
  {
    url: Type.String({
      description: 'Where the file comes from: an http or https URL.',
      minLength: 1,
    }),
    sha256: Type.Optional(
      Type.String({
        description:
          'SHA-256 of the file in hex. A file that has it is left alone, and nobody asks the server; what the server gives must have it before it takes the place of the old file.',
        'x-source-text': true,
        minLength: 1,
      }),
    ),
    checksum: Type.Optional(
      Type.String({
        description: 'The same by another algorithm: `sha512:…`, or sha384, sha224, sha1, md5.',
        minLength: 1,
      }),
    ),
    checksum_url: Type.Optional(
      Type.String({
        description:
          'URL of a file of checksums, such as SHA256SUMS, that names the file or holds nothing but its digest. It is read for every plan, by the node and without `headers`.',
        minLength: 1,
      }),
    ),
    refresh: Type.Optional(
      Type.Union([Type.Literal('never'), Type.Literal('when_changed')], {
        description:
          'What becomes of a file that is there when no checksum is declared. `never` leaves it alone, whatever the server has by now. `when_changed` asks the server for every plan, and downloads when size or time of the last change differ. Default: never.',
      }),
    ),
    headers: Type.Optional(
      Type.String({
        description:
          'Headers for the server, one a line: `Authorization: Bearer …`. They may hold secrets: they reach the node with the operation, never stand in a process list, and the plan asks no server without them. Where the server leads on to another one, curl takes along all but `Authorization` and `Cookie`, wget does not follow, and the controller takes none. `Proxy-Authorization` is for the proxy and reaches no server; of the programs of a node only curl tells the two apart, so wget refuses it.',
        'x-body': 'text',
        minLength: 1,
      }),
    ),
    through: Type.Optional(
      Type.Union([Type.Literal('node'), Type.Literal('controller')], {
        description:
          'Who fetches the file. `controller`: the machine that runs Setpoint does, and sends it to the node as every other content; for nodes that do not reach the server. Default: the node, by curl or wget; the controller where the node has neither.',
      }),
    ),
    proxy: Type.Optional(
      Type.String({
        description:
          'Proxy by which the node reaches the server: `http://HOST:PORT`. It goes before what the environment of the node says of proxies and of servers that need none. What a proxy wants to know of the node stands in `headers`: `Proxy-Authorization: Basic …`. Default: what the environment says; the controller goes by its own.',
        minLength: 1,
      }),
    ),
    client_certificate: Type.Optional(
      Type.String({
        description: 'Absolute path, on the node, of a certificate (PEM) by which the node shows the server who it is.',
        minLength: 1,
      }),
    ),
    client_key: Type.Optional(
      Type.String({ description: 'Absolute path, on the node, of the key of `client_certificate`.', minLength: 1 }),
    ),
    ca_file: Type.Optional(
      Type.String({
        description:
          'Absolute path, on the node, of the certificates (PEM) of whom the node trusts to say who the server is. Default: those of the system.',
        minLength: 1,
      }),
    ),
    ...ownershipProperties,
    timeout_seconds: Type.Optional(
      Type.Integer({ description: 'How long the download may take. Default: 600.', minimum: 1, maximum: 86_400 }),
    ),
  },
  { additionalProperties: false },
);

/** Checks what the schema cannot say and brings the declaration into canonical form. */
export function declareDownload({
  identity,
  properties,
  body,
}: TypedInput<typeof downloadSchema>): TypedDeclaration<DownloadDeclared> {
  const path = canonicalPath(identity);
  const { ownership, problems: ownershipFaults } = declareOwnership(properties);
  const url = readUrl('url', properties.url);
  const sums =
    properties.checksum_url === undefined
      ? { href: '', problems: [] }
      : readUrl('checksum_url', properties.checksum_url);
  const { proxy, problems: proxyFaults } = readProxy(properties.proxy);
  const { checksum, problems: checksumFaults } = readChecksum(properties);
  const problems = [
    ...(path.kind === 'invalid' ? [{ property: '', detail: path.detail, hint: path.hint }] : []),
    ...(identity.endsWith('/') ? [namelessProblem(path, url.href)] : []),
    ...url.problems,
    ...sums.problems,
    ...proxyFaults,
    ...checksumFaults,
    ...ownershipFaults,
    ...combinationProblems(properties),
    ...tlsProblems(properties),
  ];
  if (problems.length > 0 || path.kind === 'invalid') return { kind: 'invalid', problems };
  const declared = {
    path: path.path,
    url: url.href,
    checksum,
    sums: sums.href,
    refresh: properties.refresh ?? 'never',
    through: properties.through ?? null,
    proxy,
    tls: {
      certificate: properties.client_certificate ?? null,
      key: properties.client_key ?? null,
      authority: properties.ca_file ?? null,
    },
    headers: body ?? null,
    timeoutSeconds: properties.timeout_seconds ?? 600,
    ownership,
    back: null,
  };
  return { kind: 'declared', identity: path.path, declared };
}

/** The name is declared, because a plan that had to ask the server for it could name no path without the server. */
function namelessProblem(path: PathResult, href: string): DeclarationProblem {
  const detail = 'The path names the file, and one that ends with a slash names a directory.';
  return {
    property: '',
    detail,
    hint: `add the name that the file gets${path.kind === 'path' ? exampleIn(path.path, href) : ''}`,
  };
}

/** A path in a directory that a file from a URL could have, to be told to a person; empty where the URL names none. */
export function exampleIn(directory: string, href: string): string {
  const name = href === '' ? '' : nameIn(href);
  return name === '' || name.includes('/') ? '' : `, such as ${directory === '/' ? '' : directory}/${name}`;
}

function readChecksum({ sha256, checksum }: Static<typeof downloadSchema>): {
  readonly checksum: Checksum | null;
  readonly problems: readonly DeclarationProblem[];
} {
  const property = sha256 === undefined ? 'checksum' : 'sha256';
  const text = sha256 === undefined ? checksum : `sha256:${sha256}`;
  if (text === undefined) return { checksum: null, problems: [] };
  const [, algorithm = '', digest = ''] = /^(\w+):([0-9a-f]+)$/.exec(text.toLowerCase()) ?? [];
  const digits = algorithms[algorithm];
  if (digits !== undefined && digest.length === digits) return { checksum: { algorithm, digest }, problems: [] };
  const detail = `"${(sha256 === undefined ? checksum : sha256) ?? ''}" is no such checksum.`;
  const hint =
    digits === undefined
      ? 'write the algorithm and the digest in hex, such as `sha512:…`'
      : `${algorithm} has ${digits} digits in hex`;
  return { checksum: null, problems: [{ property, detail, hint }] };
}
