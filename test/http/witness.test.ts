// Every route of the table that changes something leaves one row in the audit: who, what, which record; no other leaves any.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routeTable } from '#api/route-table.ts';
import type { AuditPage } from '#privacy/audit-schema.ts';
import type { Role, Route } from '#shared/route.ts';
import { isWitnessed } from '#shared/witness.ts';
import { made, openWorld } from '#test/support/http-world.ts';
import { type ExampleWorld, type RouteExample, routeExamples } from '#test/support/route-examples.ts';
import { startRunner, type TestRunner } from '#test/support/runner.ts';

type Row = AuditPage['items'][number];

/** Their examples are answered well, and find nothing to change. */
const findsNothing: readonly string[] = ['deleteNotice', 'liftSuppression'];
const writing = routeTable.filter(({ method, scope }) => method !== 'GET' && scope !== null);

/** Of its own: nobody else does anything of the service meanwhile. */
let runner: TestRunner;
let world: ExampleWorld;
let tokens: Partial<Record<Role, string>>;

beforeAll(async () => {
  runner = await startRunner();
  const opened = await openWorld({}, runner);
  const emails = [{ address: 'disa@nordvik.example' }];
  const staffId = await opened.addStaff({ name: 'Disa', emails, delivery: { normal: [{ channels: ['email'] }] } });
  const { id: messageId } = await made(opened.take({ staffId, matter: 'Offerten' }));
  world = { ...opened, staffId, messageId };
  tokens = {
    supervisor: world.supervisor,
    privacyOfficer: await world.privacyOfficer(),
    clientAdmin: world.signatory.token,
  };
});

afterAll(() => runner.stop());

/** The newest. */
async function rows(home: string): Promise<Row[]> {
  const page: AuditPage = await made(world.call('GET', `/clients/${home}/audit?limit=100`), 200);
  return page.items;
}

async function ask(route: Route, { params = {}, query, body, ifMatch }: RouteExample) {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '');
  const role = route.roles.find((one) => tokens[one] !== undefined);
  const headers = ifMatch ? { 'if-match': ifMatch } : {};
  const token = role && tokens[role];
  return {
    role,
    answer: await world.runner.request<{ id?: string; machineId?: string }>(
      route.method,
      `${path}${query ? `?${query}` : ''}`,
      { token, body, headers },
    ),
  };
}

/** The last id of the path; where there is none what was made. */
const recordOf = (route: Route, params: Readonly<Record<string, string>> = {}, made: string | undefined) => {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => (name === 'clientId' ? [] : [name]));
  return params[names.at(-1) ?? ''] ?? made ?? params.clientId ?? null;
};

test.for(writing)('$id', async (route) => {
  const make = routeExamples[route.id];
  if (!make) throw new Error(`test/support/route-examples.ts has no request for ${route.id}`);
  const example = await make(world);
  const home = example.params?.clientId ?? 'service';
  const before = new Set((await rows(home)).map(({ id }) => id));

  const { role, answer } = await ask(route, example);

  const left = (await rows(home)).filter(({ id, act }) => !before.has(id) && act === route.id);
  await example.after?.(answer.body);
  expect(answer.status).toBe(example.status);
  const changes = isWitnessed(route) && answer.status < 300 && !findsNothing.includes(route.id);
  if (!changes) return expect(left).toEqual([]);
  const recordId = recordOf(route, example.params, answer.body?.id ?? answer.body?.machineId);
  const detail = (example.body as Record<string, unknown> | undefined)?.[route.auditDetail ?? ''] ?? null;
  expect(left).toMatchObject([{ role, by: expect.stringMatching(/^usr_/), act: route.id, detail, recordId }]);
});
