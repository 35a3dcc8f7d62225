import { errorDiagnostic } from '@setpoint/model';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-code.ts';
import { createReport } from '../output/report.ts';

/** `setpoint ci`: what jobs of pull requests need beside a plan. */
export const ci: Command = {
  name: 'ci',
  summary: 'Show a plan in a pull request, from a job',
  description:
    'comment writes a preview that `plan --format markdown` made as a comment of the pull request (GitHub Actions) or merge request (GitLab CI) that the job works for; the next run changes that comment in place. The token is GITHUB_TOKEN or GITLAB_TOKEN. A job without one, as for forks, writes nothing and says so.',
  arguments: [
    { name: 'action', required: true, description: 'comment' },
    { name: 'file', required: true, description: 'file with the preview' },
  ],
  options: [],
  examples: [
    {
      command: 'setpoint ci comment preview.md',
      explanation: 'add the preview to the pull request, or bring it up to date',
    },
  ],
  run: async (given, io) => {
    const [action = ''] = given.positional;
    if (action === 'comment') return (await import('../ci/comment.ts')).writeComment(given, io);
    const detail = `\`setpoint ci\` has no action ${action}.`;
    await createReport(given, io, io.cwd).diagnostics([
      errorDiagnostic('SP803', { detail, hint: 'setpoint ci --help' }),
    ]);
    return exitCodes.error;
  },
};
