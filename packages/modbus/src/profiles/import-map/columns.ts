/** What a column of a register map says. */
export type Column =
  | 'name'
  | 'description'
  | 'address'
  | 'ref'
  | 'table'
  | 'function'
  | 'type'
  | 'kind'
  | 'length'
  | 'order'
  | 'scale'
  | 'gain'
  | 'divisor'
  | 'offset'
  | 'unit'
  | 'access'
  | 'min'
  | 'max'
  | 'range'
  | 'bit'
  | 'values';

/** Which column is where; of two columns that could mean the same, the first counts. */
export type Columns = ReadonlyMap<Column, number>;

/** Headings without anything but letters and digits, in lower case, as vendors write them. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  name: [
    'name',
    'registername',
    'parameter',
    'parametername',
    'variable',
    'variablename',
    'signal',
    'signalname',
    'tag',
    'tagname',
    'symbol',
    'point',
    'pointname',
    'label',
    'id',
    'key',
    'field',
  ],
  description: [
    'description',
    'desc',
    'comment',
    'comments',
    'remark',
    'remarks',
    'note',
    'notes',
    'meaning',
    'details',
    'text',
    'function',
    'title',
  ],
  address: [
    'address',
    'addr',
    'adr',
    'registeraddress',
    'modbusaddress',
    'startaddress',
    'startingaddress',
    'startregister',
    'register',
    'registers',
    'reg',
    'offsetaddress',
    'addressdec',
    'addresshex',
    'decaddress',
    'hexaddress',
    'dec',
    'hex',
    'pduaddress',
    'registernumber',
    'registerno',
    'regno',
    'number',
    'no',
    'index',
    'location',
    'protocoladdress',
  ],
  ref: [
    'ref',
    'reference',
    'modbusref',
    'modbusreference',
    'plcaddress',
    'plc',
    'modicon',
    'modiconaddress',
    'modbusregister',
    '4x',
    '4xaddress',
    'dataaddress',
  ],
  table: [
    'table',
    'registertype',
    'regtype',
    'modbustable',
    'objecttype',
    'area',
    'memoryarea',
    'space',
    'registerkind',
    'modbustype',
    'primarytable',
    'datatable',
  ],
  function: [
    'functioncode',
    'functioncodes',
    'fc',
    'modbusfunction',
    'functions',
    'func',
    'readfunction',
    'modbusfunctioncode',
  ],
  type: [
    'datatype',
    'dataformat',
    'valuetype',
    'format',
    'encoding',
    'variabletype',
    'vartype',
    'datatypes',
    'representation',
  ],
  kind: ['type'],
  length: [
    'length',
    'len',
    'size',
    'registercount',
    'count',
    'quantity',
    'qty',
    'words',
    'nrofregisters',
    'numberofregisters',
    'noofregisters',
    'numregisters',
    'sizeinregisters',
    'width',
  ],
  order: ['order', 'byteorder', 'wordorder', 'endian', 'endianness', 'byteandwordorder', 'swap'],
  scale: [
    'scale',
    'scaling',
    'scalefactor',
    'scalingfactor',
    'factor',
    'multiplier',
    'resolution',
    'coefficient',
    'mult',
    'lsb',
    'multiply',
  ],
  gain: ['gain'],
  divisor: ['divisor', 'divider', 'divide', 'divideby', 'div'],
  offset: ['offset', 'bias', 'valueoffset', 'zeroffset'],
  unit: [
    'unit',
    'units',
    'uom',
    'engunit',
    'engunits',
    'engineeringunit',
    'engineeringunits',
    'unitofmeasure',
    'measureunit',
  ],
  access: [
    'access',
    'accesstype',
    'accessmode',
    'rw',
    'readwrite',
    'permission',
    'permissions',
    'mode',
    'rwmode',
    'attribute',
    'rowr',
    'accessright',
    'accessrights',
    'readonly',
    'accesslevel',
    'direction',
    'rorw',
  ],
  min: ['min', 'minimum', 'minvalue', 'low', 'lowlimit', 'lowerlimit', 'minval', 'rangemin'],
  max: ['max', 'maximum', 'maxvalue', 'high', 'highlimit', 'upperlimit', 'maxval', 'rangemax'],
  range: ['range', 'valuerange', 'limits', 'validrange', 'valid'],
  bit: ['bit', 'bitno', 'bitnumber', 'bitposition', 'bitoffset'],
  values: [
    'values',
    'enum',
    'enumeration',
    'options',
    'choices',
    'states',
    'valuemap',
    'mapping',
    'enums',
    'valuelist',
  ],
};

const byHeading: ReadonlyMap<string, Column> = new Map(
  Object.entries(headings).flatMap(([column, names]) => names.map((name) => [name, column as Column] as const)),
);

/** Finds out what each column says; columns that are not understood are left out. */
export function columnsOf(header: readonly string[]): Columns {
  const columns = new Map<Column, number>();
  header.forEach((heading, index) => {
    const column = columnOf(heading);
    if (column !== undefined && !columns.has(column)) columns.set(column, index);
  });
  return columns;
}

/** True for a line of headings: it says where things are, and at least one thing more. */
export function isHeader(columns: Columns): boolean {
  return columns.size >= 2 && (columns.has('address') || columns.has('ref'));
}

/** `Unit [SI]` is as good as `unit`, and `Address (hex)` as good as `address`. */
function columnOf(heading: string): Column | undefined {
  const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return byHeading.get(plain(heading)) ?? byHeading.get(plain(heading.replace(/[([{].*$/s, '')));
}
