import { editorSchemaFile, editorSchemaNames, editorSchemaText } from '../schema/editor-schemas.ts';
import type { SchemaSources } from '../schema/sources.ts';

/** One file of a new project. */
export type ProjectFile = {
  /** Relative to the project, with `/`. */
  readonly path: string;
  readonly text: string;
  /**
   * Part of the project itself: when one of these is there already, the directory holds a project or something else and is left alone.
   * The others are conveniences; one that is there already is kept.
   */
  readonly isEssential: boolean;
};

/** The files of a new project: it is valid, and its playbook changes nothing but a folder of its own under /tmp. */
export function projectFiles(sources: SchemaSources): readonly ProjectFile[] {
  return [
    essential('setpoint.yaml', setpointYaml),
    essential('inventory.yaml', inventoryYaml),
    essential('playbooks/site.yaml', playbookYaml),
    essential('templates/hello.txt.j2', templateText),
    ...editorSchemaNames.map((name) => essential(`schemas/${editorSchemaFile(name)}`, editorSchemaText(name, sources))),
    convenience('.gitignore', gitignore),
    convenience('README.md', readme),
    convenience('.vscode/extensions.json', json({ recommendations: ['redhat.vscode-yaml'] })),
    convenience('.vscode/settings.json', json(editorSettings)),
  ];
}

function essential(path: string, text: string): ProjectFile {
  return { path, text, isEssential: true };
}

function convenience(path: string, text: string): ProjectFile {
  return { path, text, isEssential: false };
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The first line of a file names its schema; a relative path, so that it works offline and in every checkout. */
const setpointYaml = `# yaml-language-server: $schema=schemas/setpoint.schema.json
inventory: inventory.yaml
# secrets:
#   db_password: { env: DB_PASSWORD }      # \${{ secret('db_password') }} in playbooks and templates
`;

const inventoryYaml = `# yaml-language-server: $schema=schemas/inventory.schema.json
nodes:
  here: { local: {} }                     # this machine
  # web[1:3].example.com: {}              # reached by ssh; the name is the address
groups:
  all_mine: { nodes: [here], vars: { greeting: Hello } }
  # web: { nodes: [web*], ssh: { user: deploy, sudo: true }, vars: { http_port: 8080 } }
`;

const playbookYaml = `# yaml-language-server: $schema=../schemas/playbook.schema.json
name: first steps
nodes: here
vars:
  folder: /tmp/setpoint-demo
resources:
  - directory: \${{ folder }}
    mode: "0755"
  - file: \${{ folder }}/hello.txt
    template: ../templates/hello.txt.j2
    mode: "0644"
`;

const templateText = `{{ greeting }} from {{ node.name }}.
`;

/** Editors find the schema of every play by these, also of the plays after the first \`---\` of a playbook. */
const editorSettings = {
  'yaml.schemas': {
    'schemas/playbook.schema.json': ['playbooks/*.yaml', 'playbooks/*.yml'],
    'schemas/component.schema.json': ['components/**/*.yaml', 'components/**/*.yml'],
    'schemas/profile.schema.json': ['profiles/*.yaml', 'profiles/*.yml'],
    'schemas/inventory.schema.json': ['inventory.yaml', 'inventory/*.yaml'],
    'schemas/setpoint.schema.json': 'setpoint.yaml',
  },
};

const gitignore = `# Journals of runs, and the key that digests of secrets are made with; pinned host keys are worth sharing.
.setpoint/*
!.setpoint/known_hosts
`;

const readme = `# A Setpoint project

| file | what it is |
| --- | --- |
| \`setpoint.yaml\` | settings of the project |
| \`inventory.yaml\` | the nodes and how they are reached |
| \`playbooks/\` | what must be true on them |
| \`templates/\` | files that are rendered for each node |
| \`schemas/\` | for editors: completion and checks while you type; \`setpoint schema --out schemas\` refreshes them |

\`\`\`sh
setpoint validate     # check everything without touching a node
setpoint plan         # see exactly what would change
setpoint apply        # change that, and prove that it held
\`\`\`

The example writes \`/tmp/setpoint-demo/hello.txt\` on this machine. Plan again after the apply: there is nothing left to do.
Change the greeting in \`inventory.yaml\`, and the plan shows the difference.
`;
