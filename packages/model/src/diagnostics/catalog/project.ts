import type { DiagnosticRow } from './row.ts';

/** SP8xx: the project, its files and the command line. */
export const projectDiagnostics = {
  SP801: {
    summary: 'A file cannot be read',
    explanation: 'The file does not exist, is not a regular file, or the user who runs setpoint may not read it.',
  },
  SP802: {
    summary: 'This Node.js is too old',
    explanation:
      'Setpoint needs Node.js 22.18 or newer. Install a current release from your distribution or your version manager, or run setpoint through an image that has it.',
  },
  SP803: {
    summary: 'The command line is wrong',
    explanation:
      'An option has a value that it cannot take. `setpoint COMMAND --help` lists the options and has examples.',
  },
  SP804: {
    summary: 'An apply needs a yes',
    explanation:
      'An apply asks before it changes anything. Where nobody can answer, as in a job, say so on the command line with --yes, best after a plan was looked at.',
  },
  SP805: {
    summary: 'Another apply works in this project',
    explanation:
      'One apply runs in a project directory at a time, so that its journal tells one story. The other one is named; when its process ends, however it ends, the project is free.',
  },
  SP806: {
    summary: 'There is no such thing here',
    explanation: 'A node, a resource, a property or a run that the command line names does not exist in this project.',
  },
  SP807: {
    summary: 'A file stands in the way of a new project',
    explanation:
      'A new project is made where none is yet. This file belongs to one, so nothing was written. Choose another directory, or move the file away.',
  },
  SP808: {
    summary: 'A file cannot be written',
    explanation:
      'The directory is read-only, full, or not writable by the user who runs setpoint. What this run had written before is taken away again where it is part of a whole.',
  },
  SP809: {
    summary: 'Setpoint itself failed',
    explanation:
      'Something happened that should not be able to happen: a bug in Setpoint, or a machine that is out of memory, disk or file descriptors. After an apply, `setpoint runs last` shows how far it came. Run again with --debug, which prints the stack, and report it.',
  },
  SP810: {
    summary: 'A file is there already',
    explanation:
      'A file that this command would write exists, perhaps with changes made by hand, so it was left as it is. Name another file, or say with --force that it may be overwritten.',
  },
} as const satisfies Record<string, DiagnosticRow>;
