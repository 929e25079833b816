// The adversary and the index of a client's people: every version of it that there ever was, and the keys that are left.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type TableThief, tableThief } from '#test/support/adversary/table-thief.ts';
import { useEngine } from '#test/support/engine.ts';
import { type SearchWorld, searchWorld } from '#test/support/search-world.ts';

const ofAnna = ['kanariefågel', 'kanarieskötare', 'gökotta', '0701740671'];
const ofBo = ['blåmes', '0701740672'];

const engine = useEngine();
let world: SearchWorld;
let thief: TableThief;
let clientId: string;
let anna: string;

/** Only in the index: of the records no copy is taken. */
async function lookAtIndex(): Promise<void> {
  const { head, parts } = await world.indexOf(clientId);
  expect(parts.length).toBeGreaterThan(0);
  thief.keep([head, ...parts]);
}

beforeEach(async () => {
  world = await searchWorld(engine);
  thief = tableThief(world);
  clientId = (await world.aClient()).body.id;
  const [name = '', title = '', keyword = '', number = ''] = ofAnna;
  const phones = [{ number, mayTell: true }];
  anna = (await world.aStaffMember(clientId, { name, title, keywords: [keyword], phones, alsoKnownAs: [] })).body.id;
  await world.names(clientId, 'kanarie');
  await lookAtIndex();
  const [bird = '', other = ''] = ofBo;
  await world.aStaffMember(clientId, { name: bird, phones: [{ number: other }], alsoKnownAs: [], keywords: [] });
  await world.rebuild(clientId);
  await lookAtIndex();
});
afterEach(() => vi.restoreAllMocks());

test('while people live, the key of the last version opens all of it, and without one nothing stands open', async () => {
  const all = [...ofAnna, ...ofBo];

  expect(thief.open(all)).toEqual([]);
  expect(await thief.recover(all)).toEqual(all);
});

test('from the moment on that a person is erased no version can be read, and with the next nothing of that person', async () => {
  await world.erase(clientId, anna);
  expect(await thief.recover([...ofAnna, ...ofBo])).toEqual([]);

  expect(await world.names(clientId, 'blåmes')).toEqual(['blåmes']);
  await lookAtIndex();

  expect(await thief.recover(ofAnna)).toEqual([]);
  expect(await thief.recover(ofBo)).toEqual(ofBo);
});

test('words that an edit took out are gone with the version that they were in', async () => {
  const params = { clientId, staffId: anna };
  const route = '/v1/clients/{clientId}/staff/{staffId}';
  const { etag } = await world.call(`GET ${route}`, { claims: world.supervisor, params });
  await world.call(`PATCH ${route}`, { claims: world.supervisor, params, body: { keywords: [] }, ifMatch: etag });

  await world.rebuild(clientId);
  await lookAtIndex();

  expect(await thief.recover(ofAnna)).toEqual(ofAnna.filter((word) => word !== 'gökotta'));
});
