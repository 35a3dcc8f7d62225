import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { PropertySchema } from '../packages/model/src/index.ts';
import { schemaHazards } from '../packages/sql/src/compare/hazard.ts';
import { schema } from '../packages/sql/src/modules/schema/index.ts';
import { sqlModules } from '../packages/sql/src/registry.ts';

const page = readFileSync(join(import.meta.dirname, '..', 'docs', 'databases.md'), 'utf8');

/** The cells of every row of every table, without backticks. */
const rows = [...page.matchAll(/^\| (.*) \|$/gm)].map(([, cells = '']) =>
  cells
    .replaceAll('`', '')
    .split(' | ')
    .map((cell) => cell.trim()),
);

const severities = {
  deny: 'refused',
  'deny-when-large': 'refused on large tables',
  warn: 'shown',
  info: 'shown',
} as const;

describe('the page about databases', () => {
  it('tells every hazard, and what becomes of it, as plans do', () => {
    const told = rows.filter(([code = '']) => /^DB\d+$/.test(code)).map((row) => row.slice(0, 3));
    const known = Object.entries(schemaHazards).map(([code, { severity, title }]) => [
      code,
      severities[severity],
      title,
    ]);
    expect(told).to.deep.equal(known);
  });

  it('tells every place where a declaration can be loaded', () => {
    const choices = (schema.schema.properties?.['scratch']?.['anyOf'] ?? []) as readonly { readonly const: string }[];
    const known = choices.map((choice) => choice.const).filter((name) => name !== 'auto');
    const start = page.indexOf('## Where the declaration is loaded');
    const told = [...page.slice(start, page.indexOf('\n## ', start + 1)).matchAll(/^\| `(\w+)`/gm)].map(
      ([, name]) => name,
    );
    expect(told.filter((name) => name !== 'scratch')).to.have.members(known);
  });

  it('names every resource type of databases', () => {
    const told = rows.map(([first = '']) => /^\[(\w+)\]/.exec(first)?.[1]).filter((name) => name !== undefined);
    expect(told).to.have.members(sqlModules.map(({ type }) => type));
  });

  it('tells the defaults that hold', () => {
    const online: NonNullable<PropertySchema['properties']> = schema.schema.properties?.['online']?.properties ?? {};
    const told: readonly (readonly [string, RegExp])[] = [
      ['lock_timeout_seconds', /`online\.lock_timeout_seconds` \((\d+)\)/],
      ['retries', /`online\.retries` \((\d+)\)/],
      ['statement_timeout_seconds', /`statement_timeout_seconds` \((\d+)\)/],
      ['long_timeout_seconds', /`long_timeout_seconds` \((\d+)\)/],
      ['large_table_rows', /large from ([\d,]+) rows/],
      ['large_table_megabytes', /or (\d+) MB on/],
    ];
    for (const [key, pattern] of told) {
      expect(Number(pattern.exec(page)?.[1]?.replaceAll(',', '')), key).to.equal(online[key]?.['default']);
    }
  });
});
