import { placeText, type Reading, rawText, valueText } from '@setpoint/modbus/tools';
import { type Column, type Palette, renderTable } from '@setpoint/render';

const columns: readonly Column[] = [{ title: 'name' }, { title: 'value' }, { title: 'raw' }, { title: 'address' }];

/** Readings as a table: name, value, raw words, and table and address as on the wire and as on paper. */
export function readingsTable(readings: readonly Reading[], palette: Palette, access?: 'with access'): string {
  const rows = readings.map((reading) => [
    ...readingCells(reading),
    ...(access === undefined ? [] : [reading.definition.access]),
  ]);
  return renderTable({ columns: [...columns, ...(access === undefined ? [] : [{ title: 'access' }])], rows }, palette);
}

/** The cells of one reading, in the order of the table. */
export function readingCells(reading: Reading): readonly string[] {
  const { definition } = reading;
  return [definition.name, valueText(reading), rawText(reading), placeText(definition)];
}
