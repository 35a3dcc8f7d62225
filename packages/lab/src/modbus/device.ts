/** The four tables of a Modbus device. */
export type LabTable = 'coil' | 'discrete' | 'input' | 'holding';

/** Consecutive bits or registers of the device, with what is peculiar about them. Addresses that no point has are holes. */
export type LabPoint = {
  readonly table: LabTable;
  /** From 0, as on the wire. */
  readonly address: number;
  /** What it holds at first: one word per register, or 0 and 1 for bits. */
  readonly words: readonly number[];
  /** `read`: a write is refused with exception 2. `write`: a read is. */
  readonly access?: 'read' | 'write' | 'read-write';
  /** A written word is stored as the next lower multiple of this. */
  readonly quantum?: number;
  /** Words outside are refused with exception 3. */
  readonly range?: readonly [number, number];
  /** A write is refused with exception 4 unless this holds. */
  readonly interlock?: { readonly table: LabTable; readonly address: number; readonly word: number };
  /** So many writes are answered "busy" before one is taken. */
  readonly busyWrites?: number;
  /** A write is answered "acknowledge", and the value arrives after this time. */
  readonly acknowledgeMs?: number;
  /** The value of an accepted write arrives after this time. */
  readonly settleMs?: number;
  /** A written word is back at its first value at once, as a command register's. */
  readonly selfClearing?: boolean;
  /** What a write sets to 0, as the command that resets a fault does. */
  readonly clears?: { readonly table: LabTable; readonly address: number };
};

/** What a device says to a request: the words read, nothing for a write, or its refusal. */
export type LabAnswer =
  | { readonly kind: 'words'; readonly words: readonly number[] }
  | { readonly kind: 'written' }
  | { readonly kind: 'refused'; readonly code: number };

/** One request that changed the device, as the device took it. */
export type LabWrite = {
  readonly functionCode: number;
  readonly table: 'coil' | 'holding';
  readonly address: number;
  readonly words: readonly number[];
};

type Cell = { word: number; readonly point: LabPoint; readonly index: number };

/** The memory of a device and its peculiarities; it knows nothing of frames and sockets. */
export class LabMemory {
  readonly #cells = new Map<string, Cell>();
  readonly #busy = new Map<LabPoint, number>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #writes: LabWrite[] = [];

  constructor(points: readonly LabPoint[]) {
    for (const point of points) {
      for (const [index, word] of point.words.entries())
        this.#cells.set(cellKey(point.table, point.address + index), { word, point, index });
      this.#busy.set(point, point.busyWrites ?? 0);
    }
  }

  /** Every write that was taken, in order: the witness of what a client did. */
  get writes(): readonly LabWrite[] {
    return this.#writes;
  }

  read(table: LabTable, address: number, count: number): LabAnswer {
    const words: number[] = [];
    for (let at = address; at < address + count; at += 1) {
      const cell = this.#cells.get(cellKey(table, at));
      if (cell === undefined || cell.point.access === 'write') return refused(2);
      words.push(cell.word);
    }
    return { kind: 'words', words };
  }

  write(write: LabWrite): LabAnswer {
    const cells = write.words.map((_, index) => this.#cells.get(cellKey(write.table, write.address + index)));
    const known = cells.filter((cell) => cell !== undefined);
    if (known.length < cells.length || known.some(({ point }) => point.access === 'read')) return refused(2);
    for (const [index, { point }] of known.entries()) {
      const problem = this.#problem(point, write.words[index] ?? 0);
      if (problem !== undefined) return refused(problem);
    }
    this.#writes.push(write);
    for (const [index, cell] of known.entries()) {
      this.#store(cell, write.words[index] ?? 0);
      if (cell.point.clears !== undefined) this.set(cell.point.clears.table, cell.point.clears.address, [0]);
    }
    return known.some(({ point }) => point.acknowledgeMs !== undefined) ? refused(5) : { kind: 'written' };
  }

  /** Changes what the device holds from its own side, as a keypad does. */
  set(table: LabTable, address: number, words: readonly number[]): void {
    for (const [index, word] of words.entries()) {
      const cell = this.#cells.get(cellKey(table, address + index));
      if (cell !== undefined) cell.word = word;
    }
  }

  /** Ends what is still to arrive. */
  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #problem(point: LabPoint, word: number): number | undefined {
    const busy = this.#busy.get(point) ?? 0;
    if (busy > 0) {
      this.#busy.set(point, busy - 1);
      return 6;
    }
    const [low, high] = point.range ?? [0, 0xffff];
    if (word < low || word > high) return 3;
    const { interlock } = point;
    if (interlock === undefined) return undefined;
    const holds = this.#cells.get(cellKey(interlock.table, interlock.address))?.word === interlock.word;
    return holds ? undefined : 4;
  }

  #store(cell: Cell, word: number): void {
    const { quantum = 1, acknowledgeMs, settleMs, selfClearing, words } = cell.point;
    const stored = selfClearing === true ? (words[cell.index] ?? 0) : word - (word % quantum);
    const lateMs = acknowledgeMs ?? settleMs ?? 0;
    if (lateMs === 0) {
      cell.word = stored;
      return;
    }
    const timer = setTimeout(() => {
      cell.word = stored;
      this.#timers.delete(timer);
    }, lateMs);
    this.#timers.add(timer);
  }
}

function refused(code: number): LabAnswer {
  return { kind: 'refused', code };
}

function cellKey(table: LabTable, address: number): string {
  return `${table} ${address}`;
}
