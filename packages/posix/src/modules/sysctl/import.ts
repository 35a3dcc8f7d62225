import type { Described, Importing } from '@setpoint/model';
import { listedInFiles } from '../../importing/listed.ts';
import { filesQueries, type ReadText, readFiles } from '../../importing/texts.ts';
import { sysctlKey, sysctlPath } from '../../kernel/sysctl-key.ts';
import { splitLines } from '../../text-edits/lines.ts';
import { wordsOf } from './declared.ts';
import { assignmentOf } from './write.ts';

/** In the order in which they are read, so that the last one counts. */
const patterns = ['/etc/sysctl.d/*.conf', '/etc/sysctl.conf'];

/** Settings that administrators wrote down; what the running kernel has beside them is not looked at. */
export const importSysctl: Importing = {
  kind: 'importable',
  list: listedInFiles(patterns, 'settings in /etc/sysctl.d and /etc/sysctl.conf', (files) => ({
    identities: settingsOf(files).map(({ key }) => key),
    notes: [],
  })),
  queries: () => filesQueries(patterns),
  describe: (identity, answers) => {
    const key = sysctlKey(sysctlPath(identity) ?? '');
    const setting = settingsOf(readFiles(patterns, answers).files).findLast((each) => each.key === key);
    return setting === undefined ? { kind: 'absent' } : describeSetting(setting);
  },
};

type Setting = { readonly key: string; readonly value: string; readonly file: string; readonly isOptional: boolean };

function settingsOf(files: readonly ReadText[]): readonly Setting[] {
  return files.flatMap(({ path: file, text }) =>
    splitLines(text).flatMap((line) => {
      const assignment = assignmentOf(line);
      const path = sysctlPath(assignment?.key ?? '');
      const value = wordsOf(assignment?.value ?? '');
      if (path === undefined || value === '') return [];
      return [{ key: sysctlKey(path), value, file, isOptional: line.text.trim().startsWith('-') }];
    }),
  );
}

function describeSetting({ key, value, file, isOptional }: Setting): Described {
  const isOwn = file === `/etc/sysctl.d/${key.replaceAll('/', '-')}.conf`;
  const properties = { value, ...(isOwn ? {} : { file }), ...(isOptional ? { optional: true } : {}) };
  return {
    kind: 'declared',
    forms: [
      { properties, lacks: [] },
      { properties: { ...properties, live: false }, lacks: ['The running kernel has another value, or none.'] },
    ],
  };
}
