import type { Observed } from '@setpoint/model';
import { type ShellText, sh, shRaw } from '@setpoint/sdk';
import { enterLibrary } from '../../paths/entering.ts';
import { envFileLabel, isMadeAnew, optionsLabel, restoresLabel } from './compare.ts';
import type { ContainerDeclared, ContainerSpec } from './declared.ts';
import type { Difference } from './difference.ts';
import { type ContainerState, stateOf } from './observe.ts';
import { settingsLabel } from './setting-compare.ts';
import { addressWords, limitWords, settingWords, updatedLimits } from './settings.ts';

/**
 * Makes, changes, starts, stops or removes a container. One that is made anew takes the name of the old one, which is kept aside,
 * stopped, until the new one is made and started; when that fails, the old one gets its name back and runs again.
 */
export function containerScript(
  declared: ContainerDeclared,
  differences: readonly Difference[],
  observed: Observed<ContainerState>,
): ShellText {
  const { name, state, engine, pull } = declared;
  const known = stateOf(observed);
  const id = known === undefined ? '?' : (known.container?.id ?? '');
  const start = sh`${enterLibrary}${containerLibrary}sp_name=${name} sp_pull=${pull} sp_run=${state === 'running' ? 1 : ''}
sp_engine ${known?.engine ?? engine}
sp_same ${id}
`;
  if (state === 'absent') return sh`${start}sp_remove`;
  const makes = known === undefined || known.container === null || isMadeAnew(differences);
  if (!makes) return sh`${start}${updates(declared.spec, differences)}sp_settle`;
  const [first, ...others] = declared.spec.networks ?? [];
  const digest =
    declared.spec.envFile === null
      ? sh``
      : sh`sp_digest=$(sp_sum ${declared.spec.envFile}) || sp_fail ${`${declared.spec.envFile} cannot be read`}\n`;
  const connects = others.map(
    (
      network,
    ) => sh`"$sp_cli" network connect ${addressWords(declared.spec.settings, network)} ${network} "$sp_name" || sp_back ${`it cannot be put into the network ${network}`}
`,
  );
  return sh`${start}${digest}sp_image ${declared.spec.image}
sp_aside
"$sp_cli" create --name "$sp_name" ${createWords(declared.spec, first)} >/dev/null || sp_back "the container cannot be made"
${connects}sp_begin`;
}

function updates(
  { restart, memoryBytes, cpus, settings }: ContainerSpec,
  differences: readonly Difference[],
): ShellText {
  const paths = new Set(differences.map(({ path }) => path));
  const words = [
    ...(paths.has('restart') && restart !== null ? ['--restart', restart] : []),
    ...(paths.has('memory') && memoryBytes !== null
      ? ['--memory', memoryBytes, '--memory-swap', settings.memory_swap ?? memoryBytes * 2]
      : []),
    ...(paths.has('cpus') && cpus !== null ? ['--cpus', cpus] : []),
    ...limitWords(
      settings,
      updatedLimits.filter((name) => paths.has(name) && !(name === 'memory_swap' && paths.has('memory'))),
    ),
  ];
  return words.length === 0 ? sh`` : sh`"$sp_cli" update ${words} "$sp_name" >/dev/null || exit\n`;
}

/** The words after `create --name NAME`; `network` is the first of its networks. */
function createWords(spec: ContainerSpec, network: string | undefined): readonly (string | number | ShellText)[] {
  const { entrypoint, command, options } = spec;
  const [program, ...first] = entrypoint ?? [];
  return [
    ...valueWords(spec),
    ...listWords(spec),
    ...(network === undefined ? [] : ['--network', network]),
    ...settingWords(spec.settings, network),
    '--label',
    `${settingsLabel}=${JSON.stringify(spec.settings)}`,
    ...(spec.restores === null ? [] : ['--label', `${restoresLabel}=${spec.restores}`]),
    ...(spec.envFile === null
      ? []
      : ['--env-file', spec.envFile, '--label', sh`${shRaw(`"${envFileLabel}=$sp_digest"`)}`]),
    ...(options.length === 0 ? [] : ['--label', `${optionsLabel}=${JSON.stringify(options)}`, ...options]),
    ...(entrypoint === null ? [] : ['--entrypoint', program ?? '']),
    spec.image,
    ...first,
    ...(command ?? []),
  ];
}

function valueWords(spec: ContainerSpec): readonly (string | number)[] {
  const { restart, user, workdir, hostname, memoryBytes, cpus, readOnly, privileged, health } = spec;
  const named = {
    '--restart': restart,
    '--user': user,
    '--workdir': workdir,
    '--hostname': hostname,
    '--memory': memoryBytes,
    '--cpus': cpus,
  };
  return [
    ...Object.entries(named).flatMap(([option, value]) => (value === null || value === 0 ? [] : [option, value])),
    ...(readOnly === true ? ['--read-only'] : []),
    ...(privileged === true ? ['--privileged'] : []),
    ...(health === null || health === 'none'
      ? health === null
        ? []
        : ['--no-healthcheck']
      : [
          '--health-cmd',
          health.command,
          '--health-interval',
          `${health.intervalSeconds}s`,
          '--health-timeout',
          `${health.timeoutSeconds}s`,
          '--health-retries',
          health.retries,
        ]),
  ];
}

function listWords({ env, labels, ports, volumes }: ContainerSpec): readonly string[] {
  const pairs = (values: Readonly<Record<string, string>> | null) =>
    Object.entries(values ?? {}).map(([name, value]) => `${name}=${value}`);
  const each = (option: string, values: readonly string[]) => values.flatMap((value) => [option, value]);
  return [
    ...each('--env', pairs(env)),
    ...each('--label', pairs(labels)),
    ...each('--publish', (ports ?? []).map(publishText)),
    ...each('--volume', volumes ?? []),
  ];
}

function publishText(port: string): string {
  const match = /^(.*):(\d+):(\d+\/\w+)$/.exec(port);
  const [, address = '', host = '', inside = ''] = match ?? [];
  if (address === '') return `${host}:${inside}`;
  return `${address.includes(':') ? `[${address}]` : address}:${host}:${inside}`;
}

const containerLibrary: ShellText = shRaw(
  String.raw`sp_fail() { printf '%s\n' "$1"; exit 1; }
sp_engine() {
  case $1 in
    auto) if docker version >/dev/null 2>&1; then sp_cli=docker; else sp_cli=podman; fi;;
    *) sp_cli=$1;;
  esac
  command -v "$sp_cli" >/dev/null || sp_fail "the node has no $sp_cli"
  sp_old=$sp_name-setpoint-old
}
sp_id() { "$sp_cli" container inspect --format '{{.Id}}' "$1" 2>/dev/null; }
sp_same() {
  sp_now=$(sp_id "$sp_name")
  if [ -n "$(sp_id "$sp_old")" ]; then
    if [ -z "$sp_now" ]; then
      "$sp_cli" rename "$sp_old" "$sp_name" && [ -z "$sp_run" ] || "$sp_cli" start "$sp_name" >/dev/null
      sp_refuse "a run was ended while it made $sp_name anew; the old container has its name back"
    fi
    "$sp_cli" rm -f "$sp_old" >/dev/null || exit
  fi
  case $1 in
    '?') [ -z "$sp_now" ] || sp_refuse "$sp_name is there now; the plan could not know";;
    '') [ -z "$sp_now" ] || sp_refuse "$sp_name is there now; the plan found nothing";;
    *) [ "$sp_now" = "$1" ] || sp_refuse "$sp_name is \${sp_now:+another container }\${sp_now:-gone} now; the plan found $1";;
  esac
}
sp_sum() { { sha256sum -- "$1" || openssl dgst -r -sha256 "$1"; } 2>/dev/null | sed 's/^\\//; s/ .*//' | grep .; }
sp_image() {
  "$sp_cli" image inspect "$1" >/dev/null 2>&1 && return
  [ "$sp_pull" != never ] || sp_fail "the node does not have the image $1"
  printf 'setpoint-wait: fetching the image %s\n' "$1"
  "$sp_cli" pull -q "$1" || sp_fail "the image $1 cannot be fetched"
}
sp_aside() {
  sp_was=
  [ -n "$sp_now" ] || return 0
  case $("$sp_cli" container inspect --format '{{.State.Running}}' "$sp_name") in true) sp_was=1;; esac
  "$sp_cli" stop "$sp_name" >/dev/null || exit
  "$sp_cli" rename "$sp_name" "$sp_old" || { sp_code=$?; [ -z "$sp_was" ] || "$sp_cli" start "$sp_name" >/dev/null; exit $sp_code; }
}
sp_back() {
  printf '%s\n' "$1"
  [ -z "$(sp_id "$sp_name")" ] || "$sp_cli" rm -f "$sp_name" >/dev/null
  if [ -n "$sp_now" ]; then
    "$sp_cli" rename "$sp_old" "$sp_name" && { [ -z "$sp_was" ] || "$sp_cli" start "$sp_name" >/dev/null; } &&
      printf 'the old container is back\n'
  fi
  exit 1
}
sp_begin() {
  [ -z "$sp_run" ] || "$sp_cli" start "$sp_name" >/dev/null || sp_back 'the new container does not start'
  [ -z "$sp_now" ] || "$sp_cli" rm -f "$sp_old" >/dev/null
}
sp_settle() {
  if [ -n "$sp_run" ]; then "$sp_cli" start "$sp_name" >/dev/null
  else "$sp_cli" stop "$sp_name" >/dev/null; fi
}
sp_remove() {
  [ -n "$sp_now" ] || exit 0
  "$sp_cli" stop "$sp_name" >/dev/null
  "$sp_cli" rm -f "$sp_name" >/dev/null
}
`.replaceAll('\\${', '${'),
);
