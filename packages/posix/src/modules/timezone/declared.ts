import { type Static, Type } from '@setpoint/sdk';
import type { DeclaredPart } from '../../settings/define-setting.ts';

/** The time zone of a node as declared. */
export type TimezonePart = {
  readonly zone: string;
  /** What the clock of the hardware shows; null when it is not managed. */
  readonly hardwareClock: 'utc' | 'local' | null;
};

export const timezoneSchema = Type.Object(
  {
    hardware_clock: Type.Optional(
      Type.Union([Type.Literal('utc'), Type.Literal('local')], {
        description:
          'What the clock of the hardware shows, as /etc/adjtime tells the next start: UTC, or local time beside a system that wants it so. The clock itself is not set. Left as it is when not declared.',
      }),
    ),
  },
  { additionalProperties: false },
);

/** Checks that the name could be one of the time zone database. */
export function declareTimezone(
  identity: string,
  { hardware_clock: hardwareClock = null }: { readonly hardware_clock?: 'utc' | 'local' | null },
): DeclaredPart<TimezonePart> {
  if (/^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+)*$/.test(identity))
    return { kind: 'part', identity, part: { zone: identity, hardwareClock } };
  const detail = `"${identity}" cannot be the name of a time zone.`;
  const hint = 'write it as the time zone database does, such as Europe/Zurich or UTC';
  return { kind: 'invalid', problems: [{ property: '', detail, hint }] };
}

export type TimezoneProperties = Static<typeof timezoneSchema>;

/** Where the data of a time zone lies. */
export function zonePath(zone: string): string {
  return `/usr/share/zoneinfo/${zone}`;
}
