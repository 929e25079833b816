// The authorization matrix: every route of the table, every role, own and foreign client, and every kind of token.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routeTable } from '#api/route-table.ts';
import { machineScopes, type Role, type Route, roles, type Scope } from '#shared/route.ts';
import { addMachine, openWorld } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';
import { type ExampleWorld, type RouteExample, routeExamples } from '#test/support/route-examples.ts';
import type { Answer } from '#test/support/runner-client.ts';

const MISSING_CLIENT = 'cli_00000000000000000000000000';
const clientRoles: readonly Role[] = ['clientAdmin', 'staffMember', 'machine'];

let own: ExampleWorld;
let foreign: ExampleWorld;
let tokens: Readonly<Record<Role, string>>;
/** Machine clients that lack every scope but their own: of reading one thing, or of writing. */
let narrow: { directory: string; messages: string; writing: string };
const places: { remove: () => Promise<unknown> }[] = [];

async function populated(): Promise<ExampleWorld> {
  const world = await openWorld();
  const emails = [{ address: 'disa@nordvik.example' }];
  const staffId = await world.addStaff({ name: 'Disa Dahl', emails, delivery: { normal: [{ channels: ['email'] }] } });
  const { body } = await world.take({ staffId, matter: 'Offerten' });
  return { ...world, staffId, messageId: body.id };
}

beforeAll(async () => {
  // Admins of the examples' clients are told of each step of a request.
  expectRecipients(
    'disa@nordvik.example',
    'disa.ek@nordvik.example',
    /^(user|invited)\.[0-9a-f]+\.\d+@nordvik\.example$/,
  );
  [own, foreign] = await Promise.all([populated(), populated()]);
  const machine = await addMachine(own, [own.clientId], machineScopes);
  const directory = await addMachine(own, [own.clientId], ['directory.read']);
  const messages = await addMachine(own, [own.clientId], ['messages.read']);
  const writing = await addMachine(own, [own.clientId], ['directory.write', 'messages.write']);
  places.push(machine, directory, messages, writing);
  narrow = { directory: directory.token, messages: messages.token, writing: writing.token };
  tokens = {
    supervisor: own.supervisor,
    operator: await own.operator(),
    privacyOfficer: await own.privacyOfficer(),
    clientAdmin: own.signatory.token,
    staffMember: (await own.addUser('staffMember', own.staffId)).token,
    machine: machine.token,
  };
});

afterAll(() => Promise.all(places.map(({ remove }) => remove())));

const pathOf = (route: Route, params: Readonly<Record<string, string>> = {}) =>
  route.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? `no-${name}`).replace('/v1', '');

const ask = (route: Route, { params, query, body, ifMatch }: RouteExample, token?: string, clientId?: string) =>
  own.runner.request<{ code?: string; message?: string; machineId?: string }>(
    route.method,
    `/v1${pathOf(route, { ...params, ...(clientId && { clientId }) })}${query ? `?${query}` : ''}`,
    { token, body, headers: ifMatch ? { 'if-match': ifMatch } : {} },
  );

function exampleOf(route: Route, world: ExampleWorld): Promise<RouteExample> {
  const make = routeExamples[route.id];
  if (!make) throw new Error(`test/support/route-examples.ts has no request for ${route.id}`);
  return Promise.resolve(make(world));
}

/** All that a consumer could tell two answers apart by. */
const seen = ({ status, headers, text }: Answer<unknown>) => {
  const told = [...headers].filter(([name]) => !['date', 'apigw-requestid'].includes(name));
  return { status, text, headers: Object.fromEntries(told) };
};

const mayCarry = (role: Role, scope: Scope) =>
  role !== 'machine' || (machineScopes as readonly Scope[]).includes(scope);
const guarded = routeTable.filter(({ scope }) => scope !== null) as (Route & { scope: Scope })[];
const cases = guarded.flatMap((route) => roles.map((role) => ({ route, role })));

test('every route has an example request, and every example a route', () => {
  expect(Object.keys(routeExamples).sort()).toEqual(routeTable.map(({ id }) => id).sort());
});

describe('with the token of a role', () => {
  for (const { route, role } of cases) {
    const allowed = route.roles.includes(role);

    test(`${role} ${allowed ? 'may' : 'may not'} ${route.id}`, async () => {
      const example = await exampleOf(route, own);

      const answer = await ask(route, example, tokens[role]);

      await example.after?.(answer.body);
      if (allowed) expect(answer).toMatchObject({ status: example.status });
      else if (mayCarry(role, route.scope)) expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      else expect(seen(answer)).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' });
    });
  }
});

describe("another client's record", () => {
  for (const { route, role } of cases.filter(
    ({ route, role }) => route.path.includes('{clientId}') && clientRoles.includes(role) && mayCarry(role, route.scope),
  )) {
    test(`answers ${role} at ${route.id} as a client that does not exist`, async () => {
      const example = await exampleOf(route, foreign);

      const answer = await ask(route, example, tokens[role]);
      const missing = await ask(route, example, tokens[role], MISSING_CLIENT);

      expect(answer).toMatchObject({ status: 404, body: { code: 'not-found' } });
      expect(seen(answer)).toEqual(seen(missing));
    });
  }

  test.for(guarded.filter(({ path }) => path.includes('{clientId}')))(
    'is no other client for a supervisor: $id reaches it, and not one that is missing',
    async (route) => {
      const example = await exampleOf(route, foreign);

      const missing = await ask(route, example, tokens.supervisor, MISSING_CLIENT);
      const answer = await ask(route, example, tokens.supervisor);

      const may = route.roles.includes('supervisor');
      expect(missing.body.code).toBe(may ? 'not-found' : 'forbidden');
      expect(answer.status).toBe(may ? example.status : 403);
    },
  );

  test.for(guarded.filter(({ path }) => /\{clientId\}.*\{(staff|message|user)Id\}/.test(path)))(
    'is not reached through the own client: $id',
    async (route) => {
      const example = await exampleOf(route, foreign);
      const role = route.roles.includes('clientAdmin') ? 'clientAdmin' : 'machine';

      const answer = await ask(route, example, tokens[role], own.clientId);

      expect(answer.body.code).toBe('not-found');
    },
  );

  test.for(['clientAdmin', 'staffMember', 'machine'] as const)('is in no list and no search of a %s', async (role) => {
    const listed = await own.call('GET', '/clients', { token: tokens[role] });
    const found = await own.call('POST', '/clients/search', { token: tokens[role], body: { text: 'Kvarngärdets' } });

    expect(listed.body.items.map(({ id }: { id: string }) => id)).toEqual([own.clientId]);
    expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([own.clientId]);
  });
});

describe('with no token that is good for it', () => {
  test.for(guarded)('$id is Unauthorized without a token, and with a wrong one', async (route) => {
    const anything: RouteExample = { body: route.body ? {} : undefined, status: 401 };
    const tampered = `${tokens.supervisor.slice(0, -8)}AAAAAAAA`;

    const answers = await Promise.all([undefined, 'abc', tampered].map((token) => ask(route, anything, token)));

    for (const answer of answers)
      expect(seen(answer)).toMatchObject({ status: 401, text: '{"message":"Unauthorized"}' });
  });

  test.for(guarded)('$id is Forbidden without its scope', async (route) => {
    const token = route.scope.startsWith('directory') ? narrow.messages : narrow.directory;

    const answer = await ask(route, { body: route.body ? {} : undefined, status: 403 }, token);

    expect(seen(answer)).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' });
  });

  const ofTwo = guarded.filter(({ scope, readScope }) => readScope !== undefined && mayCarry('machine', scope));

  test.for(ofTwo.filter(({ scope }) => scope.endsWith('.read')))(
    '$id, which reads two things, is forbidden with the scope of the first alone',
    async (route) => {
      const answer = await ask(route, await exampleOf(route, own), narrow.directory);

      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    },
  );

  test.for(ofTwo.filter(({ scope }) => scope.endsWith('.write')))(
    '$id, whose answer is a read, is forbidden with the scope of writing alone',
    async (route) => {
      const answer = await ask(route, await exampleOf(route, own), narrow.writing);

      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    },
  );

  test.for(routeTable.filter(({ scope }) => scope === null))('$id is open to everybody', async (route) => {
    const example = await exampleOf(route, foreign);

    const answers = await Promise.all([undefined, 'abc', tokens.machine].map((token) => ask(route, example, token)));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});
