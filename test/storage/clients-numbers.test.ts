// Clients' telephone numbers on the engine: each is one client's, and is found by what it is.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#clients/schema.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { useEngine } from '#test/support/engine.ts';

interface Page {
  items: Client[];
  nextCursor: string | null;
}

const engine = useEngine();
let world: DirectoryWorld;

beforeEach(async () => {
  world = await directoryWorld(engine);
});

const CHANGE = 'PATCH /v1/clients/{clientId}';
const SEARCH = 'POST /v1/clients/search';

describe('telephone numbers', () => {
  test('belong to one client: the second is refused with a pointer to the number', async () => {
    const taken = { number: '+46 8 465 004 01' };
    await world.aClient({ numbers: [{ number: '08-465 004 01' }] });

    const second = await world.aClient({ numbers: [{ number: '08-465 004 02' }, taken] });

    expect(second.status).toBe(409);
    expect(second.body).toMatchObject({ code: 'number-taken', errors: [{ pointer: '/numbers/1/number' }] });
  });

  test('twenty clients at once with one number: one gets it', async () => {
    const post = (n: number) => world.aClient({ name: `Kund ${n}`, numbers: [{ number: '08-465 004 03' }] });

    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => post(n)));

    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array(19).fill(409)]);
  });

  test('are taken back as they were read, with the names of their lines', async () => {
    const { call, supervisor } = world;
    const made = await world.aClient({ numbers: [{ number: '08-465 004 07' }] });
    const [read] = made.body.numbers;

    const changed = await call<Client>(CHANGE, {
      claims: supervisor,
      params: { clientId: made.body.id },
      ifMatch: '"1"',
      body: { numbers: [{ ...read, answerPhrase: 'Nordvik Bygg' }] },
    });

    expect([changed.status, changed.body.numbers]).toEqual([200, [{ ...read, answerPhrase: 'Nordvik Bygg' }]]);
  });

  test('follow an edit: the old one is free for others, the new one is found', async () => {
    const { call, supervisor } = world;
    const made = await world.aClient({ numbers: [{ number: '08-465 004 04' }, { number: '08-465 004 05' }] });

    const changed = await world.meter.measure(() =>
      call(CHANGE, {
        claims: supervisor,
        params: { clientId: made.body.id },
        ifMatch: '"1"',
        body: { numbers: [{ number: '08-465 004 05' }, { number: '08-465 004 06' }] },
      }),
    );
    const old = await call<Page>(SEARCH, { claims: supervisor, body: { number: '08-465 004 04' } });
    const found = await call<Page>(SEARCH, { claims: supervisor, body: { number: '0046 8 465 004 06' } });
    const other = await world.aClient({ numbers: [{ number: '08-465 004 04' }] });

    expect(changed.result.status).toBe(200);
    expect(changed.tally).toMatchObject({ requests: { BatchGetItem: 1, TransactWriteItems: 1 }, writeUnits: 11 });
    expect(old.body.items).toEqual([]);
    expect(found.body.items.map(({ id }) => id)).toEqual([made.body.id]);
    expect(other.status).toBe(201);
  });
});
