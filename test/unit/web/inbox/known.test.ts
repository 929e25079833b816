// What is known of messages: what is read late does not go over what was changed meanwhile.
import { expect, test } from 'vitest';
import type { Message } from '#web/api/types.ts';
import { KnownMessages } from '#web/inbox/known.ts';

const aMessage = (more: Partial<Message> = {}): Message => ({ id: 'msg_1', state: 'open', ...more }) as Message;
const handled = aMessage({ state: 'handled' });
const stateIn = (known: KnownMessages) => known.all.value.get('msg_1')?.state;

test('an answer that was asked for before a change does not undo it', () => {
  const known = new KnownMessages();
  known.take([aMessage()], known.moment());
  const askedAt = known.moment();

  const change = known.change(handled);
  known.take([aMessage()], askedAt);
  known.settle(handled, change);
  known.take([aMessage()], askedAt);

  expect(stateIn(known)).toBe('handled');
});

test('an answer that was asked for after a change counts again', () => {
  const known = new KnownMessages();
  const change = known.change(handled);
  known.settle(handled, change);

  known.take([aMessage()], known.moment());

  expect(stateIn(known)).toBe('open');
});

test('a change that did not work goes back, unless another followed it', () => {
  const known = new KnownMessages();
  const first = known.change(handled);
  known.settle(aMessage(), first);
  const back = stateIn(known);

  const second = known.change(handled);
  known.change(aMessage({ state: 'handled', note: 'later' }));
  known.settle(aMessage(), second);

  expect([back, known.all.value.get('msg_1')?.note]).toEqual(['open', 'later']);
});

test('what is gone is gone, and why is known', () => {
  const known = new KnownMessages();
  known.take([aMessage()], known.moment());

  known.leave('msg_1', { kind: 'erased', because: 'time' });

  expect([known.all.value.size, known.gone.value.get('msg_1')]).toEqual([0, { kind: 'erased', because: 'time' }]);
});
