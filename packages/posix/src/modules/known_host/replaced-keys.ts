import type { Observed } from '@setpoint/model';
import { bytesOf } from '../../text-edits/observe.ts';
import type { TextState } from '../../text-edits/text-edit.ts';
import type { HostDeclared } from './declared.ts';
import { isAbout, parseHostLine } from './host-line.ts';

/** Says which keys of the host are other ones than before: ssh would have refused the host, so somebody should know why. */
export function replacedKeys({ part }: HostDeclared, observed: Observed<TextState>): readonly string[] {
  const { host, state, marker, keys } = part;
  if (state === 'absent' || marker !== 'none') return [];
  const text = bytesOf(observed)?.toString('latin1') ?? '';
  const known = text.split('\n').flatMap((line) => parseHostLine(line) ?? []);
  const types = new Set(
    known
      .filter((line) => line.marker === 'none' && isAbout(line.names, host))
      .filter((line) => keys.some(({ type }) => type === line.type) && !keys.some(({ key }) => key === line.key))
      .map(({ type }) => type),
  );
  return [...types].map((type) => `${host} was known by another ${type} key`);
}
