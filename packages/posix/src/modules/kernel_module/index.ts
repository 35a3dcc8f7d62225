import { kernelModuleQuery } from '../../queries/kernel-module.ts';
import { defineSetting } from '../../settings/define-setting.ts';
import { declareKernelModule, type KernelModulePart, kernelModuleSchema } from './declared.ts';
import { importKernelModule } from './import.ts';
import {
  diffKernelModule,
  type KernelModuleLive,
  kernelModuleOperations,
  observeKernelModule,
  predictKernelModule,
  restoreKernelModule,
} from './live.ts';
import { writeKernelModule } from './write.ts';

/** A module of the kernel: loaded now and at each start, with its parameters. */
export const kernelModule = defineSetting<KernelModulePart, KernelModuleLive>()({
  type: 'kernel_module',
  summary: 'A module of the kernel: whether it is loaded, now and at each start, and its parameters.',
  identityDescription: 'Name of the module; hyphens and underscores mean the same.',
  schema: kernelModuleSchema,
  examples: [
    `- kernel_module: br_netfilter`,
    `- kernel_module: bonding
  parameters: { mode: 802.3ad, miimon: 100 }`,
    `- kernel_module: pcspkr
  state: absent
  blacklisted: true`,
  ],
  undo: 'The files come back, and the module is loaded or unloaded as it was before.',
  importing: importKernelModule,
  declarePart: declareKernelModule,
  texts: ({ name, persistent, parameters, blacklisted }) => ({
    ...(parameters === null && blacklisted === null
      ? {}
      : { settings: { path: `/etc/modprobe.d/${name}.conf`, follow: false, isOwn: true } }),
    ...(persistent ? { load: { path: `/etc/modules-load.d/${name}.conf`, follow: false, isOwn: true } } : {}),
  }),
  write: writeKernelModule,
  claims: ({ name }) => [`kernel module:${name}`],
  queries: ({ live, name }) => (live ? { module: kernelModuleQuery(name) } : {}),
  observe: observeKernelModule,
  diff: diffKernelModule,
  operations: kernelModuleOperations,
  predict: predictKernelModule,
  restore: restoreKernelModule,
});
