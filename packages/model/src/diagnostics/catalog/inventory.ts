import type { DiagnosticRow } from './row.ts';

/** SP4xx: the inventory, the selection of nodes and the configuration of the project. */
export const inventoryDiagnostics = {
  SP401: {
    summary: 'The selector matches no node',
    explanation:
      'A selector names nodes, groups or globs, joined with `&` and `!`. One that matches nothing is taken for a mistake, because a run that silently does nothing looks like success.',
  },
  SP402: {
    summary: 'The selector cannot be read',
    explanation:
      'A selector is made of names and globs, `,` for or, `&` for and, `!` for not, and parentheses: `web & eu`, `all & !db*`, `web1, web2`.',
  },
  SP403: {
    summary: 'No node and no group has this name',
    explanation:
      'A name in a selector or in a group must be a node or a group of the inventory. A glob such as `web*` may match nothing; a name may not.',
  },
  SP404: {
    summary: 'Unknown driver',
    explanation:
      'The key under a node or a group that is not `vars` names the driver that reaches the node, such as `ssh`. There is no driver of this name.',
  },
  SP405: {
    summary: 'A node is reached by one driver',
    explanation:
      'The node names two drivers, and a run could use only one of them. Declare two nodes when one machine is reached in two ways.',
  },
  SP406: {
    summary: 'The node is declared twice',
    explanation:
      'Two entries of the inventory, or two ranges that overlap, give the same node name. One of them would win by accident. Keep one.',
  },
  SP407: {
    summary: 'The range cannot be read',
    explanation:
      'A range is `[1:3]`, `[01:10]` (with leading zeros) or `[a:f]`: from the first to the last, both included, ascending, at most 10,000 names.',
  },
  SP408: {
    summary: 'The inventory has another shape',
    explanation:
      'An inventory holds `nodes:` (a map from names to settings) and `groups:` (a map from names to `nodes:`, `groups:`, `vars:` and driver settings).',
  },
  SP409: {
    summary: 'Groups contain each other in a circle',
    explanation:
      'A group is, over one or more steps, its own parent, so there is no order in which their variables win.',
  },
  SP410: {
    summary: 'A group and a node have the same name',
    explanation: 'Selectors name nodes and groups alike, so a name may stand for one of them only. Rename one.',
  },
  SP411: {
    summary: 'The inventory program failed',
    explanation:
      'An executable inventory must end with exit code 0 and print the inventory as YAML or JSON. Run it by hand to see its messages.',
  },
  SP412: {
    summary: 'Two inventory files disagree',
    explanation:
      'The files of an inventory directory are merged. They may add to each other, but the same variable or setting may not have two values, because the order of files would decide.',
  },
  SP413: {
    summary: 'The configuration has another shape',
    explanation:
      'setpoint.yaml holds `inventory:`, `secrets:` and `defaults:`. docs/language.md describes each of them.',
  },
  SP414: {
    summary: 'The --var argument cannot be read',
    explanation:
      'Write `--var name=value`, where the value is read as YAML, or `--var @file.yaml` for a file that holds a map.',
  },
  SP415: {
    summary: 'There is no inventory',
    explanation:
      'Setpoint looks for the inventory given on the command line, then for `inventory:` in setpoint.yaml, then for `inventory.yaml` beside it.',
  },
  SP416: {
    summary: 'No resource bears this tag',
    explanation:
      'The command line limits the run to the resources with certain tags, and nothing in its playbooks bears this one. With a tag that is only misspelt a run would find nothing to do and say that all is well.',
  },
  SP417: {
    summary: 'A file that the inventory names cannot be used',
    explanation:
      'A setting of a node or group names a file of the project, such as a device profile. It must exist, be readable, and hold one YAML document. Its path starts at the project directory.',
  },
  SP418: {
    summary: 'The file makes no sense like this',
    explanation:
      'The values in a file that the inventory names, such as a device profile, have the right types, but together they make no sense.',
  },
  SP419: {
    summary: 'The settings of the node make no sense together',
    explanation:
      'Each setting of the driver is valid, but what the groups and the node give together does not say how the node is reached, or says it in two ways.',
  },
  SP420: {
    summary: 'A node on the way does not exist',
    explanation:
      'A setting names the node that another one is reached through, and the inventory has no node of that name. Correct the name, or add the node to the inventory.',
  },
} as const satisfies Record<string, DiagnosticRow>;
