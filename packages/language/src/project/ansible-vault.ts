import { type Diagnostic, errorDiagnostic, type SourceSpan } from '@setpoint/model';

/** True for the beginning of a file that Ansible Vault has encrypted: its first line has this form in all versions. */
export function isVaulted(start: string): boolean {
  return start.startsWith('$ANSIBLE_VAULT;');
}

/** What is said of such a file of the project, which nobody can use on a node. */
export function vaulted(path: string, span: SourceSpan): Diagnostic {
  return errorDiagnostic('SP613', {
    detail: `${path} is encrypted by Ansible Vault, and the node would get it like that.`,
    hint: 'Move what is secret in it to where `secret()` finds it, and make the rest a template.',
    span,
  });
}
