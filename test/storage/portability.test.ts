// A file with which somebody moves their data elsewhere (art. 20), on the engine: what they have given, and nothing else.
import { beforeEach, expect, test } from 'vitest';
import type { AccessReport } from '#requests/report-schema.ts';
import { useEngine } from '#test/support/engine.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { type SearchingWorld, searchingWorld } from '#test/support/searching-world.ts';

const PHONE = '070-174 06 77';

const engine = useEngine();
let world: SearchingWorld;

beforeEach(async () => {
  world = await searchingWorld(engine);
});

const message = async (body: object): Promise<string> => {
  world.clock.advance(1_000);
  return (await world.take(world.clientId, body)).body.id;
};

const aColleague = async () => {
  const own = { phones: [], emails: [{ address: 'disa@kvarngardet.example' }] };
  return (await world.aStaffMember(world.clientId, { name: 'Disa Ek', alsoKnownAs: [], ...own })).body.id;
};

const showAll = (requestId: string) =>
  world.decide(requestId, { where: {}, set: { decision: 'include', third: 'shown' } });

const asks = (who: object) => world.searched({ kind: 'portability', ...who });
const told = ({ sections }: AccessReport) =>
  sections.map(({ store, entries }) => [
    store,
    entries.map(({ fields, parts }) => [...fields, ...parts.flatMap((part) => part.fields)].map(({ code }) => code)),
  ]);

test('holds what the person has given, and neither what others wrote nor what the service made of it', async () => {
  const { body: staff } = await world.aStaffMember(world.clientId, { name: 'Bertil Öst', alsoKnownAs: [] });
  await world.aUser(world.clientId, 'clientAdmin', 'Bertil Öst', 'bertil@kvarngardet.example', staff.id);
  const caller = { name: 'Bertil Öst', phone: PHONE };
  const taken = await message({ staffId: await aColleague(), caller, matter: 'Ring om taket' });
  await message({ staffId: staff.id, caller: { name: 'Eva Ask' }, matter: 'Ring Eva' });
  const requestId = await asks({ names: ['Bertil Öst'], phones: [PHONE], staffId: staff.id });
  await showAll(requestId);
  // By the membership that was included more is known of the person.
  await world.prepare(requestId);
  await world.search(requestId);
  await showAll(requestId);

  const { report } = await world.reported(requestId);

  const file = await world.reportOf(requestId);
  expect(told(file)).toEqual([
    ['staff', [expect.arrayContaining(['name', 'emails.0.address'])]],
    ['membership', [['name', 'email']]],
    ['message', [['takenAt', 'caller.name', 'caller.phone', 'matter', 'callBack']]],
    ['request', [['kind', 'receivedAt', 'who.names.0', 'who.phones.0']]],
  ]);
  expect(JSON.stringify(told(file))).not.toMatch(/protected|contentMode|connect|active|deliveries|state/);
  expect(file.sections.find(({ store }) => store === 'message')?.entries.map(({ id }) => id)).toEqual([taken]);
  expect(file.searched.find(({ stores }) => stores.includes('audit'))).toMatchObject({
    result: 'found',
    count: 0,
    because: expect.stringContaining('inte själv har lämnat'),
  });
  expect(file.leftOut).toEqual([{ count: 2, why: expect.stringContaining('inte själv har lämnat') }]);
  const pdf = report?.files.find(({ format }) => format === 'pdf');
  const { text } = await readPdf((await world.fileOf(pdf?.fileId ?? ''))?.bytes ?? new Uint8Array());
  expect(text).toContain('Ring om taket');
  expect(text).not.toContain('Ring Eva');
});

test('with nothing that the person has given does not say that nothing was found', async () => {
  await message({ staffId: await aColleague(), caller: { phone: '08-410 700 99' }, matter: 'Eva Ask vet mer' });
  const requestId = await asks({ names: ['Eva Ask'] });
  await world.decide(requestId, { where: { store: 'request' }, set: { decision: 'leave' } });
  await world.decide(requestId, { where: { store: 'message' }, set: { decision: 'include', third: 'shown' } });

  const { report } = await world.reported(requestId);

  const pdf = report?.files.find(({ format }) => format === 'pdf');
  const { text } = await readPdf((await world.fileOf(pdf?.fileId ?? ''))?.bytes ?? new Uint8Array());
  expect(text).toContain('Allt som har hittats är utelämnat');
  expect(text).not.toContain('Inga uppgifter om dig har hittats');
});
