// The clock of the functions: the real time and an offset, which their threads share and DATA_DIR keeps.
import { keptJson } from '#local/data-dir.ts';

export interface Clock {
  /** Shared with every worker: milliseconds ahead of the real time. */
  readonly offset: Float64Array;
  nowMs(): number;
  moveTo(nowMs: number): void;
}

export function openClock(path: string): Clock {
  const kept = keptJson(path, { offsetMs: 0 });
  const offset = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  offset[0] = kept.value.offsetMs;
  return {
    offset,
    nowMs: () => Date.now() + (offset[0] ?? 0),
    moveTo(nowMs) {
      const offsetMs = nowMs - Date.now();
      offset[0] = offsetMs;
      kept.save({ offsetMs });
    },
  };
}

const rfc3339 = /^(\d{4}-\d{2}-\d{2})[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;

/** Epoch milliseconds, or undefined where the text is no RFC 3339 time (31 February is none). */
export function parseRfc3339(text: string): number | undefined {
  const match = rfc3339.exec(text);
  if (!match) return undefined;
  const [, date = ''] = match;
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== date) return undefined;
  const at = Date.parse(text.toUpperCase());
  return Number.isNaN(at) ? undefined : at;
}
