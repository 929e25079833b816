// The outbox with its store: in the store before it is sent, out of it when it has gone, there again after a reload.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { hurry, lookAgain, openOutbox, outbox, outboxEmpty, shutOutbox, unsent } from '#web/kept/outbox.ts';
import type { OutboxItem, Tried } from '#web/kept/outbox-moves.ts';
import { ownStore } from '#web/kept/own-store.ts';
import type { KeptStore } from '#web/kept/store.ts';

const sendItem = vi.hoisted(() => vi.fn<(item: OutboxItem) => Promise<Tried>>());
vi.mock('#web/kept/send-item.ts', () => ({ sendItem }));

const stored = new Map<string, OutboxItem>();
const store = {
  put: async (_kind: string, id: string, value: OutboxItem) => void stored.set(id, structuredClone(value)),
  putAgain: async (_kind: string, id: string, value: OutboxItem) => {
    if (stored.has(id)) stored.set(id, structuredClone(value));
    return stored.has(id);
  },
  take: async (id: string) => stored.delete(id),
  all: async () => [...stored].map(([id, value]) => ({ id, value, writtenAtMs: value.at })),
};

beforeEach(async () => {
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { locks: { request: (_name: string, run: () => Promise<void>) => run() } });
  stored.clear();
  shutOutbox();
  sendItem.mockReset().mockResolvedValue({ kind: 'sent', reply: { id: 'msg_1' } });
  ownStore.value = store as unknown as KeptStore;
});

const add = (label: string) => outbox.add({ route: 'takeMessage', clientId: 'cli_1', body: { matter: label }, label });
const passed = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const keysOf = () => sendItem.mock.calls.map(([item]) => item.key);

test('an item lies in the store before anybody tries to send it, and is out of it when it has gone', async () => {
  sendItem.mockImplementation(async ({ id }) => {
    expect(stored.has(`outbox:${id}`)).toBe(true);
    return { kind: 'sent', reply: {} };
  });

  const item = await add('Till Anna');
  const end = await outbox.settled(item.id);

  expect(end.state).toBe('sent');
  await passed(0);
  expect([stored.size, unsent.value.length]).toEqual([0, 0]);
});

describe('while the service is away', () => {
  test('it is tried again, later each time, under the same key', async () => {
    sendItem.mockResolvedValue({ kind: 'away' });

    await add('Till Anna');
    await passed(0);
    const tries: number[] = [];
    for (const ms of [1_000, 2_000, 5_000, 10_000]) {
      await passed(ms);
      tries.push(sendItem.mock.calls.length);
    }

    expect(tries).toEqual([2, 3, 4, 5]);
    expect(new Set(keysOf()).size).toBe(1);
  });

  test('what comes after waits behind it, and all go in order', async () => {
    sendItem.mockResolvedValueOnce({ kind: 'away' });
    const [first, second] = [await add('Det första'), await add('Det andra')];
    await passed(1_000);

    await outbox.settled(second.id);

    expect(keysOf()).toEqual([first.key, first.key, second.key]);
  });

  test('a reload finds it again, also when nobody knows what became of the last try', async () => {
    sendItem.mockReturnValueOnce(new Promise(() => undefined));
    const item = await add('Till Anna');
    await passed(0);
    const before = [...stored.values()].map(({ state }) => state);
    shutOutbox();

    await openOutbox();
    await outbox.settled(item.id);

    expect(before).toEqual(['sending']);
    expect(keysOf()).toEqual([item.key, item.key]);
  });

  test('a word that the network is back is heard at once', async () => {
    sendItem.mockResolvedValue({ kind: 'away' });
    await add('Till Anna');
    await passed(18_000);
    sendItem.mockResolvedValue({ kind: 'sent', reply: {} });
    const before = sendItem.mock.calls.length;

    hurry();
    await passed(0);

    expect(sendItem.mock.calls.length).toBe(before + 1);
    expect(unsent.value).toEqual([]);
  });
});

describe('what was refused', () => {
  test('stays with its reason, stands in nobody’s way, and gives its text back once', async () => {
    sendItem.mockResolvedValueOnce({ kind: 'refused', problem: 'client-not-active' });
    const item = await add('Till Anna');
    const refused = await outbox.settled(item.id);
    const next = await add('Till Bo');
    await outbox.settled(next.id);

    const body = await outbox.reopen(item.id);
    const again = await outbox.reopen(item.id);

    expect(refused).toMatchObject({ state: 'refused', problem: 'client-not-active' });
    expect([body, again]).toEqual([{ matter: 'Till Anna' }, undefined]);
    expect(stored.size).toBe(0);
  });
});

test('what is being sent is not given back: it may have arrived', async () => {
  sendItem.mockReturnValueOnce(new Promise(() => undefined));
  const item = await add('Till Anna');
  await passed(0);

  expect(await outbox.reopen(item.id)).toBeUndefined();
});

test('whoever leaves waits for it, and no longer than they want', async () => {
  sendItem.mockResolvedValue({ kind: 'away' });
  await add('Till Anna');
  const done: string[] = [];
  void outboxEmpty(5_000).then(() => done.push('time'));
  await passed(4_999);
  const before = [...done];
  await passed(1);
  sendItem.mockResolvedValue({ kind: 'sent', reply: {} });
  void outboxEmpty(600_000).then(() => done.push('empty'));
  hurry();
  await passed(0);

  expect([before, done]).toEqual([[], ['time', 'empty']]);
});

describe('with two tabs', () => {
  const ofTheOther = (id: string): OutboxItem => ({
    id,
    key: `key-${id}`,
    route: 'takeMessage',
    clientId: 'cli_1',
    body: { matter: 'Från den andra' },
    label: 'Till Bo',
    state: 'waiting',
    at: Date.now(),
    tries: 0,
  });

  test('what the other one has sent, or has open in its form again, is not sent from here', async () => {
    sendItem.mockResolvedValue({ kind: 'away' });
    await add('Till Anna');
    await passed(0);
    stored.clear();

    hurry();
    await passed(0);

    expect([keysOf().length, outbox.items.value]).toEqual([1, []]);
  });

  test('what waits is given back to one of them', async () => {
    sendItem.mockResolvedValue({ kind: 'away' });
    const item = await add('Till Anna');
    await passed(0);
    stored.clear();

    expect(await outbox.reopen(item.id)).toBeUndefined();
  });

  test('what the other one has put there is seen when one looks, once, and goes in its order', async () => {
    sendItem.mockResolvedValue({ kind: 'away' });
    const late = await add('Till Anna');
    stored.set('outbox:other', { ...ofTheOther('other'), at: late.at - 1 });

    await lookAgain();
    await lookAgain();

    expect(unsent.value.map(({ id }) => id)).toEqual(['other', late.id]);
  });
});

test('a store that has no room keeps nothing from being sent', async () => {
  const full = async () => Promise.reject(new DOMException('', 'QuotaExceededError'));
  ownStore.value = { ...store, put: full, putAgain: full, take: full } as unknown as KeptStore;
  sendItem.mockResolvedValueOnce({ kind: 'away' });

  const item = await add('Till Anna');
  await passed(1_000);

  expect((await outbox.settled(item.id)).state).toBe('sent');
});
