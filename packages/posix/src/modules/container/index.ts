import { type Address, formatAddress } from '@setpoint/model';
import { defineResource } from '@setpoint/sdk';
import { type ContainerDeclared, declareContainer } from './declared.ts';
import { diffContainer } from './diff.ts';
import { importContainer } from './import.ts';
import { type ContainerState, containerQueries, observeContainer } from './observe.ts';
import { containerOperations } from './operations.ts';
import { predictContainer } from './predict.ts';
import { restoreContainer } from './restore.ts';
import { containerSchema } from './schema.ts';

/** A container of docker or podman. */
export const container = defineResource<ContainerDeclared, ContainerState>()({
  type: 'container',
  channel: 'sh',
  summary:
    'A container of docker or podman, compared property by property with what the engine says of it. Properties that are not declared are left as the image and the engine make them. What cannot be changed in a container that is there has it made anew, and the plan says which property that is; the old one is kept until the new one has started.',
  identityDescription: 'Name of the container.',
  schema: containerSchema,
  examples: [
    `- container: web
  image: docker.io/library/nginx:1.27
  ports: ["8080:80"]
  volumes: [/srv/site:/usr/share/nginx/html:ro]
  restart: unless-stopped`,
    `- container: app
  image: registry.example.com/app@sha256:4c1a3f6f0b6d5f7d0c2c8b0f6f0d4a7f6a3c2b1d0e9f8a7b6c5d4e3f2a1b0c9d
  env: { LOG_LEVEL: info }
  env_file: /etc/app.env
  memory: 512m
  healthcheck: { command: wget -q -O /dev/null http://localhost/health, interval: 10 }`,
    `- container: gateway
  image: docker.io/library/nginx:1.27
  networks: [front]
  ip: { front: 10.77.0.9 }
  dns: [10.77.0.2, 10.77.0.3]
  read_only: true
  tmpfs: [/run, "/tmp:size=64m"]
  cap_drop: [ALL]
  cap_add: [NET_BIND_SERVICE]
  ulimits: { nofile: 4096 }
  log_driver: journald`,
    `- container: old
  state: absent`,
  ],
  declare: declareContainer,
  references: containerReferences,
  queries: containerQueries,
  observe: observeContainer,
  diff: diffContainer,
  operations: containerOperations,
  predict: predictContainer,
  restore: restoreContainer,
  undo: 'A container that this change made goes. What was changed in place is changed back, and one that was made anew or removed is made once more as the engine told it, from the same image, as long as the node has that. What it had written outside of its volumes does not come back, nor one with variables that were not declared, because their values are not read.',
  importing: importContainer,
});

function containerReferences({ spec, engine }: ContainerDeclared): readonly Address[] {
  const engines =
    engine === 'auto'
      ? ['docker.io', 'docker-ce', 'podman']
      : engine === 'docker'
        ? ['docker.io', 'docker-ce']
        : ['podman'];
  const sources = (spec.volumes ?? [])
    .map((volume) => volume.split(':')[0] ?? '')
    .filter((source) => source.startsWith('/'));
  return [
    ...engines.map((name) => formatAddress('package', name)),
    formatAddress('service', 'docker'),
    ...(spec.envFile === null ? [] : [formatAddress('file', spec.envFile)]),
    ...sources.flatMap((source) => [formatAddress('directory', source), formatAddress('file', source)]),
  ];
}
