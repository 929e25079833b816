// Drafts: sealed at each key, found again, and never laid over what somebody has begun to write.
import { beforeEach, expect, test, vi } from 'vitest';
import { KeptDraft, sealDrafts } from '#web/kept/drafts.ts';
import { ownStore } from '#web/kept/own-store.ts';
import type { KeptStore } from '#web/kept/store.ts';

const stored = new Map<string, unknown>();
const put = vi.fn(async (_kind: string, id: string, value: unknown) => void stored.set(id, value));
let asked: Promise<void>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('removeEventListener', () => undefined);
  vi.stubGlobal('document', { addEventListener: () => undefined, removeEventListener: () => undefined });
  stored.clear();
  put.mockReset().mockImplementation(async (_kind, id, value) => void stored.set(id, value));
  asked = Promise.resolve();
  ownStore.value = {
    put,
    delete: async (id: string) => void stored.delete(id),
    get: async (id: string) => {
      await asked;
      return stored.has(id) ? { value: stored.get(id), writtenAtMs: 1_800_000_000_000 } : undefined;
    },
  } as unknown as KeptStore;
});

const passed = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('each key is sealed before any pause: a page may go away with the next one', async () => {
  const draft = new KeptDraft('draft:desk', '');
  const stop = draft.start();
  await passed(0);
  const texts: unknown[] = [];

  for (const text of ['K', 'Ka', 'Kak']) {
    draft.value.value = text;
    await passed(0);
    texts.push(stored.get('draft:desk'));
  }

  expect(texts).toEqual(['K', 'Ka', 'Kak']);
  stop();
});

test('while one text is being sealed the next ones wait, and of them the last is sealed', async () => {
  const ends: (() => void)[] = [];
  put.mockImplementation(async (_kind, id, value) => {
    await new Promise<void>((resolve) => ends.push(resolve));
    stored.set(id, value);
  });
  const draft = new KeptDraft('draft:desk', '');
  const stop = draft.start();
  await passed(0);

  for (const text of ['K', 'Ka', 'Kak']) draft.value.value = text;
  const sealed = draft.seal();
  for (let n = 0; n < 2; n++) {
    ends[n]?.();
    await passed(0);
  }
  await sealed;

  expect([put.mock.calls.map(([, , value]) => value), stored.get('draft:desk')]).toEqual([['K', 'Kak'], 'Kak']);
  stop();
});

test('a store that has no room loses nothing: the next key tries again', async () => {
  put.mockRejectedValueOnce(new DOMException('', 'QuotaExceededError'));
  const draft = new KeptDraft('draft:desk', '');
  const stop = draft.start();
  await passed(0);

  draft.value.value = 'Ka';
  await passed(0);
  const full = stored.size;
  draft.value.value = 'Kak';
  await passed(0);

  expect([full, stored.get('draft:desk')]).toEqual([0, 'Kak']);
  stop();
});

test('what is cleared while it is being sealed does not come back', async () => {
  let end: () => void = () => undefined;
  put.mockImplementation(async (_kind, id, value) => {
    await new Promise<void>((resolve) => {
      end = resolve;
    });
    stored.set(id, value);
  });
  const draft = new KeptDraft('draft:desk', '');
  const stop = draft.start();
  await passed(0);
  draft.value.value = 'Skickat';

  draft.clear();
  end();
  await passed(0);

  expect(stored.size).toBe(0);
  stop();
});

test('it is found again with when it was written, and finding is no writing', async () => {
  stored.set('draft:desk', 'Kaklet');
  const draft = new KeptDraft('draft:desk', '');

  const stop = draft.start();
  await passed(1_000);

  expect([draft.value.value, draft.restored.value, draft.ready.value]).toEqual(['Kaklet', 1_800_000_000_000, true]);
  expect(put).not.toHaveBeenCalled();
  stop();
});

test('whoever has begun to write is not written over by what comes late from the store', async () => {
  stored.set('draft:desk', 'Gammalt');
  let answer: () => void = () => undefined;
  asked = new Promise((resolve) => {
    answer = resolve;
  });
  const draft = new KeptDraft('draft:desk', '');
  const stop = draft.start();

  draft.value.value = 'Nytt';
  answer();
  await passed(300);

  expect([draft.value.value, stored.get('draft:desk')]).toEqual(['Nytt', 'Nytt']);
  stop();
});

test('what was typed a moment ago is sealed when the page is left on purpose, and when its view goes', async () => {
  const [left, gone] = [new KeptDraft('draft:left', ''), new KeptDraft('draft:gone', '')];
  const stops = [left.start(), gone.start()];
  await passed(0);
  left.value.value = 'Kvar';
  gone.value.value = 'Borta';

  await sealDrafts();
  const sealed = [...stored.values()];
  gone.value.value = 'Borta nu';
  for (const stop of stops) stop();
  await passed(0);

  expect(sealed).toEqual(['Kvar', 'Borta']);
  expect(stored.get('draft:gone')).toBe('Borta nu');
});

test('what was sent is no draft any longer', async () => {
  stored.set('draft:desk', 'Kaklet');
  const draft = new KeptDraft('draft:desk', '');
  const stop = draft.start();
  await passed(0);

  draft.clear();
  await passed(1_000);

  expect([draft.value.value, stored.size]).toEqual(['', 0]);
  stop();
});
