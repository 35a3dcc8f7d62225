import { posix } from 'node:path';

/** What stands at a path of a simulated host. A link has the mode that Linux gives it. */
export type Entry = {
  readonly type: 'file' | 'directory' | 'link';
  readonly mode: string;
  readonly uid: number;
  readonly gid: number;
  readonly content: Buffer;
  readonly target: string;
  /** The host's count of changes when the content was set. */
  readonly modified: number;
  readonly inode: number;
};

/** The files of a simulated host: links are followed on the way to a path, and everything stands in a directory. */
export class FileTree {
  readonly #entries = new Map<string, Entry>();
  #ticks = 0;

  constructor() {
    this.#entries.set('/', this.#fresh({ type: 'directory', mode: '0755' }));
  }

  /** A later moment than any before. */
  tick(): number {
    this.#ticks += 1;
    return this.#ticks;
  }

  /** The entry at a path; with `follow` what a link there leads to. Undefined when nothing is there. */
  find(path: string, follow = false): Entry | undefined {
    const at = this.resolve(path, follow);
    return at === undefined ? undefined : this.#entries.get(at);
  }

  /** The path without links on the way, nor at its end with `follow`; undefined when they lead nowhere. */
  resolve(path: string, follow: boolean, depth = 0): string | undefined {
    const names = path.split('/').filter((name) => name !== '');
    let at = '/';
    for (const [index, name] of names.entries()) {
      if (this.#entries.get(at)?.type !== 'directory') return undefined;
      const next = posix.join(at, name);
      const entry = this.#entries.get(next);
      const isFollowed = entry?.type === 'link' && (follow || index < names.length - 1);
      if (!isFollowed) {
        at = next;
        continue;
      }
      const target = depth > 20 ? undefined : this.resolve(posix.resolve(at, entry.target), true, depth + 1);
      if (target === undefined) return undefined;
      at = target;
    }
    return at;
  }

  /** Puts something at a path whose directory must be there; what is not given is kept, or root's. False when it cannot. */
  put(path: string, given: Partial<Entry> & Pick<Entry, 'type'>): boolean {
    const at = this.resolve(path, false);
    if (at === undefined || this.#entries.get(posix.dirname(at))?.type !== 'directory') return false;
    const old = this.#entries.get(at);
    const kept = old?.type === given.type ? { mode: old.mode, uid: old.uid, gid: old.gid } : {};
    this.#entries.set(at, { ...this.#fresh({ type: given.type }), ...kept, ...given });
    return true;
  }

  /** Changes owner, group or mode of what is there; false when nothing is. */
  change(path: string, follow: boolean, given: Partial<Pick<Entry, 'mode' | 'uid' | 'gid'>>): boolean {
    const at = this.resolve(path, follow);
    const entry = at === undefined ? undefined : this.#entries.get(at);
    if (at === undefined || entry === undefined) return false;
    this.#entries.set(at, { ...entry, ...given });
    return true;
  }

  /** Removes what is there, and everything in it. */
  remove(path: string): void {
    const at = this.resolve(path, false);
    if (at === undefined) return;
    for (const each of this.below(at)) this.#entries.delete(each);
    this.#entries.delete(at);
  }

  /** Paths of everything below a directory, sorted. */
  below(path: string): readonly string[] {
    const start = path === '/' ? '/' : `${path}/`;
    return [...this.#entries.keys()].filter((each) => each !== '/' && each.startsWith(start)).sort();
  }

  /** Makes a directory and those that lead to it. */
  makeAll(path: string): void {
    if (this.find(path, true) !== undefined) return;
    this.makeAll(posix.dirname(path));
    this.put(path, { type: 'directory', mode: '0755' });
  }

  #fresh(given: Pick<Entry, 'type'> & Partial<Entry>): Entry {
    const mode = given.type === 'link' ? '0777' : given.type === 'directory' ? '0755' : '0644';
    const moment = this.tick();
    const content = Buffer.alloc(0);
    return { mode, uid: 0, gid: 0, content, target: '', modified: moment, inode: moment, ...given };
  }
}
