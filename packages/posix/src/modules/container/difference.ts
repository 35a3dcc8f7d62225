import type { Json } from '@setpoint/model';

/** One property that differs. */
export type Difference = {
  readonly path: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  /** The engine changes it in a container that is there; everything else is fixed when the container is made. */
  readonly inPlace?: true;
};

/** The difference of one property; null is not declared. */
export function differs(path: string, before: Json | undefined, after: Json | null): readonly Difference[] {
  return after === null || JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}
