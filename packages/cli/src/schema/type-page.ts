import type { ResourceModule } from '@setpoint/model';
import { type Palette, renderTable } from '@setpoint/render';
import { propertyRows } from './property-rows.ts';

/** What one can declare of a resource type, for a terminal: what it is, its properties and examples. */
export function typePage(module: ResourceModule, palette: Palette): string {
  const rows = propertyRows(module.schema).map((row) => [
    row.name,
    row.type,
    row.isRequired ? 'required' : (row.defaultValue ?? ''),
    row.description,
  ]);
  const table = renderTable(
    { columns: [{ title: 'property' }, { title: 'type' }, { title: 'default' }, { title: 'meaning' }], rows },
    palette,
  );
  const examples = module.examples.map((example) => `${indent(example)}\n`).join('\n');
  return `${palette.bold(module.type)}: ${module.summary}\nIdentity: ${module.identityDescription}\n\n${table}\n${palette.bold('Examples')}\n\n${examples}`;
}

/** Every resource type with its summary, for a terminal. */
export function typeList(modules: readonly ResourceModule[], palette: Palette): string {
  const rows = modules.map((module) => [module.type, module.summary]);
  return renderTable({ columns: [{ title: 'type' }, { title: 'what it is' }], rows }, palette);
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}
