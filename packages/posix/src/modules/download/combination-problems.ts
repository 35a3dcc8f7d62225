import type { DeclarationProblem } from '@setpoint/model';
import type { Static } from '@setpoint/sdk';
import { canonicalPath } from '../../paths/absolute-path.ts';
import type { downloadSchema } from './declared.ts';

type DownloadWritten = Static<typeof downloadSchema>;

/** What is wrong with properties together. */
export function combinationProblems(properties: DownloadWritten): readonly DeclarationProblem[] {
  const given = (['sha256', 'checksum', 'checksum_url'] as const).filter((name) => properties[name] !== undefined);
  const [first, second] = given;
  if (first !== undefined && second !== undefined)
    return [
      {
        property: second,
        detail: `"${second}" and "${first}" both say what the file is; only one can.`,
        hint: `remove ${first} or ${second}`,
      },
    ];
  if (first !== undefined && properties.refresh !== undefined)
    return [
      {
        property: 'refresh',
        detail: 'A file with a checksum is downloaded when it has another one, and never else.',
        hint: 'remove refresh',
      },
    ];
  if (properties.refresh === 'when_changed' && properties.headers !== undefined) {
    const detail = 'The plan would have to ask the server, and it does so without the headers.';
    return [{ property: 'refresh', detail, hint: 'declare a checksum' }];
  }
  return routeProblems(properties);
}

/** The controller is no part of a plan: only the node is asked while it is planned for. */
function routeProblems(properties: DownloadWritten): readonly DeclarationProblem[] {
  if (properties.through !== 'controller') return [];
  const isOfNode = nodeOnly.find((name) => properties[name] !== undefined);
  if (isOfNode !== undefined) {
    const detail = `"${isOfNode}" is for a file that the node fetches, and the controller is to fetch this one.`;
    return [{ property: isOfNode, detail, hint: `remove through, or ${isOfNode}` }];
  }
  if (properties.refresh !== 'when_changed') return [];
  const detail = 'The plan would have to ask the server, and only nodes do so while they are planned for.';
  return [{ property: 'refresh', detail, hint: 'declare a checksum' }];
}

const nodeOnly = ['checksum_url', 'proxy', 'client_certificate', 'client_key', 'ca_file'] as const;

/** What is wrong with the files that TLS is spoken by. */
export function tlsProblems(properties: DownloadWritten): readonly DeclarationProblem[] {
  const paths = (['client_certificate', 'client_key', 'ca_file'] as const).flatMap((property) => {
    const text = properties[property];
    const path = text === undefined ? undefined : canonicalPath(text);
    return path?.kind === 'invalid' ? [{ property, detail: path.detail, hint: path.hint }] : [];
  });
  if (properties.client_key === undefined || properties.client_certificate !== undefined) return paths;
  const detail = 'A key shows nobody who the node is without its certificate.';
  return [...paths, { property: 'client_key', detail, hint: 'add client_certificate' }];
}
