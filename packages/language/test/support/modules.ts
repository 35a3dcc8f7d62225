import type {
  DeclareInput,
  DriverSettings,
  Json,
  JsonObject,
  PropertySchema,
  ResourceModule,
  SettingsFile,
} from '@setpoint/model';

/** The part of a module that the language never calls: it compiles, it does not look at nodes. */
const unused = {
  channel: 'sh',
  examples: [],
  queries: () => ({}),
  observe: () => ({ observed: { kind: 'absent' as const }, problems: [] }),
  diff: () => [],
  operations: () => ({ operations: [], reasons: [] }),
  predict: () => ({ answers: {} }),
};

function declareAll({ identity, properties, body, bodyMode, trees }: DeclareInput) {
  const declared: JsonObject = {
    ...properties,
    identity,
    ...(body === undefined ? {} : { body }),
    ...(bodyMode === undefined ? {} : { bodyMode }),
    ...(trees === undefined ? {} : { trees }),
  };
  return { kind: 'declared' as const, identity, declared };
}

const fileSchema: PropertySchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    content: { type: 'string', description: 'The whole content.', 'x-body': 'text', 'x-encoding': 'encoding' },
    source: { type: 'string', description: 'Path of a file beside the playbook.', 'x-body': 'file' },
    template: {
      type: 'string',
      description: 'Path of a template beside the playbook.',
      'x-body': 'template',
      'x-encoding': 'encoding',
    },
    fragments: {
      type: 'array',
      items: { type: 'string' },
      description: 'Files that are joined.',
      'x-body': 'fragments',
      'x-between': 'separator',
      'x-encoding': 'encoding',
    },
    encoding: { type: 'string', description: 'How the text is written.' },
    separator: { type: 'string', description: 'What stands between fragments.' },
    mode: { type: 'string', description: 'Permissions.', 'x-source-text': true },
    owner: { type: 'string', description: 'Account that owns it.' },
    group: { type: 'string', description: 'Group that owns it.' },
    backup: { type: 'boolean', description: 'Keep the old file.' },
    state: { anyOf: [{ const: 'present' }, { const: 'absent' }], description: 'Whether it is there.' },
  },
};

/** A file, with a canonical path and a claim on it, as the real module has. */
const file: ResourceModule = {
  ...unused,
  type: 'file',
  summary: 'A regular file.',
  identityDescription: 'absolute path',
  schema: fileSchema,
  declare: (input) => {
    if (!input.identity.startsWith('/')) {
      return { kind: 'invalid', problems: [{ property: '', detail: `The path "${input.identity}" is not absolute.` }] };
    }
    const identity = input.identity.replace(/\/+/g, '/');
    return { ...declareAll(input), identity };
  },
  claims: (declared) => [`path:${identityOf(declared)}`],
  references: () => [],
};

function identityOf(declared: Json): string {
  const { identity } = declared as { identity: string };
  return identity.replace(/\/+/g, '/');
}

const directory: ResourceModule = {
  ...file,
  type: 'directory',
  summary: 'A directory.',
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      mode: { type: 'string', 'x-source-text': true, description: 'Permissions.' },
      owner: { type: 'string', description: 'Account that owns it.' },
      source: { type: 'string', description: 'What it holds.', 'x-tree': { exclude: 'exclude', links: 'links' } },
      exclude: { type: 'array', items: { type: 'string' }, description: 'What is left out.' },
      links: { type: 'string', description: 'What becomes of links.' },
    },
  },
};

const packageModule: ResourceModule = {
  ...unused,
  type: 'package',
  summary: 'A package.',
  identityDescription: 'name',
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      version: { type: 'string', description: 'Exact version.' },
      state: { enum: ['present', 'absent', 'latest'], description: 'Whether it is installed.' },
    },
  },
  declare: declareAll,
  references: () => [],
};

const service: ResourceModule = {
  ...unused,
  type: 'service',
  summary: 'A service.',
  identityDescription: 'unit',
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      running: { type: 'boolean', description: 'Whether it runs.' },
      enabled: { type: 'boolean', description: 'Whether it starts at boot.' },
      reload_on: {
        type: 'array',
        items: { type: 'string', 'x-address': true },
        description: 'Resources whose change makes it reload.',
      },
    },
  },
  declare: declareAll,
  references: () => [],
};

const listener: ResourceModule = {
  ...unused,
  type: 'listener',
  summary: 'A thing with every kind of property, for the explanations of values.',
  identityDescription: 'name',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['port'],
    properties: {
      port: { type: 'integer', minimum: 1, maximum: 65535, description: 'TCP port.' },
      hosts: { type: 'array', items: { type: 'string' }, minItems: 1, description: 'Names it answers to.' },
      user: { type: 'string', description: 'Account it runs as.' },
      password: { type: 'string', 'x-sensitive': true, description: 'Password of the account.' },
      tls: {
        type: 'object',
        additionalProperties: false,
        properties: { key: { type: 'string' }, strict: { type: 'boolean' } },
        description: 'TLS settings.',
      },
      name: { type: 'string', pattern: '^[a-z]+$', description: 'Lower-case letters.' },
    },
  },
  declare: declareAll,
  references: () => [],
};

/** A thing of another channel, which only the profile of its node can judge. */
const point: ResourceModule = {
  ...unused,
  type: 'point',
  channel: 'modbus',
  summary: 'A named point of a device.',
  identityDescription: 'name in the profile',
  schema: { type: 'object', additionalProperties: false, properties: { value: { type: 'number' } } },
  declare: (input) => {
    const names = (input.files?.['profile']?.['names'] ?? {}) as JsonObject;
    const found = Object.hasOwn(names, input.identity) ? names[input.identity] : undefined;
    if (found === undefined)
      return { kind: 'invalid', problems: [{ property: '', detail: `The profile has no "${input.identity}".` }] };
    return { kind: 'declared', identity: input.identity, declared: { ...input.properties, point: found } };
  },
  references: () => [],
};

/** A thing that is made of text files. */
const bundle: ResourceModule = {
  ...unused,
  type: 'bundle',
  summary: 'Texts that belong together.',
  identityDescription: 'name',
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: {
      parts: { type: 'array', items: { type: 'string' }, 'x-files': true, description: 'Files or globs.' },
    },
  },
  declare: ({ identity, texts }) => ({ kind: 'declared', identity, declared: { texts: texts?.['parts'] ?? [] } }),
  references: () => [],
};

const parcel: ResourceModule = {
  ...unused,
  type: 'parcel',
  summary: 'What an archive holds.',
  identityDescription: 'name',
  schema: {
    type: 'object',
    additionalProperties: false,
    properties: { source: { type: 'string', description: 'Path of an archive.', 'x-body': 'archive' } },
  },
  declare: declareAll,
  references: () => [],
};

/** Modules that look like real ones to the language. */
export const testModules: ReadonlyMap<string, ResourceModule> = new Map(
  [file, directory, packageModule, service, listener, point, bundle, parcel].map((module) => [module.type, module]),
);

const driverSchemas: Readonly<Record<string, PropertySchema>> = Object.fromEntries<PropertySchema>([
  [
    'ssh',
    {
      type: 'object',
      additionalProperties: false,
      properties: {
        host: { type: 'string' },
        port: { type: 'integer', minimum: 1, maximum: 65535 },
        user: { type: 'string' },
        password: { type: 'string', 'x-sensitive': true },
        jump: { type: 'string' },
        sudo: { anyOf: [{ type: 'boolean' }, { type: 'string' }] },
      },
    },
  ],
  ['local', { type: 'object', additionalProperties: false, properties: { sudo: { type: 'boolean' } } }],
  [
    'modbus',
    {
      type: 'object',
      additionalProperties: false,
      required: ['host', 'unit'],
      properties: { host: { type: 'string' }, unit: { type: 'integer' }, profile: { type: 'string' } },
    },
  ],
]);

/** Keeps the language's part of a profile: a name that the schema cannot judge must be one of those under `names`. */
const profile: SettingsFile = {
  what: 'device profile',
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['names'],
    properties: {
      names: {
        type: 'object',
        additionalProperties: {
          type: 'object',
          additionalProperties: false,
          properties: { scale: { type: 'string', 'x-source-text': true }, like: { type: 'string' } },
        },
      },
    },
  },
  check: (content) => {
    const names = content['names'] as Readonly<Record<string, { readonly like?: string }>>;
    return Object.entries(names).flatMap(([name, { like }]) =>
      like === undefined || Object.hasOwn(names, like)
        ? []
        : [{ property: `names.${name}.like`, detail: `There is no "${like}".` }],
    );
  },
};

function checkDevice({ host, unit }: JsonObject) {
  if (host !== 'nowhere') return [];
  return [
    { property: 'host', detail: 'There is no device at nowhere.' },
    ...(unit === 0 ? [{ property: '', detail: 'Nobody is asked.', hint: 'Give a unit.' }] : []),
  ];
}

/** Drivers that look like real ones to the language. */
export const testDrivers: ReadonlyMap<string, DriverSettings> = new Map(
  Object.entries(driverSchemas).map(([name, schema]) => [
    name,
    name === 'modbus'
      ? { channel: 'modbus', schema, check: checkDevice, files: { profile } }
      : { channel: 'sh', schema },
  ]),
);
