// The outbox: nothing is lost, nothing goes twice, everything in its order.
import { describe, expect, test } from 'vitest';
import {
  added,
  hurried,
  KEPT_MS,
  nextLookAt,
  nextToSend,
  type OutboxItem,
  restored,
  sending,
  soonLost,
  tried,
  WARN_AFTER_MS,
  waitingCount,
  without,
} from '#web/kept/outbox-moves.ts';

const NOW = 1_800_000_000_000;
const anItem = (id: string, changes: Partial<OutboxItem> = {}): OutboxItem => ({
  id,
  key: `key-${id}`,
  route: 'takeMessage',
  clientId: 'cli_1',
  body: { matter: 'Kakel' },
  label: '10.42 Nordvik Bygg',
  state: 'waiting',
  at: NOW,
  tries: 0,
  ...changes,
});
const away = { kind: 'away' } as const;

describe('what is sent', () => {
  test('goes in the order in which it was written, one at a time', () => {
    const items = [anItem('a'), anItem('b')];

    const first = nextToSend(items, NOW);
    const meanwhile = nextToSend(sending(items, 'a'), NOW);
    const after = nextToSend(tried(sending(items, 'a'), 'a', { kind: 'sent', reply: { id: 'msg_1' } }, NOW), NOW);

    expect([first?.id, meanwhile?.id, after?.id]).toEqual(['a', undefined, 'b']);
  });

  test('goes before what was tried in vain three times, and no sooner', () => {
    const stuck = (tries: number) => [anItem('a', { tries, nextTryAt: NOW + 5000 }), anItem('b'), anItem('c')];

    const ids = [2, 3].map((tries) => nextToSend(stuck(tries), NOW)?.id);

    expect([ids, nextLookAt(stuck(2)), nextLookAt(stuck(3))]).toEqual([[undefined, 'b'], NOW + 5000, 0]);
  });

  test('never passes what is of the same message', () => {
    const correction = { route: 'correctMessage', messageId: 'msg_1' } as const;
    const items = [
      anItem('a', { ...correction, tries: 3, nextTryAt: NOW + 5000 }),
      anItem('b', correction),
      anItem('c', { ...correction, messageId: 'msg_2' }),
    ];

    expect(nextToSend(items, NOW)?.id).toBe('c');
  });

  test('is one item however often the button is pressed', () => {
    const items = added(added([], anItem('a')), anItem('b', { key: 'key-a' }));

    expect(items.map(({ id }) => id)).toEqual(['a']);
  });

  test('keeps its answer', () => {
    const [item] = tried(sending([anItem('a')], 'a'), 'a', { kind: 'sent', reply: { id: 'msg_1' } }, NOW);

    expect(item).toMatchObject({ state: 'sent', reply: { id: 'msg_1' } });
  });
});

describe('what did not get through', () => {
  test('is tried after 1, 2, 5, 10, 30 and 60 seconds, and then each minute, under the same key', () => {
    let items: readonly OutboxItem[] = [anItem('a')];
    const waits: number[] = [];

    for (let n = 0; n < 8; n++) {
      items = tried(sending(items, 'a'), 'a', away, NOW);
      waits.push(((nextLookAt(items) ?? 0) - NOW) / 1000);
    }

    expect(waits).toEqual([1, 2, 5, 10, 30, 60, 60, 60]);
    expect(items[0]).toMatchObject({ key: 'key-a', body: { matter: 'Kakel' }, state: 'waiting' });
  });

  test('holds up what was written after it, and is not tried before its time', () => {
    const items = tried(sending([anItem('a'), anItem('b')], 'a'), 'a', away, NOW);

    expect(nextToSend(items, NOW + 999)).toBeUndefined();
    expect(nextToSend(items, NOW + 1000)?.id).toBe('a');
  });

  test('is due at once when the network is back', () => {
    const items = hurried(tried(sending([anItem('a')], 'a'), 'a', away, NOW));

    expect(nextToSend(items, NOW)?.id).toBe('a');
    expect(tried(sending(items, 'a'), 'a', away, NOW)[0]?.nextTryAt).toBe(NOW + 1000);
  });
});

describe('what was refused', () => {
  const items = tried(sending([anItem('a'), anItem('b')], 'a'), 'a', { kind: 'refused', problem: 'erased' }, NOW);

  test('stays, says why, and lets the next one go', () => {
    expect(items[0]).toMatchObject({ state: 'refused', problem: 'erased', body: { matter: 'Kakel' } });
    expect(nextToSend(items, NOW)?.id).toBe('b');
    expect(waitingCount(items)).toBe(1);
  });

  test('is gone when its form is open again', () => {
    expect(without(items, 'a').map(({ id }) => id)).toEqual(['b']);
  });
});

describe('after a reload', () => {
  test('a try of which nobody knows the end is made again, under the same key', () => {
    const [item] = restored(sending([anItem('a')], 'a'), NOW);

    expect(item).toMatchObject({ state: 'waiting', key: 'key-a' });
  });

  test('nothing is left of what is twelve hours old; an hour before, it is said', () => {
    const items = [anItem('a', { at: NOW - KEPT_MS }), anItem('b', { at: NOW - WARN_AFTER_MS }), anItem('c')];

    expect(restored(items, NOW).map(({ id }) => id)).toEqual(['b', 'c']);
    expect(soonLost(restored(items, NOW), NOW).map(({ id }) => id)).toEqual(['b']);
  });
});
