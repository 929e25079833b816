// The names of the windows: kept over a reload, never shared by two, and free when a window is gone.
import { beforeEach, expect, test, vi } from 'vitest';

const locked = new Set<string>();
const locks = {
  async request(name: string, options: { signal?: AbortSignal }, work: (lock: object | null) => unknown) {
    if (locked.has(name) && !options.signal) return work(null);
    while (locked.has(name)) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      options.signal?.throwIfAborted();
    }
    locked.add(name);
    await work({});
    locked.delete(name);
  },
};
const storage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
};
/** A page that is loaded: its modules are new, and the window's sessionStorage is what it was. */
async function load(session: ReturnType<typeof storage>) {
  vi.resetModules();
  vi.stubGlobal('sessionStorage', session);
  const tabs = await import('#web/kept/tabs.ts');
  await tabs.nameTab();
  return tabs;
}

beforeEach(() => {
  locked.clear();
  vi.stubGlobal('navigator', { locks });
});

test('a window keeps its name over a reload', async () => {
  const session = storage();
  const before = (await load(session)).tabName();
  locked.clear();

  const after = (await load(session)).tabName();

  expect(after).toBe(before);
});

test('a reload that is there before the old page has let go of the name waits for it', async () => {
  const session = storage();
  const before = (await load(session)).tabName();
  setTimeout(() => locked.clear(), 100);

  const after = (await load(session)).tabName();

  expect(after).toBe(before);
});

test('one that was doubled has another', async () => {
  const session = storage();
  const first = (await load(session)).tabName();

  const second = (await load(session)).tabName();

  expect([second === first, locked.size]).toEqual([false, 2]);
});

test('what a window wrote is taken over when it is gone, and not before', async () => {
  const first = (await load(storage())).tabName();
  const other = await load(storage());
  const taken: string[] = [];
  const take = () => other.whenGone(first, async () => void taken.push(first));

  await take();
  const early = [...taken];
  locked.delete(`ao-tab-${first}`);
  await take();

  expect([early, taken]).toEqual([[], [first]]);
});
