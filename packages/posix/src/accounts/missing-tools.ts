import { type Answers, type Diagnostic, errorDiagnostic, type Queries } from '@setpoint/model';
import { toolQuery } from '../queries/tool.ts';

/** A program of the shadow suite that a change cannot do without, where busybox has nothing in its place. */
export type NeededTool = {
  readonly tool: 'useradd' | 'usermod' | 'chage' | 'groupadd' | 'groupmod';
  /** What it does, as it stands before "cannot be". */
  readonly what: string;
};

/** Whether the node has the programs. */
export function toolQueries(tools: readonly NeededTool['tool'][]): Queries {
  return Object.fromEntries(tools.map((tool) => [`tool ${tool}`, toolQuery(tool)]));
}

/** What nothing on the node can do; a program that an earlier change may bring is not missing. */
export function missingTools(answers: Answers, needed: readonly NeededTool[]): readonly Diagnostic[] {
  return needed
    .filter(({ tool }) => answers[`tool ${tool}`]?.status === 'absent')
    .map(({ tool, what }) =>
      errorDiagnostic('SP658', {
        detail: `The node has no program \`${tool}\`, so ${what} there.`,
        hint: 'declare its package before this resource: `package: shadow` on Alpine, `passwd` on Debian, `shadow-utils` on Fedora',
      }),
    );
}
