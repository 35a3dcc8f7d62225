const unitsMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of an age as people write it: `90m`, `12h`, `3d`; undefined for anything else. */
export function parseAge(text: string): number | undefined {
  const [, number, unit] = /^([1-9]\d{0,5})([mhd])$/.exec(text) ?? [];
  const unitMs = unitsMs[unit ?? ''];
  return unitMs === undefined ? undefined : Number(number) * unitMs;
}

/** An age in the largest unit that tells it well: `26 hours`, `3 days`. */
export function describeAge(ms: number): string {
  const [unit, unitMs] =
    ms < 2 * hourMs
      ? (['minute', 60_000] as const)
      : ms < 48 * hourMs
        ? (['hour', hourMs] as const)
        : (['day', 24 * hourMs] as const);
  const count = Math.floor(ms / unitMs);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

const hourMs = 3_600_000;
