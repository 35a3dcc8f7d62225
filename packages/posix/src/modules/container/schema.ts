import { type Static, Type } from '@setpoint/sdk';

const text = (description: string) => Type.Optional(Type.String({ description, 'x-source-text': true, minLength: 1 }));
const texts = (description: string) => Type.Optional(Type.Array(Type.String({ minLength: 1 }), { description }));
const map = (description: string) => Type.Optional(Type.Record(Type.String(), Type.String(), { description }));

const numbers = (description: string) =>
  Type.Optional(
    Type.Record(Type.String(), Type.Union([Type.Integer(), Type.String({ minLength: 1 })]), { description }),
  );

export const containerSchema = Type.Object(
  {
    image: text(
      'Image with its tag or digest, such as `docker.io/library/nginx:1.27`. Needed unless the container is absent.',
    ),
    state: Type.Optional(
      Type.Union([Type.Literal('running'), Type.Literal('stopped'), Type.Literal('absent')], {
        description: 'Whether it runs, is there and does not run, or is not there. Default: running.',
      }),
    ),
    engine: Type.Optional(
      Type.Union([Type.Literal('auto'), Type.Literal('docker'), Type.Literal('podman')], {
        description:
          'Whose command line is used. Default: auto, which is docker where its daemon answers, else podman.',
      }),
    ),
    pull: Type.Optional(
      Type.Union([Type.Literal('missing'), Type.Literal('never')], {
        description:
          'Fetch the image when the node does not have it, or never. An image that the node has is not asked for anew: name another tag or a digest to bring another one. Default: missing.',
      }),
    ),
    command: texts('Arguments, each a word of its own, in the place of those of the image.'),
    entrypoint: texts(
      'Program and first arguments, in the place of those of the image and of its arguments; an empty list for none.',
    ),
    env: map(
      'Environment variables beside those of the image; others than these are a difference. Secrets do not belong here but into `env_file`.',
    ),
    env_file: text(
      'Absolute path, on the node, of a file with lines NAME=value, such as a `file` of mode 0600 in the same playbook. When it changes, the container is made anew.',
    ),
    ports: texts('Ports that are opened on the node: `8080:80`, `127.0.0.1:8080:80`, `53:53/udp`.'),
    volumes: texts(
      'What is mounted: `/srv/data:/data`, `name:/data`, with `:ro` for reading only, and `:z` or `:Z` for SELinux. A named volume is made by the engine and kept when the container goes.',
    ),
    networks: texts(
      'Networks that it is in and no others, or one of `host`, `bridge` and `none`. They have to be there.',
    ),
    restart: text(
      'When the engine starts it again: `no`, `always`, `unless-stopped`, `on-failure` or `on-failure:5`. After a boot podman does so where its service `podman-restart` is enabled.',
    ),
    labels: map('Labels; others that it has are left alone.'),
    user: text('Account in the container, by name or number, with `:GROUP` if need be.'),
    workdir: text('Directory that it starts in.'),
    hostname: text('Name of the host that it sees.'),
    memory: text('Most memory: bytes, or with k, m or g.'),
    memory_swap: text('Most memory and swap together, or `unlimited`. By itself that is twice `memory`.'),
    memory_reservation: text('Memory that it is pressed down to where the node runs short.'),
    shm_size: text('Size of its `/dev/shm`.'),
    pids_limit: Type.Optional(Type.Integer({ description: 'Most processes at once; -1 for no limit.', minimum: -1 })),
    cpu_shares: Type.Optional(
      Type.Integer({ description: 'Weight where processors run short; 1024 is the usual one.', minimum: 2 }),
    ),
    cpuset_cpus: text('Processors that it runs on, such as `0-3` or `0,2`.'),
    cpus: Type.Optional(Type.Number({ description: 'Most processors, such as 1.5.', exclusiveMinimum: 0 })),
    read_only: Type.Optional(Type.Boolean({ description: 'Its own file system cannot be written to.' })),
    privileged: Type.Optional(Type.Boolean({ description: 'It may do what root of the node may do.' })),
    cap_add: texts('Capabilities beside the usual ones, such as `NET_ADMIN`.'),
    cap_drop: texts('Capabilities that it does not have, such as `NET_RAW`, or `ALL`.'),
    dns: texts('Addresses of its name servers, in the order in which they are asked.'),
    dns_search: texts('Domains that are tried for short names, in this order; `.` alone for none.'),
    ip: map('Fixed IPv4 addresses, by network: `{ front: 10.0.0.9 }`.'),
    ip6: map('Fixed IPv6 addresses, by network.'),
    devices: texts(
      'Devices of the node: `/dev/fuse`, `/dev/sda:/dev/disk` under another path, `/dev/sda:/dev/disk:r` with fewer rights than `rwm`.',
    ),
    tmpfs: texts('File systems in memory: `/run`, or `/tmp:size=64m,mode=1777` with options of the mount.'),
    ulimits: numbers(
      'Limits of its processes, by name: `nofile: 4096`, `nofile: "1024:4096"` with the softer one first, `core: unlimited`. Others that its engine gives are left alone.',
    ),
    sysctls: numbers('Settings of the kernel for it alone, such as `net.core.somaxconn: 1024`.'),
    log_driver: text('Where its output goes, such as `journald`, `json-file` or `syslog`.'),
    log_options: numbers(
      'Options of the log driver, such as `max-size: 10m`. Others that its engine gives are left alone. No secrets: who may ask the engine reads them.',
    ),
    healthcheck: Type.Optional(
      Type.Union(
        [
          Type.Literal('none'),
          Type.Object(
            {
              command: Type.String({ description: 'Shell command that succeeds while it is healthy.', minLength: 1 }),
              interval: Type.Optional(
                Type.Integer({ description: 'Seconds between two checks. Default: 30.', minimum: 1 }),
              ),
              timeout: Type.Optional(
                Type.Integer({ description: 'Seconds that one check may take. Default: 30.', minimum: 1 }),
              ),
              retries: Type.Optional(
                Type.Integer({ description: 'Failures until it is unhealthy. Default: 3.', minimum: 1 }),
              ),
            },
            { additionalProperties: false },
          ),
        ],
        {
          description:
            'How the engine tells whether it is healthy, or `none` to leave out what the image brings along.',
        },
      ),
    ),
    options: texts(
      'Further options of `docker run` or `podman run`, such as `--init`, `--group-add=video` or `--add-host=db:10.0.0.9`, each one word. They are compared, in order, with those that it was made with. What is declared by a property stands in that alone.',
    ),
  },
  { additionalProperties: false },
);

/** The properties as the schema lets them through. */
export type ContainerProperties = Static<typeof containerSchema>;
