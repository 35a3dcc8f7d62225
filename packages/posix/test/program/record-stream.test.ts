import { expect } from 'chai';
import { RecordStream, type WaveChunk } from '../../src/program/record-stream.ts';

/** What a stream gives when its input arrives in pieces of the given size; neighbouring output is joined. */
function read(text: string, pieceBytes: number): readonly string[] {
  const stream = new RecordStream('abc');
  const bytes = Buffer.from(text);
  const told: string[] = [];
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    for (const chunk of stream.push(bytes.subarray(start, start + pieceBytes))) append(told, chunk);
  }
  return told;
}

function append(told: string[], chunk: WaveChunk): void {
  if (chunk.kind === 'record') {
    told.push(`record ${chunk.record.name} ${chunk.record.code} ${chunk.record.bytes.toString()}`);
    return;
  }
  const last = told.at(-1);
  if (last?.startsWith('output ') === true) told[told.length - 1] = last + chunk.bytes.toString();
  else told.push(`output ${chunk.bytes.toString()}`);
}

describe('the records of a wave', () => {
  const input = '\n#abc start.0 0 0\n\nhello\n#abd no\n#abc done.0 3 5\nfirst\n\n#abc start.1 0 0\n\n';
  const expected = [
    'record start.0 0 ',
    'output \nhello\n#abd no',
    'record done.0 3 first',
    'output \n',
    'record start.1 0 ',
  ];

  for (const pieceBytes of [1, 2, 3, 7, 1000]) {
    it(`are the same when they arrive in pieces of ${pieceBytes} bytes`, () => {
      expect(read(input, pieceBytes)).to.deep.equal(expected);
    });
  }

  it('hold back no output that cannot be the beginning of one', () => {
    expect(new RecordStream('abc').push(Buffer.from('waiting\n#a'))).to.deep.equal([
      { kind: 'output', bytes: Buffer.from('waiting') },
    ]);
  });
});
