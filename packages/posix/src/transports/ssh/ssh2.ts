import * as module from 'ssh2';

/**
 * The parts of ssh2 that are used as values. Node finds no names in its CommonJS exports, which end in a spread, so they are taken
 * from the default export.
 */
const { default: ssh2 } = module as typeof module & { readonly default: typeof module };

export const { BaseAgent, Client, OpenSSHAgent, utils } = ssh2;
