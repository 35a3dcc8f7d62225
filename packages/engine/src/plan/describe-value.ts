import { describeCause, type EditValue } from '@setpoint/model';

/** One side of an edit as a part of a sentence; secrets are not told. */
export function describeValue(value: EditValue): string {
  switch (value.kind) {
    case 'absent':
      return 'absent';
    case 'value':
      return JSON.stringify(value.value);
    case 'content':
      return `${value.sizeBytes} ${value.sizeBytes === 1 ? 'byte' : 'bytes'} with SHA-256 ${value.sha256.slice(0, 12)}…`;
    case 'unknown':
      return `unknown (${describeCause(value.cause)})`;
    case 'sensitive':
      return 'a secret value';
    default:
      return value satisfies never;
  }
}
