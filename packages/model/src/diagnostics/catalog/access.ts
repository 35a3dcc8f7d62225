import type { DiagnosticRow } from './row.ts';

/** Diagnostics about who and what gets at a host: SP686 to SP696. */
export const accessDiagnostics = {
  SP686: {
    summary: 'The program that reads the file over is missing',
    explanation:
      'Some files do harm the moment they are wrong: with a faulty file of sudoers nobody may use sudo any more, also Setpoint. So the node’s own program reads the new content before it takes its place, and here the node does not have that program. Declare the package that brings it before this resource, or switch the reading off where the type allows it.',
  },
  SP687: {
    summary: 'The node does not take the rules',
    explanation:
      'The node read the declared table over with its own `nft -c`, which changes nothing, and found something wrong: a word it does not know, a set that is not there, a device that it does not have. Nothing was written and the rules in force stay. The first three lines of the program that the message speaks of are made by Setpoint; the fourth is the first line of the declared content.',
  },
  SP688: {
    summary: 'The private key cannot be used',
    explanation:
      'A file stands where the private key of a certificate is declared, and openssl cannot read a key from it: it is damaged, of another form, or asks for a passphrase, which Setpoint does not keep. Replacing it would lose it for good, so that is done only when `replace_key: true` says so.',
  },
} as const satisfies Record<string, DiagnosticRow>;
