import type { Frame } from './frame.ts';

/** What a running wave printed: a record, or output of the step that is running. */
export type WaveChunk =
  | { readonly kind: 'record'; readonly record: Frame }
  | { readonly kind: 'output'; readonly bytes: Buffer };

/**
 * Cuts the output of a running wave into records and step output as it arrives. Bytes that could be the beginning of a record
 * are held back until they are decided, so a record that arrives in pieces is never shown as output.
 */
export class RecordStream {
  readonly #marker: Buffer;
  #pending: Buffer = Buffer.alloc(0);

  constructor(nonce: string) {
    this.#marker = Buffer.from(`\n#${nonce} `);
  }

  /** Takes the next bytes and gives what they complete. */
  push(bytes: Buffer): readonly WaveChunk[] {
    this.#pending = this.#pending.length === 0 ? bytes : Buffer.concat([this.#pending, bytes]);
    const chunks: WaveChunk[] = [];
    for (;;) {
      const start = this.#pending.indexOf(this.#marker);
      if (start < 0) {
        this.#giveOutput(chunks, this.#pending.length - this.#beginningAtEnd());
        return chunks;
      }
      this.#giveOutput(chunks, start);
      const record = this.#readRecord();
      if (record === undefined) return chunks;
      chunks.push({ kind: 'record', record });
    }
  }

  #giveOutput(chunks: WaveChunk[], length: number): void {
    if (length <= 0) return;
    chunks.push({ kind: 'output', bytes: this.#pending.subarray(0, length) });
    this.#pending = this.#pending.subarray(length);
  }

  /** How many bytes at the end of the pending ones may be the beginning of a record. */
  #beginningAtEnd(): number {
    const longest = Math.min(this.#marker.length - 1, this.#pending.length);
    for (let length = longest; length > 0; length -= 1) {
      if (this.#pending.subarray(-length).equals(this.#marker.subarray(0, length))) return length;
    }
    return 0;
  }

  /** Reads the record at the start of the pending bytes; undefined while it is incomplete. */
  #readRecord(): Frame | undefined {
    const lineEnd = this.#pending.indexOf(0x0a, this.#marker.length);
    if (lineEnd < 0) return undefined;
    const fields = this.#pending.toString('latin1', this.#marker.length, lineEnd).split(' ');
    const start = lineEnd + 1;
    const end = start + Number(fields[2] ?? 0);
    if (this.#pending.length <= end) return undefined;
    const record = { name: fields[0] ?? '', code: Number(fields[1] ?? 0), bytes: this.#pending.subarray(start, end) };
    // The record's last newline stays: it may be the first byte of the next marker.
    this.#pending = this.#pending.subarray(end);
    return record;
  }
}
