import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './process.ts';
import { workload } from './workload.ts';

/** Hosts for Ansible, and how they are reached. */
export type AnsibleTargets = {
  readonly hosts: readonly { readonly name: string; readonly address: string }[];
  readonly user: string;
  readonly privateKeyFile: string;
  readonly knownHostsFile: string;
};

/**
 * Writes the workload as an Ansible playbook, one task for each resource, with everything on that makes Ansible fast: pipelining, 50
 * forks, no gathering of facts.
 */
export function writeAnsibleProject(dir: string, targets: AnsibleTargets): void {
  mkdirSync(dir, { recursive: true });
  const { hosts, user, privateKeyFile, knownHostsFile } = targets;
  writeFileSync(join(dir, 'inventory'), hosts.map(({ name, address }) => `${name} ansible_host=${address}\n`).join(''));
  const play = { hosts: 'all', gather_facts: false, become: true, tasks: tasks() };
  writeFileSync(join(dir, 'site.yml'), JSON.stringify([play], undefined, 1));
  writeFileSync(
    join(dir, 'ansible.cfg'),
    `[defaults]
inventory = inventory
forks = 50
gathering = explicit
remote_user = ${user}
private_key_file = ${privateKeyFile}
interpreter_python = /usr/bin/python3
nocows = true
[ssh_connection]
pipelining = true
ssh_args = -o ControlMaster=auto -o ControlPersist=5s -o UserKnownHostsFile=${knownHostsFile}
`,
  );
}

/** One run of the playbook. Each has its own control sockets, so that every run logs in anew, as every other contestant does. */
export function ansibleCommand(dir: string, runNumber: number, isCheck: boolean): Command {
  const env = { ANSIBLE_CONFIG: join(dir, 'ansible.cfg'), ANSIBLE_SSH_CONTROL_PATH_DIR: join(dir, `cp${runNumber}`) };
  return { program: 'ansible-playbook', args: [...(isCheck ? ['--check'] : []), 'site.yml'], cwd: dir, env };
}

function tasks(): readonly object[] {
  const { directories, files, link, packages, services, users, commands } = workload;
  const owned = { owner: 'root', group: 'root' };
  return [
    ...packages.map((name) => ({ apt: { name } })),
    ...users.map(({ name, comment }) => ({ user: { name, comment, shell: '/bin/sh' } })),
    ...directories.map((path) => ({ file: { path, state: 'directory', ...owned, mode: '0755' } })),
    ...files.map(({ path, content }) => ({ copy: { dest: path, content, ...owned, mode: '0644' } })),
    { file: { path: link.path, src: link.target, state: 'link' } },
    ...commands.map(({ script, creates }) => ({ shell: script, args: { creates } })),
    ...services.map((name) => ({ service: { name, state: 'started', enabled: true } })),
  ];
}
