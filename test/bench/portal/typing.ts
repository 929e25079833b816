// From a key to the picture on the screen: what the page itself takes of it, and what is the answer's time.
import type { Page } from 'playwright-core';

export interface Stroke {
  /** Until the key is on the screen, with what is known already. */
  typedMs: number;
  /** Until the answer of the service is on the screen. */
  paintedMs: number;
  /** Of that the request. */
  apiMs: number;
  /** And the page's own work: after the key, and after the answer. */
  ownMs: number;
}

interface Entry {
  name: string;
  type: string;
  startMs: number;
  endMs: number;
}

/** What the page measures by itself, its requests, and keys as they come. */
const listening = `(() => {
  const entries = [];
  window.strokes = entries;
  const note = (name, type, startMs, endMs) => entries.push({ name, type, startMs, endMs });
  addEventListener('keydown', () => note('key', 'key', performance.now(), performance.now()), true);
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) note(one.name, one.entryType, one.startTime, one.startTime + one.duration);
  }).observe({ entryTypes: ['measure', 'resource'] });
})()`;

/** Slow enough that every key has its own answer. */
const BETWEEN_KEYS_MS = 350;

export interface Measured {
  /** Beginnings of the page's own measures. */
  typed: string;
  answered?: string;
  /** The address of what is asked. */
  request?: string;
}

/** Types one letter after the other into what has the focus. A key without an answer (too short a text) is left out. */
export async function typeSlowly(page: Page, text: string, measured: Measured): Promise<Stroke[]> {
  await page.evaluate(listening);
  for (const letter of text) {
    await page.keyboard.type(letter);
    await page.waitForTimeout(BETWEEN_KEYS_MS);
  }
  const entries = (await page.evaluate('window.strokes')) as Entry[];
  const keys = entries.filter(({ type }) => type === 'key');
  return keys.flatMap(({ startMs }, n) => strokeOf(entries, startMs, keys[n + 1]?.startMs, measured));
}

function strokeOf(
  entries: readonly Entry[],
  startMs: number,
  untilMs = Number.POSITIVE_INFINITY,
  { typed, answered, request }: Measured,
): Stroke[] {
  const within = entries.filter((one) => one.startMs >= startMs && one.startMs < untilMs);
  const own = within.find(({ name }) => name === typed);
  const asked = request === undefined ? undefined : within.find(({ name }) => name.includes(request));
  const shown = answered === undefined ? own : within.find(({ name }) => name === answered);
  if (!own || !shown || (request !== undefined && !asked)) return [];
  const lengthOf = ({ startMs: from, endMs }: Entry) => endMs - from;
  return [
    {
      typedMs: own.endMs - startMs,
      paintedMs: shown.endMs - startMs,
      apiMs: asked ? lengthOf(asked) : 0,
      ownMs: lengthOf(own) + (shown === own ? 0 : lengthOf(shown)),
    },
  ];
}
