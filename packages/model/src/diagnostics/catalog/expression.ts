import type { DiagnosticRow } from './row.ts';

/** SP3xx: expressions and templates. */
export const expressionDiagnostics = {
  SP301: {
    summary: 'Undefined variable',
    explanation:
      'An expression or a template names a variable that no level of precedence defines for this node. Define it in the inventory, in the play or with `--var`, or give it a default with `| default(...)`.',
  },
  SP302: {
    summary: 'The expression cannot be read',
    explanation:
      'The text between `${{` and `}}`, or a tag of a template, breaks the grammar of Jinja expressions. Mend the place that the frame shows.',
  },
  SP303: {
    summary: 'The expression cannot be evaluated',
    explanation:
      'An operator or a filter was given a value it cannot work with, for example a sum of a text and a number. Nothing is converted silently; use a filter such as `| int` or `| string`.',
  },
  SP304: {
    summary: 'Variables refer to each other in a circle',
    explanation:
      'The value of a variable needs, over one or more steps, the variable itself, so it has no value. Break the circle, or give one of the variables another name.',
  },
  SP305: {
    summary: 'The expression takes too long',
    explanation:
      'Expressions and templates may take a limited number of steps, so that a mistake cannot keep the controller busy for ever. Make the loop smaller, or compute the value elsewhere.',
  },
  SP306: {
    summary: 'Unknown filter, test or function',
    explanation:
      'The name after `|`, after `is` or before a parenthesis is none that the expression language has. docs/language.md lists them all.',
  },
  SP307: {
    summary: 'The secret is not configured',
    explanation:
      'The name given to `secret(...)` must stand under `secrets:` in setpoint.yaml, with the environment variable or the file it comes from.',
    example: 'secrets:\n  orders-db: { env: ORDERS_DB_PASSWORD }\n  tls-key: { file: /etc/setpoint/tls.key }',
  },
  SP308: {
    summary: 'The secret cannot be read',
    explanation:
      'The environment variable that holds the secret is not set, or its file does not exist or cannot be read. Its value is never shown and never stored.',
  },
  SP309: {
    summary: 'Other users can read the secret file',
    explanation:
      'The file of a secret may be read by its owner only. Otherwise every account of this machine has the secret. Take the rights away with `chmod 600`.',
  },
  SP310: {
    summary: 'Only text and numbers can stand inside a text',
    explanation:
      'An expression inside a longer text gave a list, a map or nothing, and there is no one way to write it as text. Use `| join(", ")`, `| tojson` or `| default("")`, or let the expression stand alone, where it keeps its type.',
  },
  SP311: {
    summary: 'The template cannot be used',
    explanation:
      'A template, or one that it includes or imports, does not exist, is no text, is too large or lies outside of the project directory.',
  },
  SP312: {
    summary: 'A secret cannot stand here',
    explanation:
      'The property becomes an argument of a tool on the node, where every account can read it in the process list and where sudo and the tools log it. Secrets travel as data only: as the content of a file, as the standard input of a command, as a password. Scripts read them from there.',
    example:
      '# refused\n- command: register\n  run: register --token ${{ secret("token") }}\n  creates: /etc/registered\n# instead\n- command: register\n  run: register --token-stdin\n  stdin: ${{ secret("token") }}\n  creates: /etc/registered',
  },
  SP313: {
    summary: 'It cannot be planned without a secret',
    explanation:
      'With `--without-secrets` no secret is read. What this place makes cannot be told without one, such as the items of a loop, so nothing of it is planned and nothing of it is shown. Plan with the secrets to see it.',
  },
} as const satisfies Record<string, DiagnosticRow>;
