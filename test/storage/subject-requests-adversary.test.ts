// The adversary and a subject request, on the engine: from the first step of its end on nothing of it can be read.
import { beforeEach, expect, test } from 'vitest';
import { type TableThief, tableThief } from '#test/support/adversary/table-thief.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { type RequestsWorld, requestsWorld } from '#test/support/requests-world.ts';

const DAY_MS = 86_400_000;
const before = ['Kanarie Före', '+46701740671', 'Kanariebegäran före'];
const after = [
  'Kanarie Registrerad',
  '+46701740672',
  'registrerad@kanarie.example',
  'Kanariebegäran',
  'Kanariegatan 1',
];
const told = ['Kanarieanteckning', 'Kanarieidentitet', 'Kanarieinstruktion', 'Kanariesvar'];

const engine = useEngine();
let world: RequestsWorld;
let thief: TableThief;
let id: string;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await requestsWorld(engine);
  thief = tableThief(world);
  const [oldName = '', oldPhone = '', oldText = ''] = before;
  const kind = 'objection';
  id = await world.logged({ kind, who: { names: [oldName], phones: [oldPhone] }, text: oldText });
  await thief.look();
  const [name = '', phone = '', email = '', text = '', contact = ''] = after;
  const [notes = '', note = '', instruction = '', answer = ''] = told;
  const who = { names: [name], phones: [phone], emails: [email], staffId: null };
  await world.change(id, { who, text, contact, notes });
  await world.step(id, { step: 'identify', method: 'document', note });
  await world.step(id, { step: 'instruct', decision: 'carryOut', given: 'letter', text: instruction });
  await world.step(id, { step: 'close', outcome: 'carriedOut', text: answer });
  await thief.look();
});

test('while it lives its key opens what stands in it, what an edit took out is gone, and without the key nothing stands open', async () => {
  expect(thief.open([...before, ...after, ...told])).toEqual([]);
  expect(await thief.recover([...before, ...after, ...told])).toEqual([...after, ...told]);
});

test('when its time is over nothing of it can be read, from any copy', async () => {
  world.clock.advance(91 * DAY_MS);
  await world.tend();

  expect(await thief.recover([...before, ...after, ...told])).toEqual([]);
});

test('an end that died after its first step has left a row that nobody reads', async () => {
  world.clock.advance(91 * DAY_MS);
  let transactions = 0;
  world.client.middlewareStack.add(
    (next, context) => async (args) => {
      if (/^TransactWrite/.test(context.commandName ?? '') && ++transactions > 1) throw new Error('It died');
      return next(args);
    },
    { step: 'initialize', name: 'dies' },
  );

  await expect(world.tend()).rejects.toThrow();

  expect((await rawItems(world, 'records')).map(({ sk }) => sk)).toContain(id);
  expect(await thief.recover([...after, ...told])).toEqual([]);
});
