// The main job: a message is taken, and it reaches its recipient by e-mail and SMS.
import { beforeAll, describe, expect, test } from 'vitest';
import { type HttpWorld, type Json, openWorld } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

const WITHIN_MS = 2_000;
const both = { normal: [{ channels: ['email', 'sms'] }] };

let world: HttpWorld;
let disa: string;
let kalle: string;
let siobhan: string;
let discreet: string;

beforeAll(async () => {
  world = await openWorld({ numbers: [{ number: '08-465 004 60' }] });
  const person = (name: string, n: number, more: object = {}) =>
    world.addStaff({
      name,
      phones: [{ number: `070-174 06 ${n}` }],
      emails: [{ address: `${n}@kvarngardet.example` }],
      delivery: both,
      ...more,
    });
  disa = await person('Disa Dahl', 60);
  kalle = await person('Karl-Erik Öström', 61);
  siobhan = await person('Siobhán Murphy', 62, { language: 'en' });
  discreet = await person('Frida Fält', 63, { contentMode: 'notice' });
  const numbers = [60, 61, 62, 63];
  expectRecipients(...numbers.flatMap((n) => [`${n}@kvarngardet.example`, `+467017406${n}`]));
});

const to = (n: number) => ({ email: `${n}@kvarngardet.example`, sms: `+467017406${n}` });

/** What one recipient got, when all of it is there: one e-mail and one SMS for each message. */
async function sentTo(n: number): Promise<{ email: Json; sms: Json }> {
  const { email, sms } = to(n);
  const sent: Json[] = await world.runner.untilSent((one) => one.to === email || one.to === sms, {
    count: 2,
    withinMs: WITHIN_MS,
  });
  expect(sent.map(({ channel }) => channel).sort()).toEqual(['email', 'sms']);
  return { email: sent.find((one) => one.channel === 'email'), sms: sent.find((one) => one.channel === 'sms') };
}

const all = ({ email, sms }: { email: Json; sms: Json }) =>
  [email.subject, email.text, email.html, sms.text, JSON.stringify(email.headers)].join('\n');

const caller = { name: 'Eva Ek', company: 'Ek & Ek <Bygg>', phone: '070-174 06 98', email: 'eva@ek.example' };
const matter = 'Takstolarna kommer på torsdag.\nRing före klockan tio.';

describe('a message for somebody who wants e-mail and SMS', () => {
  test('is planned at once, and becomes one e-mail and one SMS within two seconds', async () => {
    await world.runner.clearOutbox();

    const taken = await world.take(
      { staffId: disa, caller, matter, callBack: true },
      { token: await world.operator() },
    );
    const { email, sms } = await sentTo(60);

    expect(taken.status).toBe(201);
    expect(taken.body.deliveries).toMatchObject([
      { channel: 'email', state: 'queued', staffId: disa, attempts: [], address: null },
      { channel: 'sms', state: 'queued', staffId: disa, attempts: [], address: null },
    ]);
    expect(email.subject).toMatch(/^Nytt telefonmeddelande \d\d\.\d\d$/);
    for (const piece of ['Eva Ek', 'Ek & Ek <Bygg>', '070-174 06 98', 'eva@ek.example', 'Vill bli uppringd', matter])
      expect(email.text).toContain(piece);
    expect(email.html).toContain('Ek &amp; Ek &lt;Bygg&gt;');
    expect(email.html).not.toContain('<Bygg>');
    expect(email.text.trimEnd().split('\n').at(-1)).toMatch(/^Meddelandet raderas \d{1,2} \p{L}+ \d{4}\.$/u);
    expect(sms.text).toContain('Eva Ek');
    expect(sms.text).toContain('Takstolarna');
  });

  test('goes from queued by way of sending and accepted to delivered, with its attempt in words', async () => {
    await world.runner.clearOutbox();
    const { body: taken } = await world.take({ staffId: disa, caller, matter });

    const message = await world.untilDone(taken.id);

    await sentTo(60);
    for (const delivery of message.deliveries) {
      const [attempt] = delivery.attempts;
      expect(delivery).toMatchObject({ state: 'delivered', attempts: [{ outcome: 'delivered' }] });
      expect([delivery.channel, attempt.words.sv]).toEqual(
        delivery.channel === 'email'
          ? ['email', 'Mottagarens e-postserver har tagit emot det']
          : ['sms', 'Telefonen har tagit emot det'],
      );
      expect(Date.parse(attempt.at)).toBeGreaterThanOrEqual(Date.parse(taken.takenAt));
      expect(attempt.answeredAt).not.toBeNull();
    }
    expect(message.deliveries.map((one: Json) => one.address)).toEqual(['60@kvarngardet.example', '+46701740660']);
    expect(message).toMatchObject({ caller: { name: 'Eva Ek', phone: '+46701740698' }, matter, state: 'open' });
  });

  test('is erased six months after it was taken, by the calendar of Stockholm', async () => {
    const { body } = await world.take({ staffId: disa, matter });

    const monthOf = (instant: string) => {
      const [year, month] = new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' }).split('-');
      return Number(year) * 12 + Number(month);
    };
    const months = monthOf(body.expiresAt) - monthOf(body.takenAt);

    expect(months).toBe(6);
    await world.untilDone(body.id);
  });

  test('goes to each of those who get a copy, once', async () => {
    await world.runner.clearOutbox();

    const { body } = await world.take({ staffId: disa, copyTo: [kalle, disa, siobhan], matter });
    await world.untilDone(body.id);

    for (const n of [60, 61, 62]) await sentTo(n);
    expect(await world.runner.outbox()).toHaveLength(6);
    expect(body.copyTo).toEqual([kalle, siobhan]);
  });

  test('is in English for somebody who reads English', async () => {
    await world.runner.clearOutbox();

    await world.take({ staffId: siobhan, caller, matter, callBack: true });
    const { email, sms } = await sentTo(62);

    expect(email.subject).toMatch(/^New telephone message \d\d:\d\d$/);
    expect(email.text).toContain('Please call back');
    expect(email.text.trimEnd().split('\n').at(-1)).toMatch(/^This message is erased on \d{1,2} \w+ \d{4}\.$/);
    expect(sms.text).toContain('From: Eva Ek');
  });

  test('reaches its recipient by SMS even where a program cut a character in two', async () => {
    await world.runner.clearOutbox();

    const half = '\ud83d';
    await world.take({ staffId: disa, caller: { name: `Eva${half}`, phone: `12${half}` }, matter: `Tack ${half}` });
    const { email, sms } = await sentTo(60);

    expect(sms.text).toContain('Tack \ufffd');
    expect(email.text).toContain('Tack \ufffd');
  });

  test('has no personal data in the subject, not even of somebody urgent', async () => {
    await world.runner.clearOutbox();

    await world.take({ staffId: disa, caller, matter, urgency: 'urgent' });
    const { email } = await sentTo(60);

    expect(email.subject).toMatch(/^Brådskande telefonmeddelande \d\d\.\d\d$/);
  });
});

describe('a message without its content', () => {
  const secret = ['Eva', 'Ek &', '98', 'eva@ek', 'Takstolarna'];

  test.for([
    { why: 'that is sensitive', n: 60, staff: () => disa, more: { sensitive: true } },
    { why: 'to somebody who wants notices only', n: 63, staff: () => discreet, more: {} },
  ])('is sent where it is one $why', async ({ n, staff, more }) => {
    await world.runner.clearOutbox();

    await world.take({ staffId: staff(), caller, matter, ...more });
    const sent = await sentTo(n);

    expect(sent.email.text).toContain('Läs det i Mina Sidor');
    expect(sent.sms.text).toContain('Läs det i Mina Sidor');
    for (const piece of secret.filter((one) => one !== '98')) expect(all(sent)).not.toContain(piece);
    expect(all(sent)).not.toMatch(/06.?98|40698/);
  });

  test('is sent by a client that is discreet, and can still be read', async () => {
    const clinic = await openWorld({ name: 'Folktandkliniken', contentMode: 'notice' });
    const staffId = await clinic.addStaff({
      name: 'Tove',
      phones: [{ number: '070-174 06 64' }],
      emails: [{ address: '64@kvarngardet.example' }],
      contentMode: 'full',
    });
    expectRecipients('64@kvarngardet.example', '+46701740664');

    const { body } = await clinic.take({ staffId, caller, matter });
    const sent = await sentTo(64);

    for (const piece of ['Eva', 'Takstolarna', 'eva@ek']) expect(all(sent)).not.toContain(piece);
    expect(await clinic.read(body.id)).toMatchObject({ matter, caller: { name: 'Eva Ek' } });
  });
});
