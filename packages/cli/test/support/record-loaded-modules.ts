// Loaded into a command line under test: writes what was loaded when it ends.
import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const loaded = new Set<string>();
const file = process.env['SETPOINT_TEST_LOADED'];

registerHooks({
  load: (url, context, next) => {
    loaded.add(url);
    return next(url, context);
  },
});

// Not a module, but the tables behind it take as long to load as many of them.
const { Segmenter } = Intl;
Object.defineProperty(Intl, 'Segmenter', {
  get: () => {
    loaded.add('Intl.Segmenter');
    return Segmenter;
  },
});

if (file !== undefined) process.on('exit', () => writeFileSync(file, JSON.stringify([...loaded])));
