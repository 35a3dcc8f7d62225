import { closeSync, fstatSync, readFileSync } from 'node:fs';
import { errorDiagnostic } from '@setpoint/model';
import { maxPlanBytes, openRegular, reasonOf } from './file.ts';
import { damaged, type ReadPlanResult, readPlanText } from './read-text.ts';

/** Reads the saved plan in a file; `name` is how messages call it. */
export function readPlanFile(path: string, name: string): ReadPlanResult {
  const bytes = readWhole(path);
  if (typeof bytes === 'string')
    return { kind: 'refused', diagnostic: errorDiagnostic('SP801', { detail: `The saved plan ${name} ${bytes}.` }) };
  try {
    return readPlanText(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), name);
  } catch (error) {
    // Only the decoder throws: on bytes that are no text.
    if (!(error instanceof TypeError)) throw error;
    return damaged(name, 'it is not UTF-8 text');
  }
}

function readWhole(path: string): Uint8Array | string {
  const file = openRegular(path);
  if (typeof file === 'string') return file;
  try {
    if (fstatSync(file).size > maxPlanBytes) return `has more than ${maxPlanBytes / 1024 / 1024} MiB`;
    return readFileSync(file);
  } catch (error) {
    return `cannot be read: ${reasonOf(error)}`;
  } finally {
    closeSync(file);
  }
}
