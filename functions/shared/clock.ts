// The clock: the only place where the time is read. Everything else is given one.
export interface Clock {
  /** Milliseconds since the epoch. */
  nowMs(): number;
}

export const systemClock: Clock = { nowMs: () => Date.now() };

/** RFC 3339, UTC, always with milliseconds. */
export const rfc3339 = (ms: number): string => new Date(ms).toISOString();

export const toSeconds = (ms: number): number => Math.floor(ms / 1000);

/** The day of UTC: `2027-05-23`. */
export const utcDay = (ms: number): string => rfc3339(ms).slice(0, 10);
