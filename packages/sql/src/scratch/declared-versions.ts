import type { Catalogue } from '../catalogue/fact.ts';
import { factKey } from '../catalogue/fact-key.ts';
import type { SqlStatement } from '../declaration/split/split.ts';
import { headOffset } from './statement-head.ts';

/** Tells extensions, as `declaredVersion` of their info, the version that their statement asks for. */
export function withDeclaredVersions(catalogue: Catalogue, statements: readonly SqlStatement[]): Catalogue {
  const asked = new Map(statements.flatMap(versionAsked));
  if (asked.size === 0) return catalogue;
  const facts = catalogue.facts.map((fact) => {
    const declaredVersion = asked.get(fact.key);
    return declaredVersion === undefined ? fact : { ...fact, info: { ...fact.info, declaredVersion } };
  });
  return { ...catalogue, facts };
}

function versionAsked({ text }: SqlStatement): readonly (readonly [string, string])[] {
  const [, quoted, plain, rest = ''] = making.exec(text.slice(headOffset(text))) ?? [];
  const name = quoted?.replaceAll('""', '"') ?? plain?.toLowerCase();
  const [, literal, identifier, word] = version.exec(rest) ?? [];
  const asked = literal ?? identifier ?? word;
  return name === undefined || asked === undefined ? [] : [[factKey('extension', [name]), asked]];
}

const making = /^CREATE\s+EXTENSION\s+(?:IF\s+NOT\s+EXISTS\s+)?(?:"((?:[^"]|"")+)"|([^\s;"]+))([\s\S]*)$/i;

const version = /\bVERSION\s+(?:'([^']+)'|"([^"]+)"|([^\s;]+))/i;
