import { type ShellText, sh, shJoin, shRaw } from '@setpoint/sdk';
import { type DebField, formatStanza } from '../../package-sources/deb822.ts';
import { nameOf, parentOf } from '../../paths/absolute-path.ts';
import { aptLibrary } from '../package/apt-library.ts';
import { lockWaitSeconds } from '../package/lock-wait.ts';
import { plainLibrary } from '../package/managers/plain-library.ts';
import { type RepositoryDeclared, sourcesPath } from './declared.ts';
import { forms } from './form.ts';

/**
 * Fetches the package lists of the declared repository alone, as the package manager will once its file is in place, and leaves
 * those of the others. The file and the key are tried as copies in a directory of their own, so that nothing is left behind that
 * does not work.
 */
export function refreshScript(declared: RepositoryDeclared): ShellText {
  const { form, key } = declared;
  const keyFile = key === null ? undefined : `key${/\.\w+$/.exec(key.path)?.[0] ?? ''}`;
  return shJoin(
    [
      form === 'apt' ? aptLibrary : plainLibrary(form),
      sh`sp_patience=${lockWaitSeconds}\n`,
      trialDirectory,
      ...(keyFile === undefined
        ? []
        : [sh`cat >"$sp_trial"/${keyFile} && chmod 0644 "$sp_trial"/${keyFile} || exit 1\n`]),
      trials[form](declared, keyFile),
    ],
    '',
  );
}

const trials = { apt: aptTrial, dnf: dnfTrial, zypper: zypperTrial, apk: apkTrial } as const;

const trialDirectory = shRaw(`sp_trial=$(mktemp -d) || { echo 'no temporary directory can be made'; exit 1; }
trap 'rm -rf -- "$sp_trial"; rm -f -- "$sp_log"' EXIT
chmod 0755 "$sp_trial" || exit 1
`);

function aptTrial(declared: RepositoryDeclared, keyFile: string | undefined): ShellText {
  const file = `${declared.name}.sources`;
  return shJoin(
    [
      fileText(declared, { file, keyFile, line: (field) => sh`printf %s ${formatStanza([field])}` }),
      sh`sp_apt -o APT::Update::Error-Mode=any -o APT::Get::List-Cleanup=false -o "Dir::Etc::SourceList=$sp_trial"/${file} -o Dir::Etc::SourceParts=/dev/null update || exit 1\n`,
      // An apt that does not know the error mode warns of lists that it could not fetch.
      shRaw(`if grep -q '^Err:' "$sp_log"; then sp_explain; fi\n`),
    ],
    '',
  );
}

/** Signatures of packages are looked at when they are installed; only those of the lists, with `repo_gpgcheck`, can be tried. */
function dnfTrial(declared: RepositoryDeclared, keyFile: string | undefined): ShellText {
  return shJoin(
    [
      sectionText(declared, keyFile),
      sh`sp_run_dnf --setopt=reposdir="$sp_trial" --setopt=skip_if_unavailable=False --disablerepo='*' --enablerepo=${declared.name} makecache --refresh || sp_explain\n`,
    ],
    '',
  );
}

/**
 * The other repositories are there too, because zypper removes the lists of those that it does not know of. It takes a key only from
 * rpm, or asks; so rpm gets the key beforehand, and loses it again when the trial fails, unless it had it already.
 */
function zypperTrial(declared: RepositoryDeclared, keyFile: string | undefined): ShellText {
  const { name } = declared;
  const path = sourcesPath(declared);
  const signer = keyFile === undefined ? keyInPlace(declared) : undefined;
  return shJoin(
    [
      zypperKeys,
      ...(keyFile === undefined ? [] : [sh`sp_trust "$sp_trial"/${keyFile}\n`]),
      ...(signer === undefined ? [] : [sh`sp_trust ${signer}\n`]),
      sectionText(declared, keyFile),
      sh`mkdir "$sp_trial"/repos && cp -R ${parentOf(path)}/. "$sp_trial"/repos && rm -f "$sp_trial"/repos/${nameOf(path)} && mv "$sp_trial"/${nameOf(path)} "$sp_trial"/repos || exit 1\n`,
      sh`sp_zypper --reposd-dir "$sp_trial"/repos refresh --force ${name} || sp_explain\n`,
      shRaw('sp_works=yes\n'),
    ],
    '',
  );
}

/** The path of the key that a repository of zypper names; undefined when it names none. */
export function keyInPlace({ fields }: RepositoryDeclared): string | undefined {
  const path = fields.find(({ name }) => name === forms.zypper.keyField)?.value.replace(/^file:\/\//, '');
  return path?.startsWith('/') === true ? path : undefined;
}

const zypperKeys = shRaw(`sp_works= sp_known=$(rpm -qa 'gpg-pubkey*')
sp_trust() { sp_wait; rpm --import "$1" || { echo "rpm does not take the key $1"; exit 1; }; }
sp_distrust() {
  [ -z "$sp_works" ] || return 0
  for sp_key in $(rpm -qa 'gpg-pubkey*'); do
    case $sp_nl$sp_known$sp_nl in *"$sp_nl$sp_key$sp_nl"*) ;; *) rpm -e --allmatches "$sp_key" >/dev/null 2>&1;; esac
  done
}
trap 'sp_distrust; rm -rf -- "$sp_trial"; rm -f -- "$sp_log"' EXIT
`);

/** The new key is one more beside those that the node trusts; of a repository in a directory apk only warns. */
function apkTrial({ name, fields, key }: RepositoryDeclared, keyFile: string | undefined): ShellText {
  return shJoin(
    [
      sh`mkdir "$sp_trial"/keys && cp -R /etc/apk/keys/. "$sp_trial"/keys || exit 1\n`,
      ...(key === null || keyFile === undefined
        ? []
        : [sh`cp "$sp_trial"/${keyFile} "$sp_trial"/keys/${nameOf(key.path)} || exit 1\n`]),
      sh`printf %s ${forms.apk.format(name, fields)} >"$sp_trial"/repositories || exit 1\n`,
      sh`sp_update --repositories-file "$sp_trial"/repositories --keys-dir "$sp_trial"/keys\n`,
      shRaw(`if grep -q '^WARNING: ' "$sp_log"; then sp_explain; fi\n`),
    ],
    '',
  );
}

/** The text of a `.repo` file, beside the key. */
function sectionText(declared: RepositoryDeclared, keyFile: string | undefined): ShellText {
  const file = nameOf(sourcesPath(declared));
  return shJoin(
    [
      sh`printf '[%s]\\n' ${declared.name} >"$sp_trial"/head || exit 1\n`,
      fileText(declared, { file, keyFile, line: (field) => sh`printf '%s=%s\\n' ${field.name} ${field.value}` }),
      sh`cat "$sp_trial"/${file} >>"$sp_trial"/head && mv "$sp_trial"/head "$sp_trial"/${file} || exit 1\n`,
    ],
    '',
  );
}

type TrialFile = {
  readonly file: string;
  readonly keyFile: string | undefined;
  readonly line: (field: DebField) => ShellText;
};

function fileText(declared: RepositoryDeclared, { file, keyFile, line }: TrialFile): ShellText {
  const { keyField, keyValue } = forms[declared.form];
  const separator = declared.form === 'apt' ? ': ' : '=';
  const prefix = `${keyField}${separator}${declared.form === 'apt' ? '' : 'file://'}`;
  const lines = declared.fields.map((field) =>
    keyFile !== undefined && field.name === keyField && field.value === keyValue(declared.key?.path ?? '')
      ? sh`printf '%s%s\\n' ${prefix} "$sp_trial"/${keyFile}`
      : line(field),
  );
  return sh`{\n${shJoin(lines, '\n')}\n} >"$sp_trial"/${file} || exit 1\n`;
}
