// From an erasure to the proof of it, on a runner of its own: a day passes, and who may see it checks what they were given.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ErasureLogPage } from '#privacy/schema.ts';
import { verifyLog } from '#privacy/verify-log.ts';
import { type Json, made, openWorld } from '#test/support/http-world.ts';
import { startRunner, type TestRunner } from '#test/support/runner.ts';

let runner: TestRunner;
let nordvik: string;
let today: string;
let asked: { officer: ErasureLogPage; admin: ErasureLogPage };

const log = async (user: string): Promise<ErasureLogPage> => {
  const answer = await runner.request<Json>('GET', '/v1/erasure-log', { token: await runner.userToken(user) });
  return answer.body;
};

beforeAll(async () => {
  runner = await startRunner();
  const other = await openWorld({ generalInbox: { emails: ['vaxel@kvarngardet.example'] } }, runner);
  const { items } = await made(other.call('POST', '/clients/search', { body: { number: '08-465 004 10' } }), 200);
  nordvik = items[0].id;
  await runner.moveClock('2027-05-23T12:00:00Z');
  const matter = { matter: 'Ring mig' };
  const ours = `/clients/${nordvik}/messages`;
  const [first, second] = [
    await made(other.call('POST', ours, { body: matter })),
    await made(other.call('POST', ours, { body: matter })),
  ];
  const theirs = await made(other.take(matter));
  for (const path of [`${ours}/${first.id}`, `${ours}/${second.id}`, other.path(`/messages/${theirs.id}`)])
    await made(other.call('DELETE', path), 204);
  today = '2027-05-23';
  // The sweep tells the evidence of them; then the day ends, and an hour more.
  await runner.moveClock('2027-05-23T12:20:00Z');
  const { ran } = await runner.moveClock('2027-05-25T01:30:00Z');
  expect(ran.filter(({ ok }) => !ok)).toEqual([]);
  asked = { officer: await log('privacy@answeronline.example'), admin: await log('admin@nordvik.example') };
});

afterAll(() => runner.stop());

const dayOf = ({ items }: ErasureLogPage, day: string) => items.find((one) => one.day === day);

describe('the log', () => {
  test('is whole for the privacy officer, and has the day with every client', () => {
    const verdict = verifyLog(asked.officer.items);
    const clients =
      dayOf(asked.officer, today)
        ?.leaves?.slice(1)
        .map((leaf) => JSON.parse(leaf)) ?? [];

    expect(verdict.broken).toBeUndefined();
    expect(verdict.days.at(-1)?.day).toBe('2027-05-24');
    expect(clients.map(({ erased }) => erased).toSorted()).toEqual([1, 2]);
    expect(clients.find(({ clientId }) => clientId === nordvik)?.erased).toBe(2);
  });

  test('is whole for a client admin, who sees the same heads, the own erasures, and nobody else', () => {
    const verdict = verifyLog(asked.admin.items);
    const day = dayOf(asked.admin, today);

    expect(verdict.broken).toBeUndefined();
    expect(asked.admin.items.map(({ hash }) => hash)).toEqual(asked.officer.items.map(({ hash }) => hash));
    expect(day).toMatchObject({ leaves: null, own: [{ clientId: nordvik, erased: 2 }] });
    expect(verdict.days.find((one) => one.day === today)).toMatchObject({ records: 2, against: 'own leaves' });
  });

  test('stays as it was when days are added to it', async () => {
    await runner.moveClock('2027-05-26T01:30:00Z');

    const { items } = await log('privacy@answeronline.example');

    expect(items.slice(1)).toEqual(asked.officer.items);
    expect(verifyLog(items).broken).toBeUndefined();
  });
});
