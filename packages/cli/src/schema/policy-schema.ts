import { actionKinds, hazardKinds, type JsonObject } from '@setpoint/model';
import { withDescription } from './editor-value.ts';

const rule: JsonObject = {
  type: 'object',
  properties: {
    type: withDescription({ type: 'string', minLength: 1 }, 'Fits every change of this resource type.'),
    address: withDescription(
      { type: 'string', minLength: 1 },
      'Fits these addresses; `*` stands for any text, `?` for one character.',
      ['address: file:/etc/sudoers*'],
    ),
    action: withDescription({ enum: planned() }, 'Fits changes that do this.'),
    hazard: withDescription({ enum: Object.keys(hazardKinds) }, 'Fits changes that bear this hazard.'),
    name: withDescription(
      { type: 'string', pattern: String.raw`^[\w.-]+$` },
      'What `--allow` calls the rule. Default: its conditions, such as `delete` or `file+delete`.',
    ),
    reason: withDescription({ type: 'string', minLength: 1 }, 'Why, for whoever reads the plan.'),
  },
  additionalProperties: false,
};

/** JSON Schema of `policy:` in setpoint.yaml. */
export const policySchema: JsonObject = withDescription(
  {
    type: ['object', 'null'],
    properties: {
      require_allow: withDescription(
        { type: ['array', 'null'], items: rule },
        'Changes that each of these rules fits are refused by apply unless `--allow NAME` is given. A rule fits when all of its conditions do.',
        ['require_allow:\n  - { action: delete }\n  - { hazard: data-loss, reason: ask the database team }'],
      ),
      protect: withDescription(
        {
          type: ['object', 'null'],
          properties: {
            paths: withDescription(
              { type: ['array', 'null'], items: { type: 'string', pattern: '^/' } },
              'Paths that are never changed, with everything below them; `*` and `?` stay within a name, `**` stands for any number of names. Allowed by `--allow file:/the/path` only.',
              ['paths: [/etc/ssh/**, /home/*/.ssh]'],
            ),
            nodes: withDescription(
              { type: ['array', 'null'], items: { type: 'string', minLength: 1 } },
              'Selectors of nodes that are never changed. Allowed by `--allow node:NAME` only.',
              ['nodes: [db*, "prod & !canary"]'],
            ),
          },
          additionalProperties: false,
        },
        'What is never changed unless it is allowed by its own name.',
      ),
      max_changed_nodes: withDescription(
        {
          anyOf: [
            { type: 'integer', minimum: 1 },
            { type: 'string', pattern: '^([1-9]|[1-9][0-9]|100)%$' },
          ],
        },
        'How many nodes one plan may change: a number, or a share of all nodes of the inventory. Lifted by `--allow max_changed_nodes`.',
      ),
    },
    additionalProperties: false,
  },
  'What plans of this project may do. It judges every plan, whatever is declared, and stops apply.',
);

function planned(): readonly string[] {
  return Object.keys(actionKinds).filter((action) => action !== 'none' && action !== 'unknown');
}
