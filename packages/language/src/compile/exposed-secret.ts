import { errorDiagnostic } from '@setpoint/model';
import type { Evaluated, Scope } from '../expression/scope.ts';
import type { ResourceDeclaration } from '../playbook/draft.ts';
import { spanOf } from '../yaml/value.ts';

/**
 * Refuses secrets in properties that reach the argument lists and the logs of the node's tools. Only contents travel as data: those
 * of files, the standard input of a command, a password. True when there was none.
 */
export function refuseExposedSecrets(
  { module, properties }: ResourceDeclaration,
  values: ReadonlyMap<string, Evaluated>,
  scope: Scope,
): boolean {
  const exposed = properties.entries.filter(({ key }) => {
    // Whether a value that is not known as a whole holds a secret is not known either.
    if (values.get(key)?.needs !== undefined && values.get(key)?.taint === 'whole') return false;
    const schema = module.schema.properties?.[key];
    const travelsAsData = schema?.['x-body'] !== undefined || schema?.['x-sensitive'] === true;
    return values.get(key)?.taint !== undefined && !travelsAsData;
  });
  for (const { key, value } of exposed) {
    scope.report(
      errorDiagnostic('SP312', {
        detail: `\`${key}\` of \`${module.type}\` holds a secret, and it would stand in the process list and the logs of the node.`,
        hint:
          key === 'run' || key === 'argv' || key === 'env'
            ? 'Give it to the command through `stdin:`, or through a file of mode 0600.'
            : 'Put the secret into the content of a file of mode 0600.',
        span: spanOf(value),
      }),
    );
  }
  return exposed.length === 0;
}
