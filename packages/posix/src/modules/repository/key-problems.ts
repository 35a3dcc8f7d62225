import type { Body, DeclarationProblem } from '@setpoint/model';
import type { RepositoryProperties } from './schema.ts';

/** The line that a public key begins with, and how to get it. */
const pgp = { armour: '-----BEGIN PGP PUBLIC KEY BLOCK-----', hint: 'export it with: gpg --armor --export ID' };
const rsa = { armour: '-----BEGIN PUBLIC KEY-----', hint: 'take the file that ends in .rsa.pub' };

/** What is wrong with the content of a key. */
export function keyProblems(properties: RepositoryProperties, body: Body | undefined): readonly DeclarationProblem[] {
  const property = properties.key_source === undefined ? 'key' : 'key_source';
  const { armour, hint } = properties.manager === 'apk' ? rsa : pgp;
  const isBinary = body !== undefined && body.text === undefined;
  if (body === undefined || (isBinary && properties.manager === undefined)) return [];
  if (/-----BEGIN (PGP |RSA |EC |)PRIVATE KEY/.test(body.text ?? '')) {
    const detail = 'This is a private key, with which anybody could sign packages.';
    return [{ property, detail, hint: hint.replace('export it', 'export the public key') }];
  }
  if (body.text?.includes(armour) === true) return [];
  return [{ property, detail: `This is not a public key: it has no line \`${armour}\`.`, hint }];
}
