import type { SimulatedHost } from './host.ts';
import type { Job } from './perform.ts';

/** Jobs on the keys of an account: the file is written, or made safe, with the rights of the account. */
export function performKeys(host: SimulatedHost, { title, commands, script }: Job): string | undefined {
  const [, name] = /^set the keys of (\S+)$/.exec(title) ?? [];
  if (name === undefined) return undefined;
  const account = host.accounts.get(name);
  if (account === undefined || host.files.find(account.home, true)?.type !== 'directory') return `${name} has no home`;
  const { uid, gid, home } = account;
  const directory = `${home}/.ssh`;
  const file = `${directory}/authorized_keys`;
  if (host.files.find(directory) === undefined)
    host.files.put(directory, { type: 'directory', mode: '0700', uid, gid });
  const takes = commands.some((command) => command[0]?.text === 'chown' && command.at(-1)?.text === directory);
  if (takes) host.files.change(directory, false, { uid, gid });
  close(host, directory);
  if (script.includes('mv -f -- "$tmp" authorized_keys')) {
    const text = commands.find(([tool, form]) => tool?.text === 'printf' && form?.text === '%s')?.[2]?.text ?? '';
    host.files.put(file, { type: 'file', content: Buffer.from(text), mode: '0600', uid, gid });
  } else if (script.includes('chmod 0600 authorized_keys')) host.files.change(file, false, { mode: '0600' });
  return '';
}

/** `chmod go-w,u+rwx` */
function close(host: SimulatedHost, path: string): void {
  const mode = Number.parseInt(host.files.find(path)?.mode ?? '0700', 8);
  host.files.change(path, false, { mode: ((mode & ~0o022) | 0o700).toString(8).padStart(4, '0') });
}
