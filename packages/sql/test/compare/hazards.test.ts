import { readdirSync, readFileSync } from 'node:fs';
import { assert } from 'chai';
import { schemaHazards } from '../../src/compare/hazard.ts';

const sources = new URL('../../src/', import.meta.url);

describe('the hazards of schemas', () => {
  it('are all raised somewhere', () => {
    const paths = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.ts') && !path.endsWith('compare/hazard.ts'),
    );
    const raised = new Set(
      paths.flatMap((path) => readFileSync(new URL(path, sources), 'utf8').match(/\bDB\d{3}(?='|: )/g) ?? []),
    );
    assert.deepEqual(
      Object.keys(schemaHazards).filter((code) => !raised.has(code)),
      [],
    );
  });
});
