// The adversary and a whole client whose erasure stops half-way: what the job takes, and nothing else does.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type TableThief, tableThief } from '#test/support/adversary/table-thief.ts';
import { useEngine } from '#test/support/engine.ts';
import { type ErasingWorld, erasingWorld } from '#test/support/erasing-world.ts';

const ofClient = ['Kanariehuset', 'Kanarieby', 'inkorg@kanarie.example'];
const ofOthers = ['Kanariefågeln har rymt', 'Kanarie Anställd', 'Kanarie Enda', 'Kanarie Delad'];

const engine = useEngine();
let world: ErasingWorld;
let thief: TableThief;
let clientId: string;

beforeEach(async () => {
  world = await erasingWorld(engine);
  thief = tableThief(world);
  const [clientName = '', town = '', inbox = ''] = ofClient;
  const [matter = '', name = '', onlyHere = '', elsewhereToo = ''] = ofOthers;
  clientId = (await world.aClient({ name: clientName, town, generalInbox: { emails: [inbox] } })).body.id;
  const staffId = (await world.aStaffMember(clientId, { name })).body.id;
  const elsewhere = (await world.aClient()).body.id;
  await world.invite(elsewhere, 'Erik Ek', 'erik@nordvik.example');
  await world.invite(clientId, elsewhereToo, 'erik@nordvik.example');
  await world.invite(clientId, onlyHere, 'enda@kanarie.example');
  await world.take(clientId, { staffId, matter });
  await world.take(clientId, { matter });
  await world.end(clientId);
  await thief.look();
});
afterEach(() => vi.restoreAllMocks());

test('before its erasure all of it can be read with the keys, and nothing without', async () => {
  const all = [...ofClient, ...ofOthers];

  expect(thief.open(all)).toEqual([]);
  expect(await thief.recover(all)).toEqual(all);
});

test('the client itself goes at once; its messages, staff and users go with the job', async () => {
  await world.eraseClient(clientId);
  await thief.look();
  const atOnce = await thief.recover([...ofClient, ...ofOthers]);
  world.clock.advance(20 * 60_000);
  await world.job();
  await thief.look();

  expect(atOnce).toEqual(ofOthers);
  expect(await thief.recover([...ofClient, ...ofOthers])).toEqual([]);
  // Not because nothing can be read at all: the other client's word for the same user stands.
  expect(await thief.recover(['Erik Ek'])).toEqual(['Erik Ek']);
});
