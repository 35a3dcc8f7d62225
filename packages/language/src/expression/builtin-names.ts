/** Filters of minijinja-js 2.11; a test compares this list with the engine. */
export const filterNames =
  'abs attr batch bool capitalize chain count d default dictsort e escape filesizeformat first float groupby indent int items join last length lines list lower map max min pluralize pprint reject rejectattr replace reverse round safe select selectattr slice sort split string striptags sum title tojson trim truncate unique upper'.split(
    ' ',
  );

/** Tests of minijinja-js 2.11 that are words. */
export const testNames =
  'boolean defined divisibleby endingwith eq equalto escaped even false filter float ge greaterthan gt in int integer iterable le lessthan lower lt mapping ne none number odd safe sameas sequence startingwith string test true undefined upper'.split(
    ' ',
  );

/** Functions that expressions may call. */
export const callNames = ['secret', 'range', 'dict', 'namespace', 'cycler', 'joiner'];
