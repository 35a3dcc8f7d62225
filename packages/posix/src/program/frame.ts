/**
 * One frame of a program's standard output: a header line `#NONCE NAME CODE LENGTH`, then exactly LENGTH bytes, then a newline. The
 * nonce is 128 random bits per program, so neither a login banner nor a file's content can be taken for a frame.
 */
export type Frame = {
  readonly name: string;
  /** Exit code of the section that made the frame. */
  readonly code: number;
  readonly bytes: Buffer;
};

/** Name of the frame that closes a whole output; its code is the number of frames before it. */
export const endFrameName = 'end';

/** The frames of an output that came whole; `cut` when the closing frame is missing or a length does not fit. */
export type ParsedFrames = { readonly kind: 'whole'; readonly frames: readonly Frame[] } | { readonly kind: 'cut' };

/** Reads the frames out of an output; whatever stands before the first frame (banners, shell noise) is skipped. */
export function parseFrames(output: Buffer, nonce: string): ParsedFrames {
  const frames: Frame[] = [];
  let position = findHeader(output, nonce, 0);
  while (position >= 0) {
    const frame = readFrame(output, nonce, position);
    if (frame === undefined) return { kind: 'cut' };
    if (frame.name === endFrameName) return frame.code === frames.length ? { kind: 'whole', frames } : { kind: 'cut' };
    frames.push(frame);
    position = frame.next;
  }
  return { kind: 'cut' };
}

/** A login shell may leave its cursor in mid-line, so the first header may stand anywhere; the nonce makes it unmistakable. */
function findHeader(output: Buffer, nonce: string, from: number): number {
  return output.indexOf(`#${nonce} `, from);
}

function readFrame(output: Buffer, nonce: string, position: number): (Frame & { readonly next: number }) | undefined {
  const lineEnd = output.indexOf(0x0a, position);
  if (lineEnd < 0) return undefined;
  const match = /^#(\S+) (\S+) (\d+) (\d+)$/.exec(output.toString('latin1', position, lineEnd));
  if (match === null || match[1] !== nonce) return undefined;
  const start = lineEnd + 1;
  const end = start + Number(match[4]);
  if (output[end] !== 0x0a) return undefined;
  return { name: match[2] ?? '', code: Number(match[3]), bytes: output.subarray(start, end), next: end + 1 };
}
