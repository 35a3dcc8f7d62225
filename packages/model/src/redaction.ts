/** Replaces every known secret in a text by a mask. The one sink through which all output goes. */
export type Redactor = {
  /** Learns a secret value and the forms it takes in output: Base64, URL-encoded, JSON-escaped, each of its lines. */
  readonly add: (secret: string) => void;
  readonly redact: (text: string) => string;
  /** A digest of a secret under the project's key, so that equality can be seen and the value cannot be guessed. */
  readonly digest: (secret: string) => string;
};
