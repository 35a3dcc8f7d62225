import type { DiagnosticRow } from './row.ts';

/** SP2xx: the structure of playbooks, resources and components. */
export const playbookDiagnostics = {
  SP201: {
    summary: 'Unknown resource type',
    explanation: 'A resource is written as `type: identity`. The type must be one that `setpoint schema` lists.',
  },
  SP202: {
    summary: 'Two resource types in one resource',
    explanation:
      'Each item of `resources:` declares one resource. Here two keys are resource types and the second is no property of the first. Probably the dash before the second is missing.',
  },
  SP203: {
    summary: 'Unknown property',
    explanation:
      'The resource type or driver has no property of this name. It would have no effect, so it is refused. `setpoint schema TYPE` lists the properties.',
  },
  SP204: {
    summary: 'A value has the wrong type',
    explanation:
      'The property expects another type, such as a number where a text stands. Nothing is converted silently, because a wrong guess changes a machine.',
  },
  SP205: {
    summary: 'A value is not allowed',
    explanation:
      'The value has the right type but is not among the values, the range or the form that the property allows.',
  },
  SP206: {
    summary: 'A required property is missing',
    explanation: 'The resource cannot be declared without this property. `setpoint schema TYPE` tells what it means.',
  },
  SP207: {
    summary: 'Unknown key',
    explanation:
      'A play, a component or one of their parts has no such key, so what stands under it would have no effect.',
  },
  SP208: {
    summary: 'The play or component has another shape',
    explanation:
      'A playbook holds plays, separated by `---`. A play holds `nodes:` and `resources:`, and may hold `name:`, `vars:`, `rollout:`, `tags:` and `sudo:`. A component holds `resources:` and may hold `parameters:` and `description:`.',
  },
  SP209: {
    summary: 'A resource is declared twice',
    explanation:
      'The same object of a node is declared twice in one play, so one of the declarations is of no use. Remove one.',
  },
  SP210: {
    summary: 'Two resources contradict each other',
    explanation:
      'Two resources manage the same object of a node and want different things. Every run would change it there and back. Keep one of them, or select different nodes with `when`.',
  },
  SP211: {
    summary: 'A reference names no declared resource',
    explanation:
      'References such as `after` and `reload_on` name the address `type:identity` of a resource that is declared on the same node. This one is not.',
  },
  SP212: {
    summary: 'The path leaves the project',
    explanation:
      'Files, templates and components are read from the project directory only, also when a symbolic link stands in between. This keeps a playbook from copying private files of the controller to nodes.',
  },
  SP213: {
    summary: 'for_each needs a list or a map',
    explanation: 'The resource is declared once per item, so the value must be a list or a map.',
  },
  SP214: {
    summary: 'when needs true or false',
    explanation:
      'A condition must be a boolean. Texts are not taken for true or false, because the text "false" would count as true. Write a comparison, for example `${{ mode == "on" }}`.',
  },
  SP215: {
    summary: 'A component parameter is missing',
    explanation: 'The component declares the parameter as required. Give it under `with:`.',
  },
  SP216: {
    summary: 'Unknown component parameter',
    explanation: 'The component declares no parameter of this name under `parameters:`.',
  },
  SP217: {
    summary: 'A component parameter has the wrong type',
    explanation:
      'The value under `with:`, or the default, is not of the type that the component declares for the parameter.',
  },
  SP218: {
    summary: 'A component includes itself',
    explanation: 'The component leads, over one or more steps, back to itself, so its resources would never end.',
  },
  SP219: {
    summary: 'More than one source of content',
    explanation: 'The content of a file comes from one place: a text, a file or a template. Keep one of them.',
  },
  SP220: {
    summary: 'The resource cannot be declared like this',
    explanation: 'The values have the right types, but together they make no sense for this resource type.',
  },
  SP221: {
    summary: 'The identity of a resource is missing',
    explanation:
      'A resource is written as `type: identity`, where the identity is the text that names the object on the node.',
  },
  SP222: {
    summary: 'YAML reads this text as another value',
    explanation:
      'Without quotes YAML reads digits as a number, and the number forgets how it was written: 1.10 becomes 1.1 and 007 becomes 7. Where a text is expected, put it in quotes.',
    example: 'version: 1.10      # the number 1.1\nversion: "1.10"    # the text 1.10',
  },
  SP223: {
    summary: 'Only true and false are booleans',
    explanation: 'In YAML 1.2 the words yes, no, on and off are texts. Write true or false.',
    example: 'enabled: yes     # the text "yes"\nenabled: true    # right',
  },
  SP224: {
    summary: 'The resource does not fit the node',
    explanation:
      'Every resource type speaks one kind of channel, and every node is reached by one driver: files and services need a host with a shell, registers need a Modbus device, tables need a database. Select other nodes for the play, or reach the node by another driver.',
  },
  SP225: {
    summary: 'A pattern fits no file',
    explanation:
      'A list of files names each by a path or by a pattern: `*` stands for any part of a name, `**` for any number of directories. A pattern that fits nothing is a mistake more often than not, and what it was meant to name would be missing without a word. Patterns are relative to the file that they stand in.',
    example: 'sql: [schema/*.sql, "views/**/*.sql"]',
  },
  SP226: {
    summary: 'A file is no text that can be read',
    explanation:
      'Files of text are UTF-8, hold no NUL bytes, and are at most 10 MiB large. A pattern names at most 10,000 of them.',
  },
  SP227: {
    summary: 'The time to confirm is no time that can be kept',
    explanation:
      '`confirm_within` says for how long a node waits for a new connection before it undoes a change by itself: a number with its unit, from 10s to 1h, such as 60s or 5m. `false` takes it away from a resource of a play or a component that has it. It must be long enough for the operations of the resource and for a new login.',
    example: 'confirm_within: 60s',
  },
  SP228: {
    summary: 'The node could not undo this by itself',
    explanation:
      'With `confirm_within` the node gets, before the change, what it takes to undo it. Nothing can undo a command, or a type that keeps nothing of what was there before; and only a host, which is reached through a shell, can act by itself. Declare `confirm_within` on resources that can be undone, or write `confirm_within: false` on this one.',
  },
  SP229: {
    summary: 'The encoding has not got a character',
    explanation:
      'The content is written in the encoding that is declared, and the text holds a character that this encoding has not got. Nothing is written in its place. Replace the character, or declare another encoding.',
  },
} as const satisfies Record<string, DiagnosticRow>;
