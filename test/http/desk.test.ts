// A call comes in: from the number to the client, its desk and the person asked for, to a message that says what was said.
import { expect, inject, test } from 'vitest';
import type { Json } from '#test/support/http-world.ts';
import { made } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';
import { runnerClient } from '#test/support/runner-client.ts';

const runner = runnerClient(inject('runnerOrigin'));
const operator = () => runner.userToken('operator@answeronline.example');

async function callComesIn(number: string) {
  const token = await operator();
  const ask = (method: string, path: string, body?: unknown) =>
    runner.request<Json>(method, `/v1${path}`, { token, ...(body !== undefined && { body }) });
  const { items, line } = await made(ask('POST', '/clients/search', { number }), 200);
  return { ask, clientId: items[0].id as string, line: line as string };
}

test('four requests lead from the number that was called to a message that says what was said', async () => {
  expectRecipients('+46701740611');
  const { ask, clientId, line } = await callComesIn('08-465 004 10');

  const desk = await made(ask('GET', `/clients/${clientId}/desk?line=${line}`), 200);
  const found = await made(ask('POST', `/clients/${clientId}/staff/search`, { text: 'kalle', line }), 200);
  const [kalle] = found.items;
  const answered = [...desk.references, kalle.answer.reference];
  const body = { staffId: kalle.staffId, callBack: true, caller: { name: 'Eva Ek' }, answered };
  const message = await made(ask('POST', `/clients/${clientId}/messages`, body));
  const after = await made(ask('GET', `/clients/${clientId}/desk?line=${line}`), 200);

  expect(desk).toMatchObject({ name: 'Nordvik Bygg', line, language: 'sv', askFor: ['adress', 'offertnummer'] });
  expect(desk.alternatives.map(({ name }: Json) => name)).toEqual(['Åsa Nordvik', 'Jouren']);
  expect(desk.notices).toHaveLength(1);
  expect(kalle.name).toBe('Karl-Erik Öström');
  expect(message.answered).toContainEqual({
    source: desk.why.source,
    of: clientId,
    version: desk.why.version,
    ruleId: desk.why.ruleId,
    at: expect.any(String),
  });
  expect(after.messages[0]).toMatchObject({ id: message.id, staffId: kalle.staffId, caller: { name: 'Eva Ek' } });
  await runner.untilSent(({ to }) => to === '+46701740611');
});

test('the English line of the same client is answered in English', async () => {
  const { ask, clientId, line } = await callComesIn('08-465 004 11');

  const desk = await made(ask('GET', `/clients/${clientId}/desk?line=${line}`), 200);

  expect(desk).toMatchObject({ language: 'en', callerNotice: { words: expect.stringContaining('six months') } });
});

test('whoever asks why the data is kept is shown the page that the desk names, without any token', async () => {
  const { ask, clientId } = await callComesIn('08-465 004 50');
  const { callerNotice } = await made(ask('GET', `/clients/${clientId}/desk`), 200);

  const page = await runner.request<string>('GET', new URL(callerNotice.url).pathname);

  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.body).toContain(callerNotice.words);
  expect(page.body).toContain('<h1>Your data when you call Södra Tand</h1>');
});
