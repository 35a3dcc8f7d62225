import { contentTasks } from './content.ts';
import { runningTasks } from './running.ts';
import type { TwinTask } from './twin-task.ts';

/** Everything that both are asked to do, in this order. */
export const twinTasks: readonly TwinTask[] = [...contentTasks, ...runningTasks];
