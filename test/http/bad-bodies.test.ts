// Bad bodies at every route that takes one: each is refused with a pointer, nothing is echoed, nothing is sent.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routeTable } from '#api/route-table.ts';
import type { Route } from '#shared/route.ts';
import { anAnswering, officeHours } from '#test/support/builders/answering.ts';
import { aClient } from '#test/support/builders/clients.ts';
import { aRequestBody } from '#test/support/builders/requests.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';
import { type Json, openWorld } from '#test/support/http-world.ts';
import { isOfficer, untilQuiet } from '#test/support/outbox-guard.ts';
import { type ExampleWorld, type RouteExample, routeExamples } from '#test/support/route-examples.ts';
import type { Answer } from '#test/support/runner-client.ts';

/** Stands in everything that is sent, and must stand in nothing that is answered. */
const MARK = 'Vaniljstång';
const BODY_LIMIT = 64 * 1024;

let world: ExampleWorld;
const withBody = routeTable.filter(({ body }) => body);

/** Every field that there is, where the example has only those that are needed. */
const fuller: Record<string, (body: Json) => Json> = {
  createClient: () => aClient(),
  changeClient: () => aClient(),
  changeAnswering: () => anAnswering({ alternatives: [] }) as Json,
  previewAnsweringDays: (body) => ({ ...body, hours: officeHours() }),
  createStaffMember: () => aStaffMember(),
  changeStaffMember: () => aStaffMember(),
  searchStaff: (body) => ({ ...body, limit: 3, line: `lin_${'a'.repeat(22)}`, view: 'operator' }),
  setAbsence: (body) => ({ ...body, note: 'Åter på torsdag', operatorNote: 'Mobilen är avstängd', calls: 'open' }),
  countCall: (body) => ({ ...body, line: `lin_${'a'.repeat(22)}`, calledAt: new Date().toISOString() }),
  takeMessage: (body) => ({
    ...body,
    calledAt: new Date().toISOString(),
    copyTo: [],
    answered: [],
    urgency: 'normal',
    callBack: true,
    sensitive: false,
  }),
  changeMessage: () => ({ read: true, handled: true, note: 'Ringt' }),
  decideFindings: (body) => ({ ...body, cursor: 'abc' }),
  inviteUser: (body) => ({ ...body, staffId: 'stf_00000000000000000000000000' }),
  createSubjectRequest: () => aRequestBody({ by: 'email', receivedAt: new Date().toISOString(), language: 'sv' }),
  changeSubjectRequest: () => ({
    ...aRequestBody({ receivedAt: new Date().toISOString(), language: 'sv' }),
    notes: 'Ringer tillbaka',
    keepDays: 90,
  }),
  stepSubjectRequest: () => ({ step: 'instruct', decision: 'carryOut', given: 'email', text: 'Lämna ut allt' }),
};

beforeAll(async () => {
  const opened = await openWorld();
  const staffId = await opened.addStaff({ name: 'Disa', emails: [{ address: 'disa@nordvik.example' }] });
  world = { ...opened, staffId, messageId: 'msg_00000000000000000000000000' };
});

afterAll(async () => {
  await untilQuiet(world.runner);
  // The examples themselves are requests that the officer is told of.
  expect((await world.runner.outbox()).filter(({ to }) => !isOfficer(to))).toEqual([]);
});

async function exampleOf(route: Route): Promise<RouteExample & { body: Json }> {
  const example = (await routeExamples[route.id]?.(world)) as RouteExample;
  return { ...example, body: fuller[route.id]?.(example.body) ?? example.body };
}

function send(route: Route, { params, ifMatch }: RouteExample, body: unknown, headers: Record<string, string> = {}) {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? '');
  const conditional = ifMatch ? { 'if-match': ifMatch } : {};
  return world.runner.request<Json>(route.method, path, {
    token: world.supervisor,
    body,
    headers: { ...conditional, ...headers },
  });
}

function expectRefusal({ status, headers, body, text }: Answer<Json>, refusal: { status: number; code: string }) {
  expect({ status, code: body.code }).toEqual(refusal);
  expect(headers.get('content-type')).toBe('application/problem+json');
  expect(body).toMatchObject({ type: `urn:answeronline:problem:${refusal.code}`, status: refusal.status });
  expect(text).not.toContain(MARK);
}

const invalid = { status: 400, code: 'invalid-request' };
const pointers = ({ body }: Answer<Json>): string[] => body.errors.map(({ pointer }: Json) => pointer);

const ofAnotherType = (value: unknown): unknown => {
  if (Array.isArray(value)) return { [MARK]: 1 };
  if (typeof value === 'string') return [MARK];
  return MARK;
};

describe.each(withBody)('$id refuses', (route) => {
  test('a field that it does not know', async () => {
    const example = await exampleOf(route);

    const answer = await send(route, example, { ...example.body, colour: MARK });

    expectRefusal(answer, invalid);
    expect(pointers(answer)).toContain('/colour');
  });

  test('a value of another type, in each of its fields', async () => {
    const example = await exampleOf(route);

    for (const [field, value] of Object.entries(example.body)) {
      const answer = await send(route, example, { ...example.body, [field]: ofAnotherType(value) });

      expectRefusal(answer, invalid);
      expect(pointers(answer)).not.toEqual([]);
      for (const pointer of pointers(answer)) expect(pointer).toMatch(new RegExp(`^/${field}(/|$)`));
    }
  });

  test('a text that is too long, in each of its fields', async () => {
    const example = await exampleOf(route);
    const texts = Object.entries(example.body).filter(([, value]) => typeof value === 'string');

    // A confirmation takes nothing at all.
    if (Object.keys(example.body).length > 0) expect(texts).not.toEqual([]);
    for (const [field] of texts) {
      const answer = await send(route, example, { ...example.body, [field]: MARK.repeat(400) });

      expectRefusal(answer, invalid);
      expect(pointers(answer)).not.toEqual([]);
      for (const pointer of pointers(answer)) expect(pointer).toMatch(new RegExp(`^/${field}(/|$)`));
    }
  });

  test.for([[], MARK, 12, true, null])('a body that is no object: %j', async (body) => {
    const answer = await send(route, await exampleOf(route), JSON.stringify(body));

    expectRefusal(answer, invalid);
    expect(answer.body.errors.length).toBeGreaterThan(0);
  });

  test('a body of more than 64 kB, whatever stands in it', async () => {
    const example = await exampleOf(route);
    const padded = JSON.stringify(example.body).padEnd(BODY_LIMIT + 1, ' ');

    expectRefusal(await send(route, example, padded), { status: 413, code: 'payload-too-large' });
    expectRefusal(await send(route, example, 'å'.repeat(BODY_LIMIT / 2 + 1)), {
      status: 413,
      code: 'payload-too-large',
    });
  });

  test.for(['{', `{"name": ${MARK}}`, '', '{"a":1}{"b":2}'])('what is no JSON: %j', async (text) => {
    expectRefusal(await send(route, await exampleOf(route), text), { status: 400, code: 'malformed-json' });
  });

  test('what is no UTF-8', async () => {
    const latin1 = Buffer.from('{"name":"Åke"}', 'latin1');

    expectRefusal(await send(route, await exampleOf(route), latin1), { status: 400, code: 'malformed-json' });
  });

  test.for(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x'])(
    'a body of %s',
    async (type) => {
      const example = await exampleOf(route);

      const answer = await send(route, example, example.body, { 'content-type': type });

      expectRefusal(answer, { status: 415, code: 'unsupported-media-type' });
    },
  );
});

test.for(routeTable.filter(({ scope, query }) => scope !== null && !query))(
  '$id takes no query, and says so',
  async (route) => {
    const example = (await routeExamples[route.id]?.({
      ...world,
      messageId: 'msg_00000000000000000000000000',
      take: async () => ({
        status: 201,
        headers: new Headers(),
        body: { id: 'msg_00000000000000000000000000' },
        text: '',
      }),
    })) as RouteExample;
    const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => example.params?.[name] ?? '');

    const answer = await send(
      { ...route, path: `${path}?q=${encodeURIComponent(MARK)}` },
      { ...example, params: {} },
      example.body,
    );

    await example.after?.({});
    expectRefusal(answer, invalid);
    expect(pointers(answer)).toEqual(['query']);
  },
);
