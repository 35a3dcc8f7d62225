import { accessDiagnostics } from './access.ts';
import { connectionDiagnostics } from './connection.ts';
import { databaseDiagnostics } from './database.ts';
import { deliveryDiagnostics } from './delivery.ts';
import { expressionDiagnostics } from './expression.ts';
import { inventoryDiagnostics } from './inventory.ts';
import { modbusDiagnostics } from './modbus.ts';
import { playbookDiagnostics } from './playbook.ts';
import { projectDiagnostics } from './project.ts';
import { resourceDiagnostics } from './resource.ts';
import type { DiagnosticRow } from './row.ts';
import { runDiagnostics } from './run.ts';
import { shellDiagnostics } from './shell.ts';
import { systemDiagnostics } from './system.ts';
import { unitDiagnostics } from './units.ts';
import { yamlDiagnostics } from './yaml.ts';

/** Every diagnostic there is. The key is the code; a code is never reused for another meaning. */
export const diagnosticCatalog = {
  ...yamlDiagnostics,
  ...playbookDiagnostics,
  ...expressionDiagnostics,
  ...inventoryDiagnostics,
  ...connectionDiagnostics,
  ...shellDiagnostics,
  ...modbusDiagnostics,
  ...databaseDiagnostics,
  ...resourceDiagnostics,
  ...unitDiagnostics,
  ...systemDiagnostics,
  ...deliveryDiagnostics,
  ...accessDiagnostics,
  ...runDiagnostics,
  ...projectDiagnostics,
} as const satisfies Record<string, DiagnosticRow>;

export type DiagnosticCode = keyof typeof diagnosticCatalog;

/** True when the text is the code of a diagnostic. */
export function isDiagnosticCode(text: string): text is DiagnosticCode {
  return Object.hasOwn(diagnosticCatalog, text);
}
