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
  SP811: {
    summary: 'The saved plan is damaged',
    explanation:
      'A saved plan carries a digest of all of its text, so that a cut file, a flipped bit or an edit by hand is found before anything is done. Nothing of such a file is used. Fetch it again from where it was made, or make a new one with `setpoint plan --out`.',
  },
  SP812: {
    summary: 'The saved plan is of another version',
    explanation:
      'A saved plan says the version of its form. This program reads every minor version of its own major one; a plan with another major version may mean something else by the same words, so nothing of it is used. Apply it with the program that made it, or make a new one.',
  },
  SP813: {
    summary: 'The saved plan is too old',
    explanation:
      'The older a plan is, the less it says about the nodes, and the fewer people remember what was decided. A saved plan can be applied for 24 hours, or for as long as `plans: { max_age }` in setpoint.yaml or --max-age say. Make a new one and look at what is different.',
  },
  SP814: {
    summary: 'The saved plan is from the future',
    explanation:
      'The time at which the plan was made has not come yet by the clock of this machine, so its age cannot be judged. One of the two clocks is wrong. Set the clock, or make the plan on a machine whose clock is right.',
  },
  SP815: {
    summary: 'The saved plan was made from other files',
    explanation:
      'A saved plan names everything that it was made from: playbooks, inventory, templates and files, each with a digest. Something of it is different here, so the plan that people looked at is not the plan of these files. Check out the commit that the plan was made from, or make a new plan.',
  },
  SP816: {
    summary: 'The saved plan is not signed as the project demands',
    explanation:
      'With `plans: { require_signature: true }` in setpoint.yaml, only plans are applied that somebody signed whose key is among `trusted_keys`. A signature that does not belong to the plan is refused in any project. Sign it with `setpoint sign`.',
  },
  SP817: {
    summary: 'The key of the project is another one',
    explanation:
      'Secrets stand in a saved plan as digests under the key of the project, so that nobody can guess them. They can be compared only under the same key: `.setpoint/key` of the project directory, or the environment variable SETPOINT_KEY with 32 bytes as Base64 or in hexadecimal, which jobs can share.',
  },
  SP818: {
    summary: 'An option would change the saved plan',
    explanation:
      'A saved plan is applied as it is. What it was made with (playbooks, inventory, limit, tags, variables) stands in it, so options that would say otherwise are refused. A variable that holds a secret is not in the file and must be given again, with the same value.',
  },
  SP819: {
    summary: 'Another machine answers under the name of a node',
    explanation:
      'A saved plan keeps what each node said about itself, such as its SSH host key and machine id. What answers now is not the machine that was planned, so nothing is done to it. When the machine was replaced on purpose, make a new plan.',
  },
  SP820: {
    summary: 'A key cannot be used to sign or to trust',
    explanation:
      'Plans are signed with Ed25519 keys, in the files that `setpoint sign --new-key`, `openssl genpkey -algorithm ed25519` or `ssh-keygen -t ed25519` make. Other types of keys, keys with a passphrase and files that hold something else are refused.',
  },
  SP821: {
    summary: 'Others can read a private key',
    explanation:
      'Whoever has the private key can sign plans that this project trusts. The file must be readable by its owner only: chmod 600.',
  },
  SP822: {
    summary: 'Some nodes are not in the saved plan',
    explanation:
      'When the plan was made, these nodes could not be read, so nothing was planned for them and nothing is done to them now. Make a new plan when they can be reached.',
  },
  SP840: {
    summary: 'A change cannot be undone',
    explanation:
      'The journal of a run says what was there before each change, and most changes can be led back to it. This one cannot, or not wholly: a command has no way back, content that may hold a secret is never kept, and what was too large was not kept either. Nothing is done for what is named; the rest is planned.',
  },
  SP841: {
    summary: 'The journal of a run does not hold what going back needs',
    explanation:
      'A rollback needs to know what each change was made for and what was there before. Journals of older versions do not say it, and a damaged one may not say it any more. What the journal does hold can be seen with `setpoint runs show RUN`; a rollback has to be made by hand.',
  },
  SP842: {
    summary: 'A node of that run is not in the inventory',
    explanation:
      'The run changed a node that the inventory does not have any more, or whose name changed. Nobody knows how to reach it, so nothing is planned for it. Put it back into the inventory, or undo its changes by hand.',
  },
  SP850: {
    summary: 'The policy asks for an allowance',
    explanation:
      'A rule under `policy: require_allow:` in setpoint.yaml fits this change. A plan shows it, and an apply refuses it before anything is asked or written, unless the rule is allowed by its name, or the resource by its address: `--allow NAME`. What was allowed stands in the plan and in the journal of the run.',
  },
  SP851: {
    summary: 'A protected path would be changed',
    explanation:
      'A pattern under `policy: protect: paths:` in setpoint.yaml names this path or one above it. Such a path is never changed, unless the resource is allowed by its address: `--allow file:/etc/motd`. The paths of resources are compared, and not what commands do or where links on the node lead.',
  },
  SP852: {
    summary: 'A protected node would be changed',
    explanation:
      'A selector under `policy: protect: nodes:` in setpoint.yaml chooses this node. Nothing is changed on it, unless it is allowed by its name: `--allow node:NAME`.',
  },
  SP853: {
    summary: 'The plan changes too many nodes',
    explanation:
      'The project limits how many nodes one plan may change: `policy: max_changed_nodes:` in setpoint.yaml. A share counts all nodes of the inventory. Plan fewer nodes at once with `--limit`, or allow it: `--allow max_changed_nodes`.',
  },
  SP854: {
    summary: 'An allowance allows nothing',
    explanation:
      'A name after `--allow` lifts nothing that the policy does not allow in this plan. It may be misspelt, or not needed any more. Rules are named in setpoint.yaml; resources by their address, nodes as `node:NAME`, the limit as `max_changed_nodes`.',
  },
  SP855: {
    summary: 'A plan without secrets cannot be applied',
    explanation:
      'A plan that was made with `--without-secrets` leaves open what depends on them, so it does not say what an apply would do. Make a plan with the secrets and apply that.',
  },
  SP856: {
    summary: 'The comment was not written',
    explanation:
      'The preview of a plan could not be added to the pull request or merge request, or the one there could not be changed. What stands there may be the plan of an earlier commit. The server is asked three times when it is busy or cannot be reached.',
  },
  SP857: {
    summary: 'No comment was written',
    explanation:
      'The job was not started for a pull request or merge request, or its token may not write comments, as is so for forks. This is no failure: the preview stands in the summary and the log of the job. On GitHub the job needs `permissions: pull-requests: write`, on GitLab a project access token with the scope `api` in GITLAB_TOKEN.',
  },
  SP858: {
    summary: 'There is nothing of this type to import',
    explanation:
      'The type is unknown, or what is there of it cannot be turned into a declaration: nobody can tell from a host which commands once ran on it, or which line of a file somebody cares for. The reference page of each type says whether it can be imported, and what can be imported in its place.',
  },
  SP859: {
    summary: 'These objects have to be named',
    explanation:
      'A host has far more files, directories and links than anybody wants in a playbook, so the ones of this type are imported by their addresses: `--only directory:/srv/app`, as often as need be.',
  },
  SP860: {
    summary: 'The option is for other nodes',
    explanation:
      'Of a host, `--types` and `--only` choose what is imported, because it holds a great deal. A device is imported by its profile and a database as a whole, and `--tables` says how the tables of a database are written.',
  },
} as const satisfies Record<string, DiagnosticRow>;
