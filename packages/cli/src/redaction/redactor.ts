import { createHmac } from 'node:crypto';
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
    digest: (secret) => `keyed:${createHmac('sha256', key()).update(secret).digest('hex').slice(0, 16)}`,
  };
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
