import type { JsonObject } from '@setpoint/model';
import type { FoundContainer } from '../../queries/container.ts';
import { optionsOf } from './compare.ts';

/** What a container was made with, as properties of a declaration; its variables, labels and health are not among them. */
export function partsOf(found: FoundContainer): JsonObject {
  const options = JSON.parse(optionsOf(found)) as readonly string[];
  return {
    image: found.image,
    state: found.running ? 'running' : 'stopped',
    ...given('command', found.command),
    ...given('entrypoint', found.entrypoint),
    ...given('ports', found.ports.map(portOf)),
    ...given(
      'volumes',
      found.volumes.map((volume) => volume.replace(/:rw$/, '')),
    ),
    ...given('networks', found.networks),
    ...(found.restart === 'no' ? {} : { restart: found.restart }),
    ...(found.user === '' ? {} : { user: found.user }),
    ...(found.workdir === '' ? {} : { workdir: found.workdir }),
    ...(found.memoryBytes === 0 ? {} : { memory: String(found.memoryBytes) }),
    ...(found.cpus === 0 ? {} : { cpus: found.cpus }),
    ...(found.readOnly ? { read_only: true } : {}),
    ...(found.privileged ? { privileged: true } : {}),
    ...given('cap_add', found.capAdd),
    ...given('options', options),
  };
}

function given(name: string, list: readonly string[]): JsonObject {
  return list.length === 0 ? {} : { [name]: list };
}

/** `:8080:80/tcp` as it is declared. */
function portOf(port: string): string {
  const [, ip = '', host = '', inside = ''] = /^(.*):(\d+):(\d+\/\w+)$/.exec(port) ?? [];
  const address = ip === '' ? '' : ip.includes(':') ? `[${ip}]:` : `${ip}:`;
  return `${address}${host}:${inside.replace(/\/tcp$/, '')}`;
}
