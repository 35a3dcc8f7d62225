import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { type DebField, formatStanza } from '../../package-sources/deb822.ts';
import { aptLibrary, lockWaitSeconds } from '../package/apt-library.ts';
import type { RepositoryDeclared } from './declared.ts';

/**
 * Fetches the package lists of the declared repository alone, as apt will once its file is in place, and leaves those of the others.
 * The file and the key are tried as copies in a directory of their own, so that nothing is left behind that does not work.
 */
export function refreshScript(declared: RepositoryDeclared): ShellText {
  const { name, fields, key } = declared;
  const keyFile = key === null ? undefined : `key${key.path.slice(key.path.lastIndexOf('.'))}`;
  return shJoin(
    [
      aptLibrary,
      sh`sp_patience=${lockWaitSeconds}\n`,
      shRaw(`sp_trial=$(mktemp -d) || { echo 'no temporary directory can be made'; exit 1; }
trap 'rm -rf -- "$sp_trial"; rm -f -- "$sp_log"' EXIT
chmod 0755 "$sp_trial" || exit 1
`),
      ...(keyFile === undefined
        ? []
        : [sh`cat >"$sp_trial"/${keyFile} && chmod 0644 "$sp_trial"/${keyFile} || exit 1\n`]),
      sh`{\n${shJoin(
        fields.map((field) => fieldLine(field, key?.path, keyFile)),
        '\n',
      )}\n} >"$sp_trial"/${`${name}.sources`} || exit 1\n`,
      sh`sp_apt -o APT::Update::Error-Mode=any -o APT::Get::List-Cleanup=false -o "Dir::Etc::SourceList=$sp_trial"/${`${name}.sources`} -o Dir::Etc::SourceParts=/dev/null update || exit 1\n`,
      // An apt that does not know the error mode warns of lists that it could not fetch.
      shRaw(`if grep -q '^Err:' "$sp_log"; then sp_explain; fi\n`),
    ],
    '',
  );
}

function fieldLine(field: DebField, keyPath: string | undefined, keyFile: string | undefined): ShellText {
  if (field.name === 'Signed-By' && keyFile !== undefined && field.value === keyPath)
    return sh`printf 'Signed-By: %s\\n' "$sp_trial"/${keyFile}`;
  return sh`printf %s ${formatStanza([field])}`;
}
