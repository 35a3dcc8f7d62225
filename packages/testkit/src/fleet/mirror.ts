import { readFileSync } from 'node:fs';
import { runCommand } from './run-command.ts';

/** A package source of this machine that a host can be installed from. */
export type Mirror = { readonly uri: string; readonly suite: string };

/**
 * The source that this machine installs its own packages from: the `main` component of the release it runs. undefined where apt
 * names none. `apt-get indextargets` reads the configuration only, so it answers before any list was fetched.
 */
export async function findMirror(): Promise<Mirror | undefined> {
  const suite = /^VERSION_CODENAME=(\S+)$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
  if (suite === undefined) return undefined;
  const format = '$(REPO_URI) $(RELEASE) $(COMPONENT)';
  const targets = await runCommand('apt-get', ['indextargets', '--format', format, 'Created-By: Packages']);
  const row = targets.stdout.split('\n').find((line) => line.endsWith(` ${suite} main`));
  const uri = row?.split(' ')[0];
  return uri === undefined ? undefined : { uri, suite };
}
