// Edits name the version that they change: without it 428, with another one 412.
import { beforeAll, describe, expect, test } from 'vitest';
import { routeTable } from '#api/route-table.ts';
import type { Route } from '#shared/route.ts';
import { openWorld } from '#test/support/http-world.ts';
import { type ExampleWorld, type RouteExample, routeExamples } from '#test/support/route-examples.ts';

let world: ExampleWorld;
let officer: string;

beforeAll(async () => {
  const opened = await openWorld();
  world = { ...opened, staffId: await opened.addStaff({ name: 'Disa Dahl' }), messageId: 'msg_none' };
  officer = await opened.privacyOfficer();
});

function pathOf(route: Route, example: RouteExample) {
  return route.path.replace('/v1', '').replace(/\{(\w+)\}/g, (_, name: string) => example.params?.[name] ?? '');
}

async function edit(route: Route) {
  const example = (await routeExamples[route.id]?.(world)) as RouteExample & { ifMatch: string };
  const path = pathOf(route, example);
  const token = route.roles.includes('supervisor') ? world.supervisor : officer;
  const send = (ifMatch?: string) =>
    world.call(route.method, path, { token, body: example.body, ...(ifMatch !== undefined && { ifMatch }) });
  return { send, etag: example.ifMatch };
}

const edits = routeTable.filter(({ ifMatch }) => ifMatch);

test('what has several fields, and is edited by several people, is edited by version', () => {
  expect(edits.map(({ id }) => id)).toEqual([
    'changeClient',
    'changeAnswering',
    'changeStaffMember',
    'changeUser',
    'changeOperator',
    'changeServiceDetails',
    'changeSubProcessor',
    'changeSubjectRequest',
  ]);
});

describe.each(edits)('$id', (route) => {
  test('asks for If-Match', async () => {
    const { send } = await edit(route);

    expect(await send()).toMatchObject({ status: 428, body: { code: 'if-match-required' } });
  });

  test.for(['"999"', '*', 'W/"1"', '1', '', '"1", "2"'])(
    'refuses a version that it does not have: %s',
    async (wrong) => {
      const { send } = await edit(route);

      expect(await send(wrong)).toMatchObject({ status: 412, body: { code: 'version-conflict' } });
    },
  );

  test('answers with the new version, and refuses the old one from then on', async () => {
    const { send, etag } = await edit(route);

    const first = await send(etag);
    const stale = await send(etag);
    const next = await send(first.headers.get('etag') ?? '');

    expect(first.status).toBe(200);
    expect(first.headers.get('etag')).toMatch(/^"\d+"$/);
    expect(first.headers.get('etag')).not.toBe(etag);
    expect(stale).toMatchObject({ status: 412, body: { code: 'version-conflict' } });
    expect(next.status).toBe(200);
  });

  test('lets one of many through who come at once with the same version', async () => {
    const { send, etag } = await edit(route);

    const answers = await Promise.all(Array.from({ length: 8 }, () => send(etag)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(412)]);
  });
});

test('reading gives the version that an edit needs, and an absence, which asks for none, makes a new one', async () => {
  const path = world.path(`/staff/${world.staffId}`);
  const before = await world.call('GET', path);

  const set = await world.call('PUT', `${path}/absence`, {
    body: { reason: 'lunch', until: new Date(Date.now() + 3_600_000).toISOString() },
  });
  const after = await world.call('GET', path);

  expect(set.status).toBe(200);
  expect(after.headers.get('etag')).toBe(set.headers.get('etag'));
  expect(after.headers.get('etag')).not.toBe(before.headers.get('etag'));
});
