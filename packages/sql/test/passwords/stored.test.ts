import { assert } from 'chai';
import { ed25519Key } from '../../src/passwords/ed25519.ts';
import { saslPrep } from '../../src/passwords/sasl-prep.ts';
import { shaCrypt } from '../../src/passwords/sha-crypt.ts';
import { isPassword, isStoredForm, readStored, storedForm } from '../../src/passwords/stored.ts';

const salt = Buffer.from('0123456789abcdefghij');
const account = 'app';

describe('what a server stores for a password', () => {
  const schemes = ['scram-sha-256', 'md5', 'mysql_native_password', 'ed25519', 'caching_sha2_password'] as const;
  for (const scheme of schemes) {
    it(`by ${scheme} is known again, and only for the right password`, () => {
      const form = storedForm(scheme, 'secret', { account, salt });
      const stored = readStored(form, scheme);
      assert.equal(stored.scheme, scheme);
      assert.isTrue(isStoredForm(form) || scheme === 'ed25519');
      assert.isTrue(isPassword(stored, 'secret', account));
      assert.isTrue(isPassword(stored, form, account), 'the form itself');
      assert.isFalse(isPassword(stored, 'Secret', account));
      assert.notInclude(JSON.stringify(stored), form);
    });
  }

  it('is what the servers themselves make of it', () => {
    // These are from the manuals of MariaDB and MySQL, and from `openssl passwd -5`.
    assert.equal(
      storedForm('mysql_native_password', 'secret', { account, salt }),
      '*14E65567ABDB5135D0CFD9A70B3032C179A49EE7',
    );
    assert.equal(ed25519Key('secret'), 'ZIgUREUg5PVgQ6LskhXmO+eZLS0nC8be6HPjYWR4YJY');
    assert.equal(
      shaCrypt(Buffer.from('Hello world!'), Buffer.from('saltstring'), 5000),
      '5B8vYYiY.CVt1RlTTf8KbXBH3hsxY/GNooZaBBGWEc5',
    );
  });

  it('is none, or one of another kind, where it is neither', () => {
    assert.deepEqual(readStored(''), { scheme: 'none' });
    assert.equal(readStored('invalid').scheme, 'other');
    assert.isFalse(isPassword({ scheme: 'none' }, 'x', account));
    assert.isFalse(isStoredForm('a plain password'));
  });
});

describe('a password as SCRAM takes it', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['plain ASCII stays', 'pa ss"word', 'pa ss"word'],
    ['a soft hyphen is nothing', 'I\u00adX', 'IX'],
    ['letters are composed', 'a\u0308', 'ä'],
    ['compatible characters become plain ones', '\u2168', 'IX'],
    ['an odd space is a space', 'a\u00a0b', 'a b'],
    ['what is forbidden stays as it is', 'a\u0007\u00aa', 'a\u0007\u00aa'],
  ];
  for (const [rule, given, wanted] of cases) {
    it(rule, () => assert.equal(saslPrep(given), wanted));
  }
});
