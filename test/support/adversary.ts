// Somebody who keeps everything that can later be got hold of, and tries every key that is left on all of it.
import { createDecipheriv } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { vi } from 'vitest';
import type { Item } from '#shared/found.ts';
import type { World } from '#test/support/engine.ts';
import { rawItems } from '#test/support/raw-items.ts';

const DAY_MS = 24 * 3_600_000;
const HEADER_BYTES = 17;
const TAG_BYTES = 16;

export interface Adversary {
  /** Takes a copy of all there is: point-in-time recovery and the stream would hand out every version. */
  look(): Promise<void>;
  /** Whatever else passes by: queue bodies, topic messages, answers. */
  keep(...passing: unknown[]): void;
  /** The secrets that stand open somewhere, without any key. */
  open(secrets: readonly string[]): string[];
  /** The secrets that can be read with the keys as they are now, and RegisterKeys as it was within a day. */
  recover(secrets: readonly string[]): Promise<string[]>;
}

/** Also listens to the log from here on. */
export function adversaryOf(world: World): Adversary {
  const records = new Map<string, Item>();
  const registerKeys = new Map<string, { row: Item; seenAtMs: number }>();
  const passed: Buffer[] = [];
  for (const level of ['info', 'warn', 'error', 'log', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...said) => {
      passed.push(Buffer.from(said.map(String).join(' ')));
    });

  const nameOf = (item: Item) => JSON.stringify(item, (_, value) => (isBytes(value) ? hex(value) : value));
  const openParts = () => [...passed, ...[...records.values()].flatMap(partsOf)];

  return {
    async look() {
      for (const item of await rawItems(world, 'records')) records.set(nameOf(item), item);
      const seenAtMs = world.clock.nowMs();
      for (const row of await rawItems(world, 'registerKeys')) registerKeys.set(nameOf(row), { row, seenAtMs });
    },
    keep: (...passing) => void passed.push(...passing.map((one) => Buffer.from(JSON.stringify(one) ?? ''))),
    open: (secrets) => secrets.filter((secret) => openParts().some((part) => tells(part, secret))),
    async recover(secrets) {
      const since = world.clock.nowMs() - DAY_MS;
      const kept = [...registerKeys.values()].filter(({ seenAtMs }) => seenAtMs >= since).map(({ row }) => row);
      const rows = [...kept, ...(await rawItems(world, 'registerKeys')), ...(await rawItems(world, 'messageKeys'))];
      const keys = new Map(rows.flatMap(keysOf).map((key) => [hex(key), key]));
      const sealed = [...records.values()].flatMap((item) => Object.values(item).filter(isBytes));
      const opened = sealed.flatMap((bytes) => [...keys.values()].map((key) => decrypt(bytes, key)));
      const parts = [...openParts(), ...opened];
      return secrets.filter((secret) => parts.some((part) => tells(part, secret)));
    },
  };
}

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const keysOf = (row: Item) =>
  Object.values(row).filter((value) => isBytes(value) && value.length === 32) as Uint8Array[];
const partsOf = (item: Item) => [
  Buffer.from(JSON.stringify(item)),
  ...Object.values(item)
    .filter(isBytes)
    .map((bytes) => Buffer.from(bytes)),
];

/** GCM is counter mode with a tag: who does not ask for the tag needs neither it nor the associated data. */
function decrypt(sealed: Uint8Array, key: Uint8Array): Buffer {
  const nonce = Buffer.concat([sealed.subarray(5, HEADER_BYTES), Buffer.from([0, 0, 0, 2])]);
  if (nonce.length !== 16) return Buffer.alloc(0);
  const body = sealed.subarray(HEADER_BYTES, Math.max(HEADER_BYTES, sealed.length - TAG_BYTES));
  return createDecipheriv('aes-256-ctr', key, nonce).update(body);
}

/** As UTF-8, UTF-16, base64 (wherever it begins), hex, and within gzip. */
function tells(part: Buffer, secret: string): boolean {
  if (encodings(secret).some((needle) => part.includes(needle))) return true;
  const at = part.indexOf(Buffer.from([0x1f, 0x8b]));
  if (at < 0) return false;
  try {
    return tells(gunzipSync(part.subarray(at)), secret);
  } catch {
    return false;
  }
}

const known = new Map<string, Buffer[]>();
function encodings(secret: string): Buffer[] {
  let all = known.get(secret);
  if (!all) {
    const bytes = Buffer.from(secret);
    const base64 = [0, 1, 2].map((before) => {
      const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
      // What the bytes around it share in is left out.
      return Buffer.from(text.slice(before === 0 ? 0 : 4, bytes.length > 6 ? -4 : undefined));
    });
    all = [bytes, Buffer.from(secret, 'utf16le'), Buffer.from(bytes.toString('hex')), ...base64];
    all.push(Buffer.from(JSON.stringify(secret).slice(1, -1)));
    known.set(secret, all);
  }
  return all;
}
