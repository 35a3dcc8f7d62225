import type { SetpointResult } from './setpoint.ts';

/** What a run says of a change that it does not make. */
export type Refusal = { readonly code: string; readonly address?: string; readonly detail: string };

/** The refusals that the lines of a run hold, wherever they stand in them. */
export function refusals({ stdout }: SetpointResult): readonly Refusal[] {
  const found: Refusal[] = [];
  for (const line of stdout.split('\n').filter((each) => each !== '')) {
    JSON.parse(line, (_, value: Partial<Refusal> | null) => {
      if (value?.code === 'SP707' && value.detail !== undefined) found.push(value as Refusal);
      return value;
    });
  }
  return found;
}
