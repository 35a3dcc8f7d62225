import { isIPv4, isIPv6 } from 'node:net';
import type { DeclarationProblem } from '@setpoint/model';
import { bytesOf, swapBytesOf } from './memory-text.ts';
import { optionOwner } from './option-names.ts';
import type { ContainerProperties } from './schema.ts';
import { deviceParts, devicePattern, ulimitText } from './settings.ts';

/** What no engine takes of the settings, and what is declared twice. */
export function settingProblems(properties: ContainerProperties): readonly DeclarationProblem[] {
  return [
    ...dnsProblems(properties),
    ...pathProblems(properties),
    ...mapProblems(properties),
    ...addressProblems(properties),
    ...limitProblems(properties),
    ...twiceProblems(properties),
  ];
}

function dnsProblems({ dns = [], dns_search = [], cap_add = [], cap_drop = [] }: ContainerProperties) {
  const capabilities = { cap_add, cap_drop };
  return [
    ...refused(dns, (each) => isIPv4(each) || isIPv6(each)).map((each) =>
      problem('dns', `"${each}" is no address of a name server.`),
    ),
    ...refused(dns_search, (each) => /^[\w-]+(\.[\w-]+)*$/.test(each) || (each === '.' && dns_search.length === 1)).map(
      (each) => problem('dns_search', `"${each}" is no domain.`, 'a dot stands for none and stands alone'),
    ),
    ...Object.entries(capabilities).flatMap(([property, names]) =>
      refused(names, (each) => /^[A-Za-z_]+$/.test(each)).map((each) =>
        problem(property, `"${each}" is no capability.`, 'write a name such as NET_ADMIN'),
      ),
    ),
  ];
}

function pathProblems({ devices = [], tmpfs = [], volumes = [] }: ContainerProperties) {
  const inside = (property: string, paths: readonly string[]) =>
    paths.map((path) => ({ property, path: path.replace(/(?<=.)\/+$/, '') }));
  const all = [
    ...inside(
      'volumes',
      volumes.map((volume) => volume.split(':')[1] ?? ''),
    ),
    ...inside(
      'tmpfs',
      tmpfs.map((each) => each.split(':')[0] ?? ''),
    ),
    ...inside(
      'devices',
      devices.map((device) => deviceParts(device).inside),
    ),
  ];
  // Two volumes at one path are told with the volumes.
  const twice = all.filter(
    ({ property, path }, index) => property !== 'volumes' && all.slice(0, index).some((other) => other.path === path),
  );
  return [
    ...refused(devices, (each) => devicePattern.test(each)).map((each) =>
      problem(
        'devices',
        `"${each}" is no device.`,
        'write `/dev/fuse`, `/dev/sda:/dev/disk` or `/dev/sda:/dev/disk:r`',
      ),
    ),
    ...refused(tmpfs, (each) => /^\/[^:,\s]*(:[^:,\s]+(,[^:,\s]+)*)?$/.test(each)).map((each) =>
      problem('tmpfs', `"${each}" is no file system in memory.`, 'write `/run` or `/tmp:size=64m,mode=1777`'),
    ),
    ...twice.map(({ property, path }) =>
      problem(property, `Something else is declared at ${path} in the container.`, 'remove one'),
    ),
  ];
}

const ulimitNames =
  'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(' ');

function mapProblems({ ulimits = {}, sysctls = {}, log_driver, log_options = {} }: ContainerProperties) {
  const isPlain = (value: string | number): boolean => !/[\n\0]/.test(String(value));
  return [
    ...refused(Object.keys(ulimits), (name) => ulimitNames.includes(name)).map((name) =>
      problem('ulimits', `"${name}" is no limit.`, `name one of ${ulimitNames.join(', ')}`),
    ),
    ...refused(Object.entries(ulimits), ([, value]) => isLimit(value)).map(([name, value]) =>
      problem(
        'ulimits',
        `"${value}" is no limit for ${name}.`,
        'write 1024, `1024:4096` with the softer one first, or `unlimited`',
      ),
    ),
    ...refused(Object.entries(sysctls), ([name, value]) => /^[a-z][\w-]*(\.[\w-]+)+$/.test(name) && isPlain(value)).map(
      ([name]) => problem('sysctls', `"${name}" is no setting of the kernel, or its value has more than one line.`),
    ),
    ...(log_driver === undefined || /^[A-Za-z0-9][\w./:-]*$/.test(log_driver)
      ? []
      : [problem('log_driver', `"${log_driver}" is no name of a log driver.`)]),
    ...refused(Object.entries(log_options), ([name, value]) => /^[A-Za-z][\w.-]*$/.test(name) && isPlain(value)).map(
      ([name]) => problem('log_options', `"${name}" is no option of a log, or its value has more than one line.`),
    ),
  ];
}

function isLimit(value: string | number): boolean {
  const text = ulimitText(value);
  if (!/^(-1|\d{1,15}):(-1|\d{1,15})$/.test(text)) return false;
  const [soft = 0, hard = 0] = text
    .split(':')
    .map((limit) => (limit === '-1' ? Number.POSITIVE_INFINITY : Number(limit)));
  return soft <= hard;
}

function addressProblems({ ip = {}, ip6 = {}, networks = [] }: ContainerProperties) {
  const of = (property: string, addresses: Readonly<Record<string, string>>, isAddress: (text: string) => boolean) =>
    Object.entries(addresses).flatMap(([network, address]) => [
      ...(isAddress(address) ? [] : [problem(property, `"${address}" is no address of this kind.`)]),
      ...(networks.includes(network) && !['host', 'bridge', 'none'].includes(network)
        ? []
        : [
            problem(
              property,
              `An address is fixed in ${network}, which is no network of its own that the container is in.`,
              `name ${network} in \`networks:\`, or remove the address`,
            ),
          ]),
    ]);
  return [...of('ip', ip, isIPv4), ...of('ip6', ip6, isIPv6)];
}

function limitProblems(properties: ContainerProperties): readonly DeclarationProblem[] {
  const { memory, memory_swap, memory_reservation, shm_size, pids_limit, cpuset_cpus } = properties;
  const most = memory === undefined ? Number.NaN : bytesOf(memory);
  const amounts = { memory_reservation, shm_size };
  const swap = memory_swap === undefined ? 0 : swapBytesOf(memory_swap);
  return [
    ...Object.entries(amounts)
      .filter(([, text]) => text !== undefined && !(bytesOf(text) > 0))
      .map(([property, text]) => problem(property, `"${text}" is no amount of memory.`)),
    ...(Number.isNaN(swap) ? [problem('memory_swap', `"${memory_swap}" is no amount of memory.`)] : []),
    ...(memory_swap !== undefined && !Number.isNaN(swap) && !(swap === -1 ? most > 0 : swap >= most)
      ? [
          problem(
            'memory_swap',
            'Memory and swap together are no less than the memory.',
            'declare `memory:` with no more than this',
          ),
        ]
      : []),
    ...(memory_reservation !== undefined && bytesOf(memory_reservation) > most
      ? [problem('memory_reservation', 'More memory is kept for it than it may have.', 'declare less than `memory:`')]
      : []),
    ...(pids_limit === 0 ? [problem('pids_limit', 'Nothing runs without a process.', 'write -1 for no limit')] : []),
    ...(cpuset_cpus === undefined || /^\d+(-\d+)?(,\d+(-\d+)?)*$/.test(cpuset_cpus)
      ? []
      : [problem('cpuset_cpus', `"${cpuset_cpus}" names no processors.`, 'write `0-3` or `0,2`')]),
  ];
}

/** One thing is said in one place, or two would have to agree. */
function twiceProblems(properties: ContainerProperties): readonly DeclarationProblem[] {
  return (properties.options ?? []).flatMap((option) => {
    const owner = optionOwner(option);
    return owner === undefined || !Object.hasOwn(properties, owner)
      ? []
      : [problem('options', `"${option}" says what \`${owner}:\` declares as well.`, `keep it in \`${owner}:\` alone`)];
  });
}

function refused<Item>(items: readonly Item[], isTaken: (item: Item) => boolean): readonly Item[] {
  return items.filter((item) => !isTaken(item));
}

function problem(property: string, detail: string, hint?: string): DeclarationProblem {
  return { property, detail, ...(hint === undefined ? {} : { hint }) };
}
