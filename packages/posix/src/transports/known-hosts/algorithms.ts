/** The signature algorithms that prove a host key of each type; RSA keys sign with SHA-2 only unless the user allows more. */
const algorithmsOfType: Readonly<Record<string, readonly string[]>> = {
  'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'],
};

/**
 * Puts the host key algorithms of already known keys first and keeps the order otherwise. Without it a server with several keys
 * shows one that is not known, which looks like a changed key (OpenSSH sshconnect2.c, order_hostkeyalgs).
 */
export function preferKnownAlgorithms(
  algorithms: readonly string[],
  knownKeyTypes: ReadonlySet<string>,
): readonly string[] {
  const known = new Set([...knownKeyTypes].flatMap((type) => algorithmsOfType[type] ?? [type]));
  return [
    ...algorithms.filter((algorithm) => known.has(algorithm)),
    ...algorithms.filter((algorithm) => !known.has(algorithm)),
  ];
}
