// What the inbox says of a message whose time was over, on a runner of its own: the clock of the shared one is everybody's.
import { afterAll, beforeAll } from 'vitest';
import { axe } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import { type HttpWorld, made, openWorld } from '#test/support/http-world.ts';
import { untilQuiet } from '#test/support/outbox-guard.ts';
import { startRunner, type TestRunner } from '#test/support/runner.ts';
import { openSignedIn } from '#test/support/sign-in-page.ts';

let own: TestRunner;
let world: HttpWorld;

beforeAll(async () => {
  own = await startRunner();
  world = await openWorld({ generalInbox: { emails: ['info@kvarngardet.example'] } }, own);
});

afterAll(() => own.stop());

test('a message whose time was over says on which day it was erased, and how long it was kept', async ({
  newContext,
  expecting,
}) => {
  expecting([410]);
  const admin = await world.addUser('clientAdmin');
  const { id, expiresAt } = await made(world.take({ caller: { name: 'Eva Ek' }, matter: 'Kaklet kommer på torsdag.' }));
  await untilQuiet(own);
  await own.moveClock(new Date(Date.parse(expiresAt) + 60_000).toISOString());
  const context = await newContext({ baseURL: own.origin });
  // The browser's clock goes with the runner's: tokens are looked at by it.
  await context.clock.setSystemTime(await own.now());
  const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'Europe/Stockholm' });

  const page = await openSignedIn(context, admin.email, `/c/${world.clientId}/messages/${id}`);

  const erased = `Meddelandet raderades ${day.format(new Date(expiresAt))}, när dess tid var ute (sex månader).`;
  await page.getByText(`${erased} Det kan inte tas fram igen.`).waitFor();
  await page.getByText('Inga meddelanden än').waitFor();
  await axe(page);
});
