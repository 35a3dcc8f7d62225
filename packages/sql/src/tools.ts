export { factKey, kindOfKey, nameOfKey } from './catalogue/fact-key.ts';
