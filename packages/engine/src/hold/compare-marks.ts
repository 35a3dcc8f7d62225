import { type Diagnostic, errorDiagnostic, type NodeMarks } from '@setpoint/model';

/**
 * Compares what a node said about itself for a plan with what it says now; undefined when it is the same one. A node that said
 * something must say something of it again; one that said nothing about itself cannot be told from another.
 */
export function compareMarks(node: string, saved: NodeMarks, now: NodeMarks): Diagnostic | undefined {
  const common = Object.keys(saved).filter((name) => now[name] !== undefined);
  const different = common.filter((name) => saved[name] !== now[name]);
  if (different.length === 0 && (common.length > 0 || Object.keys(saved).length === 0)) return undefined;
  const differences = different.map((name) => `its ${name} was ${saved[name]} and is ${now[name]}`);
  const why =
    differences.length > 0
      ? differences.join('; ')
      : `it said ${listOf(saved)} then and ${listOf(now)} now, of which nothing can be compared`;
  return errorDiagnostic('SP819', {
    node,
    detail: `What answers as ${node} is not what the saved plan was made for: ${why}. Nothing is done to it.`,
    hint: 'look which machine it is; if it was replaced on purpose: setpoint plan --out FILE',
  });
}

function listOf(marks: NodeMarks): string {
  const names = Object.keys(marks).sort();
  return names.length === 0 ? 'nothing about itself' : `its ${names.join(' and its ')}`;
}
