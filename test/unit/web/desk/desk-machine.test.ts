// The desk as a table: from a step, by an event, to a step; and nothing that was typed is ever lost.
import { describe, expect, test } from 'vitest';
import { type Call, newCall } from '#web/desk/call.ts';
import { type Desk, type DeskEvent, emptyDesk, KEPT_MS, move, type Step, stepOf } from '#web/desk/desk-machine.ts';

const NOW = Date.UTC(2026, 10, 28, 9, 42);
const anna = { staffId: 'stf_anna', name: 'Anna Lindqvist' };

const aCall = (id: string, change: Partial<Call> = {}): Call => ({
  ...newCall({ id, clientId: `cli_${id}`, clientName: 'Nordvik Bygg', line: null, nowMs: NOW }),
  ...change,
});
const withText = (call: Call, matter = 'Kaklet kommer'): Call => ({ ...call, fields: { ...call.fields, matter } });
const at = (call: Call | null, change: Partial<Desk> = {}): Desk => ({ ...emptyDesk, call, ...change });

const places: Record<string, Desk> = {
  idle: emptyDesk,
  client: at(aCall('a')),
  'empty form': at(aCall('a', { recipient: anna })),
  'client with text': at(withText(aCall('a'))),
  'form with text': at(withText(aCall('a', { recipient: anna }))),
  sending: at(withText(aCall('a', { recipient: anna, sentAs: '2026-11-28T09:42:00.000Z' }))),
  ending: at(aCall('a'), { isEnding: true }),
};

const opened: DeskEvent = { type: 'opened', call: aCall('b') };
const stepBack: DeskEvent = { type: 'escape' };
const chosen: DeskEvent = { type: 'chosen', callId: 'a', recipient: anna, answered: ['ans_1'] };
const send: DeskEvent = { type: 'send', sentAs: '2026-11-28T09:42:00.000Z' };
const kept: DeskEvent = { type: 'kept', callId: 'a' };
const notKept: DeskEvent = { type: 'notKept', callId: 'a' };
const ended: DeskEvent = { type: 'ended' };
const ending: DeskEvent = { type: 'ending' };
const typed: DeskEvent = { type: 'typed', callId: 'a', fields: { matter: 'mer' }, nowMs: NOW };

test.each<[string, DeskEvent, Step, number]>([
  // where, event → step, drafts
  ['idle', opened, 'client', 0],
  ['idle', stepBack, 'idle', 0],
  ['idle', typed, 'idle', 0],
  ['idle', send, 'idle', 0],
  ['client', chosen, 'form', 0],
  ['client', stepBack, 'ending', 0],
  ['client', ending, 'ending', 0],
  ['client', opened, 'client', 0],
  ['empty form', stepBack, 'client', 0],
  ['empty form', opened, 'client', 0],
  ['empty form', ending, 'ending', 0],
  ['client with text', stepBack, 'idle', 1],
  ['client with text', opened, 'client', 1],
  ['client with text', ending, 'client', 0],
  ['form with text', stepBack, 'idle', 1],
  ['form with text', opened, 'client', 1],
  ['form with text', ended, 'form', 0],
  ['form with text', send, 'sending', 0],
  ['sending', send, 'sending', 0],
  ['sending', typed, 'sending', 0],
  ['sending', stepBack, 'sending', 0],
  ['sending', kept, 'idle', 0],
  ['sending', notKept, 'form', 0],
  ['sending', opened, 'client', 0],
  ['ending', stepBack, 'client', 0],
  ['ending', ended, 'idle', 0],
  ['ending', opened, 'client', 0],
])('%s, %o → %s with %i drafts', (where, event, step, drafts) => {
  const after = move(places[where] ?? emptyDesk, event);

  expect([stepOf(after), after.parked.length]).toEqual([step, drafts]);
});

describe('nothing that was typed is lost', () => {
  const events = [opened, stepBack, chosen, send, ended, ending, { type: 'sent', last: null }, notKept] as DeskEvent[];
  const textsOf = ({ call, parked, leaving }: Desk) =>
    [...(call ? [call] : []), ...parked, ...leaving].map(({ fields }) => fields.matter).filter(Boolean);

  test.each(events.map((event) => [event.type, event] as const))('by %s, in whatever order', (_, first) => {
    for (const second of events)
      for (const third of events) {
        const after = [first, second, third].reduce(move, places['form with text'] ?? emptyDesk);

        expect(textsOf(after)).toEqual(['Kaklet kommer']);
      }
  });

  test('a call that is being sent when the next comes is gone once the outbox holds it', () => {
    const next = move(places.sending ?? emptyDesk, opened);

    expect(next.leaving.map(({ id }) => id)).toEqual(['a']);
    expect(move(next, kept)).toMatchObject({ leaving: [], parked: [], call: { id: 'b' } });
  });

  test('and is a draft where the outbox could not hold it', () => {
    const next = move(move(places.sending ?? emptyDesk, opened), notKept);

    expect(next).toMatchObject({ leaving: [], parked: [{ id: 'a', sentAs: null }], call: { id: 'b' } });
  });

  test('a draft is taken up again, and what was open takes its place', () => {
    const two = at(withText(aCall('b'), 'annat'), { parked: [withText(aCall('a'))] });

    const after = move(two, { type: 'resumed', callId: 'a' });

    expect(after).toMatchObject({ call: { id: 'a' }, parked: [{ id: 'b' }] });
  });
});

test.each([
  ['a person who is found', { ...chosen, callId: 'a' }],
  ['a copy that is chosen', { type: 'typed', callId: 'a', fields: { copyTo: [anna] }, nowMs: NOW }],
  ['what was said', { type: 'heard', callId: 'a', answered: ['ans_1'] }],
] as [string, DeskEvent][])('%s when the next call is open does not get into that one', (_, late) => {
  const next = move(places.client ?? emptyDesk, opened);

  expect(move(next, late)).toEqual(next);
});

test('the number that the switchboard knows is no text: such a call ends without a draft', () => {
  const call = newCall({ id: 'a', clientId: 'cli_a', clientName: '', line: null, nowMs: NOW, from: '0701740630' });

  expect(move(at(call), opened).parked).toEqual([]);
  expect(stepOf(move(at(call), stepBack))).toBe('ending');
});

describe('after a reload', () => {
  const restored = (desk: Desk, isInOutbox: (call: Call) => boolean = () => false, nowMs = NOW) =>
    move(desk, { type: 'restored', nowMs, isInOutbox });

  test('the call is where it was', () => {
    const before = places['form with text'] ?? emptyDesk;

    expect(restored(before)).toEqual(before);
  });

  test('what lies in the outbox is no draft', () => {
    expect(restored(places.sending ?? emptyDesk, ({ sentAs }) => sentAs !== null)).toEqual(emptyDesk);
  });

  test('what was being sent and is in no outbox says so', () => {
    expect(restored(places.sending ?? emptyDesk).call).toMatchObject({ sentAs: null, isPerhapsSent: true });
  });

  test('what is twelve hours old is gone', () => {
    const before = at(null, { parked: [withText(aCall('a'))] });

    expect(restored(before, undefined, NOW + KEPT_MS).parked).toEqual([]);
  });
});

describe('what a window that is gone has left', () => {
  const inherited = (desk: Desk, other: Desk, isInOutbox: (call: Call) => boolean = () => false) =>
    move(desk, { type: 'inherited', desk: other, nowMs: NOW, isInOutbox });

  test('is a draft here, and the call that is open stays as it is', () => {
    const here = at(withText(aCall('b'), 'annat'));

    const after = inherited(here, places['form with text'] ?? emptyDesk);

    expect(after).toMatchObject({ call: { id: 'b' }, parked: [{ id: 'a' }] });
  });

  test('is nothing where nothing was written, or where the outbox has it', () => {
    expect(inherited(emptyDesk, places.client ?? emptyDesk)).toEqual(emptyDesk);
    expect(inherited(emptyDesk, places.sending ?? emptyDesk, () => true)).toEqual(emptyDesk);
  });
});

test('seven of what was said go with the message, the newest', () => {
  const said = (answered: string[]): DeskEvent => ({ type: 'chosen', callId: 'a', recipient: anna, answered });

  const after = [said(['1', '2', '3', '4', '5']), said(['6']), said(['7', '8']), said(['3'])].reduce(
    move,
    at(aCall('a')),
  );

  expect(after.call?.answered).toEqual(['2', '4', '5', '6', '7', '8', '3']);
});
