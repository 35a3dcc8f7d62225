import { type Diagnostic, errorDiagnostic, nearestName, type Redactor, type SourceSpan } from '@setpoint/model';
import type { FileReader } from '../project/file-reader.ts';

/** Where a secret comes from, as setpoint.yaml says. */
export type SecretSource = { readonly name: string; readonly span: SourceSpan } & (
  | { readonly kind: 'env'; readonly variable: string }
  | { readonly kind: 'file'; readonly path: string }
);

export type SecretResult =
  | { readonly kind: 'value'; readonly value: string }
  /** Not read on purpose; `standIn` is a text that stands in its place. */
  | { readonly kind: 'withheld'; readonly standIn: string }
  /** The place of the expression is added by whoever asked. */
  | { readonly kind: 'problem'; readonly problem: Diagnostic };

/** Finds secrets by name; each is read once, on first use, and told to the redactor before anybody has it. */
export type Secrets = {
  readonly get: (name: string) => SecretResult;
  /** Takes note of a text that was made from a secret, or that a property declares to be one. */
  readonly learn: (text: string) => void;
};

export type SecretsOptions = {
  readonly sources: ReadonlyMap<string, SecretSource>;
  readonly configFile: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly files: FileReader;
  readonly redactor: Redactor;
  /** No secret is read. */
  readonly withholds?: boolean;
};

/** Makes the secrets of a project. A run that uses no secret reads none, so a preview needs none of the others. */
export function createSecrets(options: SecretsOptions): Secrets {
  const known = new Map<string, SecretResult>();
  return {
    get: (name) => {
      const result = known.get(name) ?? readSecret(options, name);
      known.set(name, result);
      return result;
    },
    learn: (text) => options.redactor.add(text),
  };
}

function readSecret(options: SecretsOptions, name: string): SecretResult {
  const source = options.sources.get(name);
  if (source === undefined) return { kind: 'problem', problem: notConfigured(options, name) };
  if (options.withholds === true) return { kind: 'withheld', standIn: standInOf(name) };
  const result = source.kind === 'env' ? readVariable(options, source) : readSecretFile(options, source);
  if (result.kind === 'value') options.redactor.add(result.value);
  return result;
}

/** What a value is told to need, as a short phrase. */
export function needsSecret(name: string): string {
  return `needs secret ${name}`;
}

/** What stands in the place of a secret that is not read. */
export function standInOf(name: string): string {
  return `(${needsSecret(name)})`;
}

function notConfigured({ sources, configFile }: SecretsOptions, name: string): Diagnostic {
  const near = nearestName(name, sources.keys());
  return errorDiagnostic('SP307', {
    detail: `The secret \`${name}\` is not configured in ${configFile}.`,
    hint:
      near === undefined
        ? `Add under \`secrets:\` in ${configFile}: ${name}: { env: VARIABLE }`
        : `Did you mean \`${near}\`?`,
  });
}

function readVariable({ env }: SecretsOptions, source: SecretSource & { kind: 'env' }): SecretResult {
  const value = env[source.variable];
  if (value !== undefined && value !== '') return { kind: 'value', value };
  const state = value === undefined ? 'not set' : 'empty';
  return problem(source, 'SP308', {
    detail: `The secret \`${source.name}\` comes from the environment variable ${source.variable}, which is ${state}.`,
    hint: `Set ${source.variable} before you run setpoint.`,
  });
}

function readSecretFile({ files }: SecretsOptions, source: SecretSource & { kind: 'file' }): SecretResult {
  const status = files.stat(source.path);
  const about = `The secret \`${source.name}\` comes from the file ${source.path}`;
  if (status.kind !== 'file') {
    return problem(source, 'SP308', { detail: `${about}, which ${describeMissing(status.kind)}.` });
  }
  if ((status.mode & 0o077) !== 0) {
    const mode = (status.mode & 0o777).toString(8).padStart(4, '0');
    return problem(source, 'SP309', {
      detail: `${about}, which has mode ${mode}: other users of this machine can use it.`,
      hint: `chmod 600 ${source.path}`,
    });
  }
  const bytes = status.sizeBytes > maxSecretBytes ? undefined : files.read(source.path);
  if (bytes === undefined) return problem(source, 'SP308', { detail: `${about}, which cannot be read.` });
  const text = new TextDecoder().decode(bytes).replace(/\r?\n$/, '');
  if (text === '') return problem(source, 'SP308', { detail: `${about}, which is empty.` });
  return { kind: 'value', value: text };
}

const maxSecretBytes = 1024 * 1024;

function describeMissing(kind: 'missing' | 'denied' | 'directory' | 'other'): string {
  const words = {
    missing: 'does not exist',
    denied: 'you may not read',
    directory: 'is a directory',
    other: 'is no regular file',
  };
  return words[kind];
}

function problem(
  source: SecretSource,
  code: 'SP308' | 'SP309',
  told: { readonly detail: string; readonly hint?: string },
): SecretResult {
  const related = [{ span: source.span, label: 'configured here' }];
  return { kind: 'problem', problem: errorDiagnostic(code, { ...told, related }) };
}
