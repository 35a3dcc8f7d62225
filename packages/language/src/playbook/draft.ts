import type { ResourceModule, Rollout, SourceSpan } from '@setpoint/model';
import type { YamlEntry, YamlMap, YamlScalar, YamlValue } from '../yaml/value.ts';

/** A play as a playbook declares it, nothing evaluated yet. */
export type PlayDraft = {
  readonly name: string;
  readonly selector: { readonly text: string; readonly span: SourceSpan };
  readonly vars: readonly YamlEntry[];
  readonly rollout?: Rollout;
  readonly meta: Meta;
  readonly resources: readonly Declaration[];
  readonly span: SourceSpan;
};

/** One item of `resources:`. */
export type Declaration = ResourceDeclaration | ComponentCall;

/** `type: identity` with its properties. */
export type ResourceDeclaration = {
  readonly kind: 'resource';
  readonly module: ResourceModule;
  readonly identity: YamlScalar;
  /** Everything beside the type and the meta keys. */
  readonly properties: YamlMap;
  readonly meta: Meta;
  readonly span: SourceSpan;
  /** Directory of the file it stands in: what its paths are relative to. */
  readonly directory: string;
};

/** `component: path` with arguments. */
export type ComponentCall = {
  readonly kind: 'component';
  readonly component: ComponentDraft;
  readonly arguments: YamlMap;
  readonly meta: Meta;
  readonly span: SourceSpan;
};

/** A reusable list of resources. */
export type ComponentDraft = {
  readonly file: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly resources: readonly Declaration[];
};

export const parameterTypes = ['string', 'integer', 'number', 'boolean', 'list', 'map', 'any'] as const;

export type ParameterType = (typeof parameterTypes)[number];

export type Parameter = {
  readonly name: string;
  readonly type: ParameterType;
  readonly isRequired: boolean;
  readonly defaultValue?: YamlValue;
  readonly span: SourceSpan;
};

/** The keys that any resource or component may bear. */
export type Meta = {
  readonly when?: YamlValue;
  readonly forEach?: { readonly value: YamlValue; readonly itemName: string; readonly keyName: string };
  readonly after: readonly YamlValue[];
  readonly tags: readonly string[];
  /** True: every property is secret; otherwise the names of those that are. */
  readonly sensitive: true | readonly string[];
  readonly sudo?: YamlValue;
  readonly confirmWithin?: YamlValue;
};

export const metaKeys: readonly string[] = [
  'when',
  'for_each',
  'as',
  'after',
  'tags',
  'sensitive',
  'sudo',
  'confirm_within',
];
