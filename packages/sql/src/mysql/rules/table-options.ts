import type { Json } from '@setpoint/model';
import { asText } from '../text/members.ts';
import type { ClauseParts } from './statements.ts';

/** Clauses that turn the options of a table into others; one that is no longer said gets the server's default. */
export function optionChanges(
  before: Readonly<Record<string, Json>>,
  after: Readonly<Record<string, Json>>,
): readonly ClauseParts[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names
    .filter((name) => before[name] !== after[name])
    .map((name) => {
      const value = after[name] === undefined ? (resets[name] ?? 'DEFAULT') : asText(after[name]);
      return { clause: optionClause(name, value), speed: instantOptions.has(name) ? 'instant' : 'rebuild' };
    });
}

/** An option as CREATE TABLE and ALTER TABLE take it. */
export function optionClause(name: string, value: string): string {
  return name === 'TABLESPACE' ? `TABLESPACE ${value}` : `${name}=${value}`;
}

/** What takes no DEFAULT; zero means the server's choice. */
const resets: Readonly<Record<string, string>> = {
  KEY_BLOCK_SIZE: '0',
  AVG_ROW_LENGTH: '0',
  MIN_ROWS: '0',
  MAX_ROWS: '0',
  CHECKSUM: '0',
  PAGE_CHECKSUM: '0',
  TRANSACTIONAL: '0',
  DELAY_KEY_WRITE: '0',
  INSERT_METHOD: 'NO',
  TABLESPACE: '`innodb_file_per_table`',
  ENCRYPTION: "'N'",
  COMPRESSION: "'NONE'",
  UNION: '()',
};

const instantOptions: ReadonlySet<string> = new Set([
  'STATS_PERSISTENT',
  'STATS_AUTO_RECALC',
  'STATS_SAMPLE_PAGES',
  'AVG_ROW_LENGTH',
]);
