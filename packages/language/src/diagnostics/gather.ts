import { type Diagnostic, hasErrors, sortDiagnostics } from '@setpoint/model';
import { maxDiagnosticsPerFile } from '../yaml/limits.ts';

/** Collects the diagnostics of a run; the same cause on many nodes becomes one. */
export type Gather = {
  readonly report: (diagnostic: Diagnostic) => void;
  /** Reports what was found while compiling for a node. */
  readonly reportFor: (node: string, diagnostic: Diagnostic) => void;
  readonly hasErrors: () => boolean;
  /** All of them, sorted by place, at most 1,000 per file. */
  readonly finish: () => readonly Diagnostic[];
};

type Group = { readonly diagnostic: Diagnostic; readonly nodes: Set<string> };

/** Makes an empty collection. */
export function createGather(): Gather {
  const groups = new Map<string, Group>();
  const perFile = new Map<string, number>();
  const add = (diagnostic: Diagnostic, node: string | undefined): void => {
    const key = causeOf(diagnostic);
    const known = groups.get(key);
    if (known !== undefined) {
      if (node !== undefined) known.nodes.add(node);
      return;
    }
    const file = diagnostic.span?.file ?? '';
    const count = (perFile.get(file) ?? 0) + 1;
    perFile.set(file, count);
    if (count > maxDiagnosticsPerFile) return;
    groups.set(key, { diagnostic, nodes: new Set(node === undefined ? [] : [node]) });
  };
  return {
    report: (diagnostic) => add(diagnostic, undefined),
    reportFor: (node, diagnostic) => add(diagnostic, node),
    hasErrors: () => hasErrors([...groups.values()].map((group) => group.diagnostic)),
    finish: () => sortDiagnostics([...groups.values()].map(tellNodes)),
  };
}

function causeOf({ code, span, detail, address }: Diagnostic): string {
  return [code, span?.file, span?.start.offset, detail, address].join('\0');
}

const namedNodes = 3;

/** One node is named by the diagnostic's own member, several are counted and the first ones named. */
function tellNodes({ diagnostic, nodes }: Group): Diagnostic {
  const [only, second] = nodes;
  if (only === undefined) return diagnostic;
  if (second === undefined) return { ...diagnostic, node: only };
  const first = [...nodes].slice(0, namedNodes).join(', ');
  const more = nodes.size > namedNodes ? ` and ${nodes.size - namedNodes} more` : '';
  return { ...diagnostic, detail: `${diagnostic.detail} This concerns ${nodes.size} nodes: ${first}${more}.` };
}
