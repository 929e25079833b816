// Amendments through the runner: a correction, a forwarding and a wrong recipient, to the mailbox and the telephone.
import { beforeAll, expect, test } from 'vitest';
import { type HttpWorld, type Json, made, openWorld } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

let world: HttpWorld;
let disa: string;
let kalle: string;

beforeAll(async () => {
  world = await openWorld({ generalInbox: null });
  const person = (name: string, n: number) =>
    world.addStaff({
      name,
      phones: [{ number: `070-174 06 ${n}` }],
      emails: [{ address: `${n}@kvarngardet.example` }],
      delivery: { normal: [{ channels: ['email', 'sms'] }] },
    });
  disa = await person('Disa Dahl', 45);
  kalle = await person('Karl-Erik Öström', 46);
  expectRecipients('45@kvarngardet.example', '+46701740645', '46@kvarngardet.example', '+46701740646');
});

const matter = 'Takstolarna kommer på torsdag.';
const sentTo = (n: number): Promise<Json[]> =>
  world.runner.untilSent(({ to }) => to === `${n}@kvarngardet.example` || to === `+467017406${n}`, {
    count: 2,
    withinMs: 5_000,
  });

test('a message that was sent is corrected, forwarded, and taken back', async () => {
  const operator = { token: await world.operator() };
  await world.runner.clearOutbox();
  const message = await made(world.take({ staffId: disa, caller: { name: 'Eva Ek' }, matter }, operator));
  const post = (what: string, body: object) =>
    world.call('POST', world.path(`/messages/${message.id}/${what}`), { body, ...operator });
  const first = await sentTo(45);

  await world.runner.clearOutbox();
  const corrected = await post('corrections', { caller: { name: 'Eva Eck' }, matter });
  const second = await sentTo(45);

  await world.runner.clearOutbox();
  const redirected = await post('misdirected', { staffId: kalle });
  const third = await sentTo(46);
  const again = await post('deliveries', { staffId: kalle, contacts: ['46@kvarngardet.example'] });
  const attention = await world.call('GET', '/attention');

  expect([corrected.status, redirected.status, again.status]).toEqual([201, 201, 201]);
  expect(first.every(({ text }) => text.includes('Eva Ek\n'))).toBe(true);
  expect(second.every(({ text }) => text.startsWith('RÄTTELSE av ') && text.includes('Eva Eck\n'))).toBe(true);
  expect(third.every(({ text }) => text.includes('Eva Eck\n') && !text.includes('RÄTTELSE'))).toBe(true);
  const references = [...first, ...second, ...third]
    .filter(({ channel }) => channel === 'email')
    .map(({ headers }) => JSON.stringify(headers).match(/<msg_[^>]+>/)?.[0]);
  expect(references).toEqual(Array(3).fill(expect.stringMatching(`^<${message.id}@`)));
  expect(attention.body.items.filter((task: Json) => task.messageId === message.id)).toEqual([
    expect.objectContaining({ reason: 'misdirected', state: 'open' }),
  ]);
});
