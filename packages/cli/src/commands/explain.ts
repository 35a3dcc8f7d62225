import {
  type DeclaredResource,
  errorDiagnostic,
  formatSpan,
  isDiagnosticCode,
  type Json,
  nearestName,
  parseAddress,
  type ValueOrigin,
} from '@setpoint/model';
import { escapeText, renderExplanation } from '@setpoint/render';
import { playbookOptions } from '../arguments/common-options.ts';
import type { Command, CommandIo, ParsedArguments } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { createReport, type Report } from '../output/report.ts';
import { findProjectDir } from '../project/find-project.ts';
import { openCommand } from '../project/open-command.ts';

/** `setpoint explain`: what a code means, or where a value came from. */
export const explain: Command = {
  name: 'explain',
  summary: 'Explain a diagnostic code, or where a value came from',
  description:
    'With a code, prints what it means and what to do. With a node and ADDRESS.property, prints the value that the property has on that node and the chain of places that produced it, the winner last.',
  arguments: [
    { name: 'code-or-node', required: true, description: 'a code such as SP201, or the name of a node' },
    {
      name: 'address.property',
      required: false,
      description: 'such as file:/etc/motd.mode; without a property, all of them',
    },
  ],
  options: [
    ...playbookOptions,
    {
      name: 'playbook',
      short: 'p',
      value: 'FILE',
      repeats: true,
      description: 'playbooks to look in (default: all in playbooks/)',
    },
  ],
  examples: [
    { command: 'setpoint explain SP201', explanation: 'what the code means' },
    { command: 'setpoint explain web1 file:/etc/motd.mode', explanation: 'why the mode is what it is on web1' },
  ],
  run: (given, io) => {
    const [first = '', second] = given.positional;
    return second === undefined ? explainCode(first, given, io) : explainValue(first, second, { given, io });
  },
};

async function explainCode(code: string, given: ParsedArguments, io: CommandIo): Promise<ExitCode> {
  const report = createReport(given, io, findProjectDir(io.cwd, given.value('project')));
  const name = code.toUpperCase();
  if (isDiagnosticCode(name)) {
    await report.text(renderExplanation(name, report.out));
    await report.line('explanation', { code: name, text: renderExplanation(name, report.out) });
    return exitCodes.done;
  }
  return fail(report, `"${code}" is no diagnostic code.`, 'setpoint explain NODE ADDRESS.property explains a value');
}

async function explainValue(
  nodeName: string,
  path: string,
  { given, io }: { readonly given: ParsedArguments; readonly io: CommandIo },
): Promise<ExitCode> {
  const { project, report } = await openCommand({ ...given, positional: given.values('playbook') }, io);
  const resources = project.loaded.plays.flatMap((play) =>
    play.nodes.filter(({ node }) => node.name === nodeName).flatMap((node) => node.resources),
  );
  if (resources.length === 0) {
    await report.diagnostics(project.loaded.diagnostics);
    return fail(
      report,
      `No play declares anything for a node "${nodeName}".`,
      suggestion(
        nodeName,
        project.loaded.nodes.map((node) => node.name),
      ),
    );
  }
  const resource = findResource(resources, path);
  if (resource === undefined)
    return fail(
      report,
      `"${path}" is declared nowhere for ${nodeName}.`,
      suggestion(path, resources.flatMap(allPaths)),
    );
  const property = path.slice(resource.address.length + 1);
  const all = Object.entries(resource.origins);
  const properties = property === '' ? all : all.filter(([name]) => name === property);
  if (property !== '' && properties.length === 0)
    return fail(
      report,
      `${resource.address} declares no "${property}" for ${nodeName}.`,
      all.length === 0 ? 'it declares nothing but itself' : `it declares ${all.map(([name]) => name).join(', ')}`,
    );
  if (properties.length === 0) {
    await report.text(`${nodeName} ${resource.address}  ${formatSpan(resource.source)}\n`);
    await report.line('origins', { node: nodeName, address: resource.address, property: null, origins: [] });
  }
  for (const [property, origins] of properties) {
    await report.text(
      `${nodeName} ${resource.address}.${property} = ${escapeText(origins.at(-1)?.value ?? '')}\n${origins.map(describeOrigin).join('')}`,
    );
    await report.line('origins', {
      node: nodeName,
      address: resource.address,
      property,
      origins: origins as unknown as Json,
    });
  }
  return exitCodes.done;
}

/** Identities may hold dots, so the longest address that fits wins and the rest is the property. */
function findResource(resources: readonly DeclaredResource[], path: string): DeclaredResource | undefined {
  if (parseAddress(path) === undefined) return undefined;
  const fits = resources.filter((resource) => path === resource.address || path.startsWith(`${resource.address}.`));
  return fits.sort((left, right) => right.address.length - left.address.length)[0];
}

function allPaths(resource: DeclaredResource): readonly string[] {
  return [resource.address, ...Object.keys(resource.origins).map((property) => `${resource.address}.${property}`)];
}

function describeOrigin(origin: ValueOrigin): string {
  const place = origin.span === undefined ? '' : `  ${formatSpan(origin.span)}`;
  return `  ${origin.level.padEnd(18)} ${escapeText(origin.name)} = ${escapeText(origin.value)}${place}\n`;
}

function suggestion(written: string, candidates: readonly string[]): string {
  const nearest = nearestName(written, candidates);
  return nearest === undefined ? 'setpoint graph lists what is declared' : `did you mean "${nearest}"?`;
}

async function fail(report: Report, detail: string, hint: string): Promise<ExitCode> {
  await report.diagnostics([errorDiagnostic('SP806', { detail, hint })]);
  return exitCodes.error;
}
