import { readdirSync, readFileSync } from 'node:fs';
import { assert } from 'chai';
import { schemaHazards } from '../../src/compare/hazard.ts';

const root = new URL('../../', import.meta.url);
const document = readFileSync(new URL('../../docs/databases.md', root), 'utf8');

const words = { deny: 'refused', 'deny-when-large': 'refused on large tables', warn: 'shown', info: 'told' } as const;

describe('the hazards of schemas', () => {
  it('stand in the documentation, each with what is done about it by default', () => {
    const rows = [...document.matchAll(/^\| (DB\d{3}) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)];
    const told = rows.map(([, code, byDefault, title]) => [code, byDefault, title]);
    const known = Object.entries(schemaHazards).map(([code, { severity, title }]) => [code, words[severity], title]);
    assert.deepEqual(told, known);
  });

  it('are all raised somewhere', () => {
    const sources = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.ts') && !path.endsWith('compare/hazard.ts'),
    );
    const raised = new Set(
      sources.flatMap((path) => readFileSync(new URL(`src/${path}`, root), 'utf8').match(/\bDB\d{3}(?='|: )/g) ?? []),
    );
    assert.deepEqual(
      Object.keys(schemaHazards).filter((code) => !raised.has(code)),
      [],
    );
  });
});
