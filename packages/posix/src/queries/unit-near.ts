import { type Answer, nearestName, type Query } from '@setpoint/model';
import { sh, shRaw } from '@setpoint/sdk';
import { type QueryKind, queryText } from './query-kind.ts';
import { isUnitName } from './unit.ts';

/** Asks which unit may have been meant by a full unit name for which the node has no file. */
export type UnitNearQuery = { readonly kind: 'unit-near'; readonly name: string };

/** The answer; absent when there is a file of that name, or none that is much like it. */
export type UnitNearValue = { readonly name: string };

export function unitNearQuery(name: string): UnitNearQuery {
  return { kind: 'unit-near', name };
}

/** Looks for a file of the name where systemd.unit(5) says, and lists the names of all unit files when there is none. */
export const unitNearKind: QueryKind = {
  kind: 'unit-near',
  batchSize: 200,
  library: shRaw(
    String.raw`sp_units_near() {
  sp_dirs='/etc/systemd/system /run/systemd/system /run/systemd/generator /run/systemd/generator.late /usr/local/lib/systemd/system /lib/systemd/system /usr/lib/systemd/system'
  sp_missing=
  for sp_name; do
    sp_found=
    for sp_dir in $sp_dirs; do
      if [ -e "$sp_dir/$sp_name" ]; then sp_found=1; break; fi
    done
    if [ -z "$sp_found" ]; then sp_missing=1; printf '#missing %s\n' "$sp_name"; fi
  done
  [ -n "$sp_missing" ] || return 0
  set +f
  for sp_dir in $sp_dirs; do
    for sp_file in "$sp_dir"/*.*; do printf '%s\n' "\${sp_file##*/}"; done
  done
}
`.replaceAll('\\${', '${'),
  ),
  section: (queries) => sh`sp_units_near ${queries.map(nameOf).filter(isUnitName)}`,
  parse: (output, queries) => {
    const lines = output.toString('utf8').split('\n');
    const names = [...new Set(lines.filter(isUnitName))].sort();
    return queries.map((query) => (lines.includes(`#missing ${nameOf(query)}`) ? near(nameOf(query), names) : absent));
  },
};

const absent: Answer = { status: 'absent' };

function nameOf(query: Query): string {
  return queryText(query, 'name');
}

/** A unit of the same name and another kind comes first: `redis.timer` where `redis.service` was asked for. */
function near(asked: string, names: readonly string[]): Answer {
  const name = names.find((each) => stem(each) === stem(asked)) ?? nearestName(stem(asked), names.map(stem));
  if (name === undefined) return absent;
  const full =
    names.find((each) => each === name || each === `${name}.service`) ?? names.find((each) => stem(each) === name);
  return full === undefined || full === asked ? absent : { status: 'found', value: { name: full } };
}

function stem(unit: string): string {
  return unit.replace(/\.[a-z]+$/, '');
}
