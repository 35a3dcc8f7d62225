import { FileTree } from './file-tree.ts';

export type Account = {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  readonly comment: string;
  readonly home: string;
  readonly shell: string;
  /** As shadow(5) has it, with its `!`. */
  readonly password: string;
  readonly ageing: Readonly<Record<'expires' | 'min' | 'max' | 'warn' | 'inactive', number>>;
};

export type Group = { readonly name: string; readonly gid: number; readonly members: readonly string[] };

/** A package of the simulated archive: its versions, the newest first, and what it brings. */
export type Offer = {
  readonly versions: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly units?: readonly string[];
  readonly account?: string;
};

export type Installed = {
  readonly version: string;
  readonly isRemoved: boolean;
  readonly held: boolean;
  readonly changed: number;
};

export type Unit = {
  readonly isActive: boolean;
  readonly isEnabled: boolean;
  readonly isMasked: boolean;
  readonly activeSince: number;
  readonly changedSince: number;
  /** When systemd read the unit file. */
  readonly loadedAt: number;
};

/** A Debian host in memory: files, accounts, groups, packages and units, each changed by what is done to it and nothing else. */
export class SimulatedHost {
  readonly files = new FileTree();
  readonly accounts = new Map<string, Account>();
  readonly groups = new Map<string, Group>();
  readonly packages = new Map<string, Installed>();
  readonly units = new Map<string, Unit>();
  readonly archive: ReadonlyMap<string, Offer>;

  constructor(archive: Readonly<Record<string, Offer>> = {}) {
    this.archive = new Map(Object.entries(archive));
    for (const path of ['/etc/systemd/system', '/home', '/lib/systemd/system', '/opt', '/srv', '/usr/bin', '/var/lib'])
      this.files.makeAll(path);
    this.groups.set('root', { name: 'root', gid: 0, members: [] });
    this.addAccount({ name: 'root', uid: 0, gid: 0, home: '/root', shell: '/bin/bash' });
    this.files.makeAll('/root');
  }

  /** Adds an account as it stands in passwd(5) and shadow(5), without a password unless one is given. */
  addAccount(given: Pick<Account, 'name' | 'uid' | 'gid' | 'home' | 'shell'> & Partial<Account>): void {
    const ageing = { expires: -1, min: 0, max: 99_999, warn: 7, inactive: -1 };
    this.accounts.set(given.name, { comment: '', password: '!', ageing, ...given });
  }

  /** The number of an account or group, which may be given as a number. */
  uidOf(name: string): number | undefined {
    return /^\d+$/.test(name) ? Number(name) : this.accounts.get(name)?.uid;
  }

  gidOf(name: string): number | undefined {
    return /^\d+$/.test(name) ? Number(name) : this.groups.get(name)?.gid;
  }

  /** The name of a number, or the number as text where nobody bears it. */
  ownerName(uid: number): string {
    return [...this.accounts.values()].find((account) => account.uid === uid)?.name ?? String(uid);
  }

  groupName(gid: number): string {
    return [...this.groups.values()].find((group) => group.gid === gid)?.name ?? String(gid);
  }

  /** The first number from 1000, or downwards from 999 for the system's own, that nobody has. */
  freeNumber(isSystem: boolean, taken: ReadonlySet<number>): number {
    let number = isSystem ? 999 : 1000;
    while (taken.has(number)) number += isSystem ? -1 : 1;
    return number;
  }

  /** Brings the files and units of a package. */
  unpack(name: string, version: string, held = false): void {
    const offer = this.archive.get(name);
    for (const [path, text] of Object.entries(offer?.files ?? {})) {
      this.files.makeAll(path.slice(0, path.lastIndexOf('/')) || '/');
      if (this.files.find(path) === undefined || !path.startsWith('/etc/'))
        this.files.put(path, { type: 'file', content: Buffer.from(text), modified: this.files.tick() });
    }
    if (offer?.account !== undefined && !this.accounts.has(offer.account)) this.#addSystemAccount(offer.account);
    for (const unit of offer?.units ?? []) this.#bringUnit(unit);
    this.packages.set(name, { version, isRemoved: false, held, changed: this.files.tick() });
  }

  #addSystemAccount(name: string): void {
    const uid = this.freeNumber(true, new Set([...this.accounts.values()].map((each) => each.uid)));
    const gid = this.freeNumber(true, new Set([...this.groups.values()].map((each) => each.gid)));
    this.groups.set(name, { name, gid, members: [] });
    this.addAccount({ name, uid, gid, home: '/nonexistent', shell: '/usr/sbin/nologin', password: '!' });
  }

  /** Debian starts and enables what a package brings anew, unless it is masked, and restarts on an upgrade what runs. */
  #bringUnit(name: string): void {
    const path = `/lib/systemd/system/${name}`;
    const isNew = this.files.find(path) === undefined;
    this.files.put(path, { type: 'file', content: Buffer.from('[Service]\n') });
    const unit = this.units.get(name);
    const isMasked = unit?.isMasked ?? false;
    const now = this.files.tick();
    const isActive = isNew ? !isMasked : (unit?.isActive ?? false);
    const isEnabled = isNew ? !isMasked : (unit?.isEnabled ?? false);
    const since = isActive ? now : 0;
    this.units.set(name, { isActive, isEnabled, isMasked, activeSince: since, changedSince: since, loadedAt: now });
  }
}
