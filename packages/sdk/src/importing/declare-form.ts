import { createHash } from 'node:crypto';
import type { Declaration, DeclaredForm, ResourceModule } from '@setpoint/model';
import { decodeText } from '../content/decode.ts';

/** Lets a module take an object in a form in which it would be imported, as the language hands it over. */
export function declareForm(
  module: ResourceModule,
  identity: string,
  { properties, content }: DeclaredForm,
): Declaration {
  if (content === undefined) return module.declare({ identity, properties });
  const bytes = Buffer.from(content.base64, 'base64');
  const text = decodeText(bytes);
  const written = text === undefined ? { [content.inFile]: 'file' } : { [content.inText]: text };
  const body = {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sizeBytes: bytes.length,
    ...(text === undefined ? {} : { text }),
  };
  return module.declare({ identity, properties: { ...properties, ...written }, body });
}
