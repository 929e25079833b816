// What the evidence knows of erasures since the time that the table was restored to.
import type { RestoreApp } from '#restore/app.ts';
import { utcDay } from '#shared/clock.ts';
import { type Erasure, erasedObject, evidenceNames } from '#shared/evidence.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Objects that are read side by side. */
const AT_ONCE = 16;

const isOfErasures = (name: string, day: string) => name.startsWith(`${evidenceNames.ofDay(day)}erased-`);

/**
 * Of each record the latest. The day before is read too: what was told just before may not have been carried out yet, and
 * carrying it out twice changes nothing. Costs one listing for each day, and its objects.
 * @throws Error that names the object that cannot be read: nothing is put in service on half of what is known.
 */
export async function erasuresSince({ evidence, clock, restoredToMs }: RestoreApp): Promise<Erasure[]> {
  const latest = new Map<string, Erasure>();
  for (const day of daysBetween(restoredToMs - DAY_MS, clock.nowMs())) {
    const names = (await evidence.list(evidenceNames.ofDay(day))).filter((name) => isOfErasures(name, day));
    for (let start = 0; start < names.length; start += AT_ONCE) {
      const batch = names.slice(start, start + AT_ONCE);
      const objects = await Promise.all(batch.map(async (name) => parse(name, await evidence.get(name))));
      for (const erasure of objects.flat()) keepLatest(latest, erasure);
    }
  }
  return [...latest.values()];
}

function keepLatest(latest: Map<string, Erasure>, erasure: Erasure): void {
  const name = `${erasure.clientId} ${erasure.recordId}`;
  const known = latest.get(name);
  if (!known || known.erasedAtMs < erasure.erasedAtMs) latest.set(name, erasure);
}

function parse(name: string, text: string | undefined): Erasure[] {
  try {
    return erasedObject().parse(JSON.parse(text ?? '')).erasures;
  } catch (cause) {
    throw new Error(`${name} cannot be read: what was erased is not known`, { cause });
  }
}

function daysBetween(fromMs: number, untilMs: number): string[] {
  const first = Math.floor(fromMs / DAY_MS);
  const last = Math.floor(untilMs / DAY_MS);
  return Array.from({ length: last - first + 1 }, (_, n) => utcDay((first + n) * DAY_MS));
}
