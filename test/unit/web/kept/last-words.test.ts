// The last words of a page: there again when it is loaded anew, and read by nobody else.
import { beforeEach, expect, test, vi } from 'vitest';
import { layDown, recall } from '#web/kept/last-words.ts';
import { KeptStore } from '#web/kept/store.ts';
import { disk, keyRange } from './fake-idb.ts';

vi.mock('idb', () => import('./fake-idb.ts'));

const session = new Map<string, string>();

beforeEach(() => {
  disk.clear();
  session.clear();
  vi.stubGlobal('IDBKeyRange', keyRange);
  vi.stubGlobal('sessionStorage', {
    getItem: (name: string) => session.get(name) ?? null,
    setItem: (name: string, value: string) => void session.set(name, value),
    removeItem: (name: string) => void session.delete(name),
  });
});

/** A page that is loaded, with the store of whoever signs in. */
async function load(subject: string): Promise<KeptStore> {
  const store = await KeptStore.openFor(subject, () => 1_800_000_000_000);
  const laid = vi.spyOn(store, 'put');
  await recall(store);
  await vi.waitFor(() => expect(laid.mock.calls.map(([kind]) => kind)).toContain('pad'));
  await Promise.all(laid.mock.results.map(({ value }) => value));
  return store;
}

test('what was laid down is in the store before anybody looks, and what was cleared is not', async () => {
  const before = await load('anna');
  await before.put('draft', 'draft:desk', 'Kak');
  await before.put('draft', 'draft:sent', 'Skickat');

  layDown({ 'draft:desk': 'Kaklet å, ä, ö', 'draft:sent': null });
  const store = await load('anna');

  expect((await store.get('draft:desk'))?.value).toBe('Kaklet å, ä, ö');
  expect(await store.get('draft:sent')).toBeUndefined();
  expect(session.size).toBe(0);
});

test('it cannot be read where it lies, and not by another person', async () => {
  await load('anna');

  layDown({ 'draft:desk': 'Kaklet' });
  const lies = atob([...session.values()].join());
  const store = await load('bo');

  expect(lies).not.toContain('Kaklet');
  expect([await store.all('draft'), session.size]).toEqual([[], 0]);
});

test('each pad is used once', async () => {
  await load('anna');
  layDown({ 'draft:desk': 'Kaklet' });
  const first = [...session.values()];

  layDown({ 'draft:desk': 'Kakel' });

  expect([...session.values()]).toEqual(first);
});
