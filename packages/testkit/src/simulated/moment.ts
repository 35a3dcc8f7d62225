/** A moment of a simulated host in the form in which a host tells times: UTC, down to the nanosecond. */
export function momentText(ticks: number): string {
  const time = new Date(Date.UTC(2026, 0, 1) + ticks * 1000).toISOString();
  return `${time.slice(0, 10)} ${time.slice(11, 19)}.000000000`;
}
