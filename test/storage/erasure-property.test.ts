// Whatever a person's life at a client was: after the erasure a search finds nothing, no copy tells, and others are whole.
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { wayToErase } from '#erasures/ways-to-erase.ts';
import { type TableThief, tableThief } from '#test/support/adversary/table-thief.ts';
import { useEngine } from '#test/support/engine.ts';
import { type ErasingPeople, erasingPeople } from '#test/support/erasing-people.ts';

const engine = useEngine();

const X = { name: 'Anna Lind', phone: '+46701740650', spelled: '070-174 06 50', email: 'anna@lind.example' };
const Y = { name: 'Eva Berg', phone: '+46701740699', spelled: '070-174 06 99', email: 'eva@berg.example' };
type Person = typeof X;

/** What may happen in somebody's life; each leaves a text that is nobody else's. */
const happenings = {
  callsByPhone: (n: number, { name, spelled }: Person) => ({ caller: { name, phone: spelled }, matter: `Sak ${n}` }),
  callsByMail: (n: number, { name, email }: Person) => ({ caller: { name, email }, matter: `Brev ${n}` }),
  isWrittenAbout: (n: number, { spelled }: Person) => ({ caller: {}, matter: `Ring ${spelled} om ärende ${n}` }),
  isCalled: (n: number, { name }: Person) => ({ caller: { name: 'Bo Alm' }, matter: `${name} sökt, gång ${n}` }),
} as const;
const ways = [...Object.keys(happenings), 'worksHere', 'isContact', 'signsIn'] as (
  | keyof typeof happenings
  | 'worksHere'
  | 'isContact'
  | 'signsIn'
)[];

const lives = fc.array(fc.record({ who: fc.constantFrom('x', 'y'), way: fc.constantFrom(...ways) }), {
  minLength: 1,
  maxLength: 8,
});

/** @returns the texts of each, as they stand sealed. */
async function live(world: ErasingPeople, life: readonly { who: string; way: (typeof ways)[number] }[]) {
  const { clientId, supervisor } = world;
  const plain = { alsoKnownAs: [], phones: [] };
  const staffId = (await world.aStaffMember(clientId, { ...plain, name: 'Disa Ek', emails: [] })).body.id;
  const texts: Record<string, Set<string>> = { x: new Set(), y: new Set() };
  const contacts: object[] = [];
  for (const [n, { who, way }] of life.entries()) {
    const person = who === 'x' ? X : Y;
    world.clock.advance(1_000);
    if (way === 'worksHere') {
      const emails = [{ address: person.email }];
      await world.aStaffMember(clientId, { ...plain, name: person.name, title: `Post ${n}`, emails });
      texts[who]?.add(`Post ${n}`);
    } else if (way === 'signsIn') {
      await world.aUser(clientId, 'clientAdmin', `${person.name} ${n}`, person.email);
      texts[who]?.add(`${person.name} ${n}`);
    } else if (way === 'isContact') {
      contacts.push({ name: person.name, title: `Roll ${n}`, email: person.email });
      texts[who]?.add(`Roll ${n}`);
      const params = { clientId };
      const { etag: ifMatch } = await world.directory('GET /v1/clients/{clientId}', { claims: supervisor, params });
      await world.directory('PATCH /v1/clients/{clientId}', {
        claims: supervisor,
        params,
        ifMatch,
        body: { contacts },
      });
    } else {
      const body = happenings[way](n, person);
      await world.take(clientId, { staffId, ...body });
      texts[who]?.add(body.matter);
    }
  }
  return { x: [...(texts.x ?? [])], y: [...(texts.y ?? [])] };
}

const openOf = async (world: ErasingPeople, requestId: string) =>
  (await world.found(requestId)).filter((one) => wayToErase(one) !== 'kept').map(({ store, as }) => [store, as.join()]);

async function eraseX(world: ErasingPeople, thief: TableThief): Promise<string> {
  const requestId = await world.instructed({ names: [X.name], phones: [X.spelled], emails: [X.email] });
  await thief.look();
  const id = await world.erasePerson(requestId);
  expect((await world.look(id)).body).toMatchObject({ state: 'done', byHand: [] });
  return requestId;
}

test('after the erasure of X the search for X is empty, no recorded copy yields X, and Y stands', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async (life) => {
      for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
      const world = await erasingPeople(engine);
      const thief = tableThief(world);
      const { x, y } = await live(world, life);
      await thief.look();
      expect((await thief.recover([...x, ...y])).sort()).toEqual([...x, ...y].sort());

      const requestId = await eraseX(world, thief);

      const again = await world.instructed({ names: [X.name], phones: [X.spelled], emails: [X.email] });
      expect(await openOf(world, again)).toEqual([]);
      await thief.look();
      expect(await thief.recover(x)).toEqual([]);
      // What was asked for before still stands for a while: there is a certificate of nothing else.
      await world.erasePerson(again);
      for (const one of [requestId, again]) await world.endOf(one);
      await thief.look();
      const hers = [...x, X.name, X.phone, X.email];
      expect(await thief.recover(hers)).toEqual([]);
      expect((await thief.recover(y)).sort()).toEqual([...y].sort());
    }),
    { numRuns: 12, endOnFailure: true },
  );
}, 240_000);
