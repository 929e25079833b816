// A morning at the answering service: what has been taken, delivered, handled and gone wrong before the pictures are taken.
import type { TestRunner } from '#test/support/runner.ts';

export interface Day {
  readonly nordvik: string;
  readonly anna: string;
  /** The message that is open in the inbox. */
  readonly message: string;
}

type Json = Record<string, unknown>;

const requests = [
  ['erasure', 'Maria Holm vill att hennes nummer tas bort. Nås på 070-174 06 42.'],
  ['access', 'Johan Sand undrar vad som finns om honom.'],
] as const;

/** 10.42 in Stockholm, winter time or summer time, on the last weekday that is over. */
export function lastWorkday(today: Date): Date {
  const day = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate() - 1, 9, 42));
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() - 1);
  const hour = new Intl.DateTimeFormat('sv-SE', { hour: 'numeric', timeZone: 'Europe/Stockholm' }).format(day);
  if (hour !== '10') day.setUTCHours(8);
  return day;
}

export async function fillDay(runner: TestRunner): Promise<Day> {
  const token = await runner.userToken('operator@answeronline.example');
  const call = async (method: string, path: string, body?: object): Promise<Json> => {
    const headers = method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {};
    const answer = await runner.request<Json>(method, `/v1${path}`, { token, body, headers });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const found = async (path: string, body: object, key: string): Promise<string> => {
    const { items } = await call('POST', path, body);
    return String((items as Json[])[0]?.[key]);
  };
  const nordvik = await found('/clients/search', { number: '08-465 004 10' }, 'id');
  const person = (text: string) => found(`/clients/${nordvik}/staff/search`, { text }, 'staffId');
  const [anna, kalle] = [await person('anna'), await person('kalle')];
  const take = (message: object) => call('POST', `/clients/${nordvik}/messages`, message);

  const handled = await take({
    staffId: kalle,
    caller: { name: 'Nils Berg', company: 'Berg Betong', phone: '070-174 06 41' },
    matter: 'Bilen med betong står i kön vid Kvarngärdet och är framme klockan elva.',
  });
  await settled(runner);
  await runner.setFaults({ sms: 'undelivered', count: 1 });
  await take({
    staffId: kalle,
    caller: { name: 'Maria Holm', phone: '070-174 06 42' },
    matter: 'Grannen undrar när kranen flyttas. Hon är hemma hela dagen.',
    callBack: true,
  });
  await settled(runner);
  await aMinuteLater(runner);
  await take({
    staffId: anna,
    caller: { name: 'Johan Sand', company: 'Sand Fastigheter', phone: '08-465 004 61' },
    matter: 'Vill ha offerten på de tre badrummen före jul, gärna med två val av kakel.',
  });
  const { id } = await take({
    staffId: anna,
    urgency: 'urgent',
    callBack: true,
    caller: { name: 'Eva Ek', company: 'Ek Kakel', phone: '070-174 06 30' },
    matter: 'Kaklet till badrummet kommer på torsdag, inte onsdag. Hon behöver veta i dag om det går bra.',
  });
  for (const [kind, text] of requests)
    await call('POST', `/clients/${nordvik}/subject-requests`, { kind, by: 'telephone', text });
  await call('PATCH', `/clients/${nordvik}/messages/${handled.id}`, { handled: true });
  await settled(runner);
  return { nordvik, anna, message: String(id) };
}

/** The tick finds that no step is left. */
async function aMinuteLater(runner: TestRunner): Promise<void> {
  await runner.moveClock(new Date(Date.parse(await runner.now()) + 60_000).toISOString());
  await settled(runner);
}

/** Until the receipts are in: no queue has anything left, and some moments more. */
async function settled(runner: TestRunner): Promise<void> {
  let quiet = 0;
  while (quiet < 10) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const queues = await runner.queues();
    quiet = queues.every(({ ready, inFlight, delayed }) => ready + inFlight + delayed === 0) ? quiet + 1 : 0;
  }
}
