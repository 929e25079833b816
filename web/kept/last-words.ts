// The last words of a page: what was typed so late that its sealing was not finished, laid down in one stroke as the page goes.
// The browser's own sealing is never synchronous: so random bytes are sealed beforehand, and what is added to them is read by nobody without.
import type { KeptStore } from '#web/kept/store.ts';
import { tabName } from '#web/kept/tabs.ts';

const PLACE = 'ao.last';
const CHUNK = 65_536;
const CHUNKS = 2;

/** By the id of the draft; null: it was cleared. */
type Words = Readonly<Record<string, unknown>>;

let pad: Uint8Array | undefined;
const padId = (): string => `pad:${tabName()}`;

const asText = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const asBytes = (text: string): Uint8Array => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const added = (bytes: Uint8Array, to: Uint8Array): Uint8Array => bytes.map((byte, at) => byte ^ (to[at] ?? 0));

async function layPad(store: KeptStore): Promise<void> {
  pad = undefined;
  const bytes = new Uint8Array(CHUNK * CHUNKS);
  for (let from = 0; from < bytes.length; from += CHUNK) crypto.getRandomValues(bytes.subarray(from, from + CHUNK));
  await store.put('pad', padId(), asText(bytes));
  pad = bytes;
}

/** Synchronous. Each pad once: a second text under the same would open both. */
export function layDown(words: Words): void {
  const bytes = new TextEncoder().encode(JSON.stringify(words));
  if (!pad || bytes.length > pad.length) return;
  sessionStorage.setItem(PLACE, asText(added(bytes, pad)));
  pad = undefined;
}

async function takeUp(store: KeptStore): Promise<void> {
  const text = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  const found = text === null ? undefined : await store.get<string>(padId());
  if (text === null || !found) return;
  const words = JSON.parse(new TextDecoder().decode(added(asBytes(text), asBytes(found.value)))) as Words;
  for (const [id, value] of Object.entries(words))
    if (value === null) await store.delete(id);
    else await store.put('draft', id, value);
}

/** When a person's store is open, and before anything is read of it. */
export async function recall(store: KeptStore): Promise<void> {
  // Of somebody else, or of a pad that is gone: nobody can read it any more.
  await takeUp(store).catch(() => undefined);
  void layPad(store).catch(() => undefined);
}
