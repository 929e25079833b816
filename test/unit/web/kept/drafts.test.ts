// Drafts: sealed a moment after the last key, found again, and never laid over what somebody has begun to write.
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
  put.mockClear();
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

test('a draft is sealed a moment after the last key, once', async () => {
  const draft = new KeptDraft('draft:desk', '');
  const stop = draft.start();
  await passed(0);

  for (const text of ['K', 'Ka', 'Kak']) {
    draft.value.value = text;
    await passed(100);
  }
  const early = put.mock.calls.length;
  await passed(300);

  expect([early, put.mock.calls.length, stored.get('draft:desk')]).toEqual([0, 1, 'Kak']);
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
