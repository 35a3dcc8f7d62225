import { nameOf, parentOf } from './absolute-path.ts';

/**
 * The empty file that stands beside a file while its new content waits for its check to succeed. It is still there when the program
 * was killed in between: then the content is what was declared, and nothing has proved it.
 */
export function unprovenMark(path: string): string {
  const parent = parentOf(path);
  return `${parent === '/' ? '' : parent}/.${nameOf(path)}.setpoint-unproven`;
}
