import { createHmac } from 'node:crypto';
import { expect } from 'chai';
import { createRedactor } from '../../src/redaction/redactor.ts';

const key = () => Buffer.alloc(32, 7);

describe('masking secrets in output', () => {
  const secret = 'p@ss"w\\ord/é+1';
  const forms = [
    { name: 'as it is', text: `password=${secret};` },
    { name: 'inside JSON', text: JSON.stringify({ password: secret }) },
    { name: 'URL-encoded', text: `https://db/?p=${encodeURIComponent(secret)}` },
    { name: 'in Base64', text: Buffer.from(secret).toString('base64') },
    { name: 'in the middle of Base64', text: Buffer.from(`user:${secret}:x`).toString('base64') },
    { name: 'in hexadecimal', text: Buffer.from(secret).toString('hex') },
  ];
  for (const { name, text } of forms) {
    it(`finds a secret ${name}`, () => {
      const redactor = createRedactor(key);
      redactor.add(secret);
      const shown = redactor.redact(text);
      expect(shown).to.include('(secret)');
      expect(shown).not.to.include(secret);
      expect(shown).not.to.include(text);
    });
  }

  it('leaves text without secrets alone', () => {
    const redactor = createRedactor(key);
    redactor.add(secret);
    expect(redactor.redact('nothing here')).to.equal('nothing here');
  });

  it('masks each line of a secret with several lines', () => {
    const redactor = createRedactor(key);
    redactor.add('-----BEGIN KEY-----\nabcdefgh\n-----END KEY-----\n');
    expect(redactor.redact('saw abcdefgh there')).to.equal('saw (secret) there');
  });

  it('masks the longer of two secrets that contain each other', () => {
    const redactor = createRedactor(key);
    redactor.add('hunter');
    redactor.add('hunter2000');
    expect(redactor.redact('x hunter2000 y')).to.equal('x (secret) y');
  });

  it('digests equal secrets alike under one key, and differently under another', () => {
    const one = createRedactor(key);
    const other = createRedactor(() => Buffer.alloc(32, 8));
    expect(one.digest('a')).to.equal(createRedactor(key).digest('a'));
    expect(one.digest('a')).not.to.equal(one.digest('b'));
    expect(one.digest('a')).not.to.equal(other.digest('a'));
  });
});

describe('digests of secrets', () => {
  for (const length of [0, 32, 64, 100]) {
    it(`are HMAC-SHA-256 under a key of ${length} bytes`, () => {
      const long = Buffer.alloc(length, 9);
      const wanted = createHmac('sha256', long).update('größe').digest('hex').slice(0, 16);
      expect(createRedactor(() => long).digest('größe')).to.equal(`keyed:${wanted}`);
    });
  }
});
