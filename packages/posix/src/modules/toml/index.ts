import { Type } from '@setpoint/sdk';
import { defineTextEdit } from '../../text-edits/define-text-edit.ts';
import { declareValue, type ValuePart, valueProperties } from '../../text-edits/values/value-part.ts';
import { editToml } from './edit.ts';

/** One value of a TOML file. */
export const toml = defineTextEdit<ValuePart>()({
  type: 'toml',
  summary: 'A value in a TOML file; the rest keeps its order, comments and spacing. Dates are compared by their text.',
  schema: Type.Object(valueProperties, { additionalProperties: false }),
  examples: [
    `- toml: /etc/containerd/config.toml#cgroup
  at: plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options.SystemdCgroup
  value: true`,
    `- toml: /etc/gitlab-runner/config.toml
  at: runners[name=docker].limit
  value: 4`,
    `- toml: /etc/app/config.toml#mirrors
  at: registry.mirrors
  item: https://mirror.example.com
  create: true`,
  ],
  declarePart: declareValue,
  edit: editToml,
});
