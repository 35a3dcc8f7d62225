import type { Command } from '../command.ts';

/**
 * How each command is loaded by its name, so that a start pays only for the command it runs. `index.ts` has all of them, for help
 * and for what is generated from the table; a test holds the two equal.
 */
export const commandLoaders: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./init.ts')).init,
  validate: async () => (await import('./validate.ts')).validate,
  plan: async () => (await import('./plan.ts')).plan,
  apply: async () => (await import('./apply.ts')).apply,
  show: async () => (await import('./show.ts')).show,
  sign: async () => (await import('./sign.ts')).sign,
  drift: async () => (await import('./drift.ts')).drift,
  explain: async () => (await import('./explain.ts')).explain,
  facts: async () => (await import('./facts.ts')).facts,
  import: async () => (await import('./import.ts')).importNode,
  modbus: async () => (await import('./modbus.ts')).modbus,
  graph: async () => (await import('./graph.ts')).graph,
  rollback: async () => (await import('./rollback.ts')).rollback,
  runs: async () => (await import('./runs.ts')).runs,
  ci: async () => (await import('./ci.ts')).ci,
  doctor: async () => (await import('./doctor.ts')).doctor,
  schema: async () => (await import('./schema.ts')).schema,
};

/** The commands that a command line can mean: the one it names, or all of them when it names none of the table. */
export async function loadCommandsFor(words: readonly string[]): Promise<readonly Command[]> {
  const [name = ''] = words;
  const load = Object.hasOwn(commandLoaders, name) ? commandLoaders[name] : undefined;
  return load === undefined ? (await import('./index.ts')).commands : [await load()];
}
