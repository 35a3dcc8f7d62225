import type { JsonObject } from '@setpoint/model';
import { expect } from 'chai';
import { file } from '../../../src/modules/file/index.ts';
import { declareOrThrow } from '../../support/converge.ts';

const declareObject = (properties: JsonObject): JsonObject =>
  declareOrThrow(file, { identity: '/etc/app.conf', properties, body: 'x' }) as JsonObject;

describe('a file in another encoding than UTF-8', () => {
  it('T-03 shows the lines of a file in the encoding that is declared for it', () => {
    const old = Uint8Array.from([0x80, 0x0a, 0xfc, 0x0a]);
    const encoded = { encoding: 'windows-1252', text: '€\nö\n' } as const;
    const edits = file.diff(
      {
        ...declareObject({ content: 'x' }),
        body: { sha256: 'new', sizeBytes: 4, encoded },
      },
      { kind: 'present', state: { sha256: 'old', sizeBytes: 4, base64: Buffer.from(old).toString('base64') } },
    );
    expect(edits[0]?.hunks?.[0]?.lines).to.deep.equal([' €', '-ü', '+ö']);
  });
});
