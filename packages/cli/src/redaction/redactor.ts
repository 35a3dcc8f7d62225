import { hash } from 'node:crypto';
import type { Redactor } from '@setpoint/model';

/** What stands where a secret stood. */
const mask = '(secret)';

/** Shorter secrets occur by chance in every text, and masking them would make output unreadable; their properties are hidden whole. */
const minMaskedLength = 4;

/**
 * The redactor of one process: knows every secret that was read, in the forms in which tools print them, and masks them in every
 * text that leaves. `key` is the project's own; digests of two projects cannot be compared.
 */
export function createRedactor(key: () => Buffer): Redactor {
  const forms = new Set<string>();
  let pattern: RegExp | undefined;
  let hmac: ((text: string) => string) | undefined;
  return {
    add: (secret) => {
      for (const form of printedForms(secret)) forms.add(form);
      pattern = undefined;
    },
    redact: (text) => {
      if (forms.size === 0) return text;
      pattern ??= compile(forms);
      return text.replace(pattern, mask);
    },
    digest: (secret) => {
      hmac ??= createKeyedHash(key());
      return `keyed:${hmac(secret).slice(0, 16)}`;
    },
  };
}

/**
 * HMAC-SHA-256 (RFC 2104) of texts under one key, in hex. A run makes one for each property that it declares, and Node's own Hmac
 * objects cost ten times as much.
 */
function createKeyedHash(key: Buffer): (text: string) => string {
  const block = Buffer.alloc(64);
  (key.length > 64 ? hash('sha256', key, 'buffer') : key).copy(block);
  const inner = Buffer.from(block.map((byte) => byte ^ 0x36));
  const outer = Buffer.from(block.map((byte) => byte ^ 0x5c));
  return (text) =>
    hash('sha256', Buffer.concat([outer, hash('sha256', Buffer.concat([inner, Buffer.from(text)]), 'buffer')]));
}

function printedForms(secret: string): readonly string[] {
  const lines = secret.split(/\r?\n/);
  const plain = [secret, secret.trim(), ...lines, ...lines.map((line) => line.trim())];
  const encoded = plain.flatMap((text) => [
    JSON.stringify(text).slice(1, -1),
    encodeURIComponent(text),
    ...base64Forms(text),
  ]);
  return [...plain, ...encoded].filter((form) => form.length >= minMaskedLength);
}

/** Base64 of the text alone, and its unmistakable middle at each of the three alignments it can have inside a longer text. */
function base64Forms(text: string): readonly string[] {
  const aligned = [0, 1, 2].map((offset) => {
    const encoded = Buffer.from('\0'.repeat(offset) + text)
      .toString('base64')
      .replace(/=+$/, '');
    return encoded.slice(offset === 0 ? 0 : offset + 1, -1);
  });
  return [
    Buffer.from(text).toString('base64'),
    Buffer.from(text).toString('hex'),
    ...aligned.filter((form) => form.length >= 8),
  ];
}

function compile(forms: ReadonlySet<string>): RegExp {
  // The longest form first, so that a secret that contains another is masked as one.
  const ordered = [...forms].sort((left, right) => right.length - left.length);
  return new RegExp(ordered.map((form) => form.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|'), 'g');
}
