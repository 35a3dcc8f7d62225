import type { DiagnosticRow } from './row.ts';

/** SP6xx: planning a resource on a node. */
export const resourceDiagnostics = {
  SP601: {
    summary: 'A fact could not be read',
    explanation:
      'The account that reads the node may not see what this resource needs, so nothing can be promised for it. Give the account the right, or set `sudo: true` for the node, the group or the resource.',
  },
  SP602: {
    summary: 'The node gave an answer that makes no sense',
    explanation:
      'A tool on the node printed something that its documentation does not allow, or the answer was cut. The resource is left alone. Run with --debug to see the raw answer.',
  },
  SP603: {
    summary: 'Something else stands in the way',
    explanation:
      'The path exists but is of another type than declared, for example a directory where a file is declared. Setpoint does not delete it on its own: remove it, or declare its removal with `state: absent` first.',
  },
  SP604: {
    summary: 'A needed object does not exist on the node',
    explanation:
      'The resource relies on something that neither exists on the node nor is declared before it, such as an owner, a group, a parent directory or a unit. Declare it earlier in the play.',
  },
  SP605: {
    summary: 'The node cannot do this',
    explanation: 'The node lacks the tool or subsystem that this resource type works with.',
  },
  SP606: {
    summary: 'Resources wait for each other',
    explanation:
      'Dependencies, declared with `after` or implied by paths, owners and units, form a circle, so no order can satisfy them. The circle is printed; remove one of its links.',
    example: '- directory: /srv/app\n  after: [file:/srv/app/config]\n- file: /srv/app/config\n  content: ""',
  },
  SP607: {
    summary: 'No driver for this node',
    explanation:
      'The inventory reaches the node through a driver that this installation does not have, or a resource needs another kind of conversation than the node’s driver holds.',
  },
} as const satisfies Record<string, DiagnosticRow>;
