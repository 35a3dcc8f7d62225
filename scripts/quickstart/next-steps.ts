import type { QuickstartProject } from './project.ts';

/** What can be done once the nodes are stopped. */
export function farewell({ shownDir }: QuickstartProject): string {
  return `
Done. The nodes are stopped; the files of the host stay in ${shownDir}/lab/host.

Try next:
${table([
  [`npm run setpoint -- runs last -C ${shownDir}`, 'what the apply did, from its journal'],
  [`npm run setpoint -- graph -C ${shownDir}`, 'what depends on what'],
  ['npm run quickstart -- --keep', 'the same with nodes that stay up, for your own commands'],
  ['npm run setpoint -- init myproject', 'a project of your own; docs/quickstart.md goes on from there'],
])}`;
}

/** What can be done while they are up. */
export function invitation({ shownDir }: QuickstartProject): string {
  return `
The nodes stay up until you press Ctrl-C here. In another terminal, in the root of this checkout:

${table([
  [`npm run setpoint -- apply -C ${shownDir}`, 'asks, then puts back what was changed'],
  [`npm run setpoint -- plan -C ${shownDir}`, `after an edit of ${shownDir}/playbooks`],
  [`npm run setpoint -- facts -C ${shownDir}`, 'what the host is and what the pump holds'],
  [`npm run setpoint -- modbus watch pump-plc speed -C ${shownDir}`, 'each change of a register, until Ctrl-C'],
])}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([command]) => command.length));
  return rows.map(([command, why]) => `  ${command.padEnd(width)}  ${why}\n`).join('');
}
