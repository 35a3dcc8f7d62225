import { access } from './access.ts';
import { accounts } from './accounts.ts';
import { delivery } from './delivery.ts';
import { files } from './files.ts';
import { settings } from './settings.ts';
import type { StaleCase } from './stale-case.ts';
import { system } from './system.ts';
import { text } from './text.ts';

/** What is tried for each type of hosts, in the order in which a playbook declares it. */
export const staleCases: readonly StaleCase[] = [
  ...files,
  ...accounts,
  ...access,
  ...settings,
  ...delivery,
  ...text,
  ...system,
];
