import type { JsonObject } from '@setpoint/model';
import type { Fact, FactKey } from '../../../src/catalogue/fact.ts';
import { factKey } from '../../../src/catalogue/fact-key.ts';

/** A fact as a test writes it down; the schema is the parent of what stands in one. */
export function fact(kind: string, name: readonly string[], rest: Partial<Omit<Fact, 'kind' | 'name'>> = {}): Fact {
  const parent = kind === 'schema' ? {} : { parent: factKey('schema', name.slice(0, 1)) };
  return { key: factKey(kind, name), kind, name, payload: {}, needs: [], ...parent, ...rest };
}

export const schemaApp: Fact = fact('schema', ['app']);

export function enumOf(...labels: readonly string[]): Fact {
  return fact('enum', ['app', 'mood'], { payload: { labels } });
}

export function viewOf(definition: string, columns: readonly string[], needs: readonly FactKey[] = []): Fact {
  const payload = { definition, options: {}, columns: columns.map(viewColumn) };
  return fact('view', ['app', 'v'], { payload, needs });
}

function viewColumn(name: string): JsonObject {
  return { name, type: 'integer', collation: null, default: null, statistics: null };
}

export function functionOf(payload: JsonObject): Fact {
  const usual = { kind: 'function', result: 'integer', arguments: 'a integer', defaults: 0 };
  return fact('function', ['app', 'f(integer)'], {
    payload: { ...usual, ...payload },
    info: { language: 'sql', isDefiner: false },
  });
}

export function grantOf(object: Fact, grantee: string, privileges: readonly string[]): Fact {
  const name = [object.kind, ...object.name, grantee];
  return fact('grant', name, { parent: object.key, payload: { privileges }, info: { defaults: [], owner: 'owner' } });
}
