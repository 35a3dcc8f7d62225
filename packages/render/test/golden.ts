import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'chai';

/**
 * Compares a text with the file `golden/<name>`. `UPDATE_GOLDEN=1` writes the files instead: read the difference before
 * committing it.
 */
export function expectGolden(name: string, actual: string): void {
  const path = new URL(`golden/${name}`, import.meta.url);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, actual);
  expect(existsSync(path), `golden/${name} exists`).to.equal(true);
  expect(actual).to.equal(readFileSync(path, 'utf8'));
}
