// What needs attention, as operators work through it: it comes up, one takes it, it is done, and the other sees that.
import type { Page } from 'playwright-core';
import { afterEach, expect } from 'vitest';
import { axe, axeAll } from '#test/support/axe.ts';
import { test as base } from '#test/support/browser-page.ts';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import { type Json, made, newAddress } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';
import { anErasureByHand } from '#test/support/wish-to-be-forgotten.ts';

const MINUTE_MS = 60_000;

interface Trouble {
  /** Takes a message to Anna that the provider refuses, and lets the tick find that nothing is left to try. */
  notDelivered(matter: string): Promise<Json>;
  /** Another operator, by name and token. */
  colleague(): Promise<{ email: string; token: string }>;
}

const test = base.extend<{ trouble: Trouble }>({
  trouble: async ({ world }, use) =>
    use({
      notDelivered: (matter) => notDelivered(world, matter),
      colleague: async () => {
        const email = newAddress('operator');
        await made(world.call('POST', '/operators', { body: { email, name: 'Åsa Ring', role: 'operator' } }));
        return { email, token: await world.runner.userToken(email) };
      },
    }),
});

async function notDelivered(world: BrowserWorld, matter: string): Promise<Json> {
  const { runner } = world;
  await runner.setFaults({ email: 'reject', count: 1 });
  const body = { staffId: world.anna.id, caller: { name: 'Eva Ek', phone: '070-174 06 30' }, matter };
  const message = await made(world.take(body));
  await world.untilDone(message.id, ['failed']);
  await runner.moveClock(new Date(Date.parse(await runner.now()) + MINUTE_MS).toISOString());
  const tasks = () => world.call('GET', `/attention?clientId=${world.clientId}`);
  await expect
    .poll(async () => (await tasks()).body.items.map(({ messageId }: Json) => messageId), { timeout: 10_000 })
    .toContain(message.id);
  return (await tasks()).body.items.find(({ messageId }: Json) => messageId === message.id);
}

afterEach<{ trouble: Trouble; world: BrowserWorld }>(({ world }) => world.runner.setFaults({ email: null }));

const rowOf = (page: Page, { id }: Json) => page.locator(`a.row[href="/desk/attention/${id}"]`);
const change = (world: BrowserWorld, { id }: Json, token: string, body: object) =>
  made(world.call('PATCH', `/attention/${id}`, { body, token }), 200);

test('a message that reached nobody comes up by itself, is taken, and is done with a note', async ({
  signedIn,
  trouble,
  world,
}) => {
  const page = await signedIn('operator', '/desk/attention');
  const task = await trouble.notDelivered('Kaklet kommer på torsdag.');
  await rowOf(page, task).waitFor();
  const row = await rowOf(page, task).textContent();
  await page.locator('[role=status]', { hasText: 'brådskande att åtgärda' }).waitFor({ state: 'attached' });

  await rowOf(page, task).press('Enter');
  await page.getByText('Kaklet kommer på torsdag.').waitFor();
  await axeAll(page);
  await page.keyboard.press('c');
  await page.getByText('Du tog den').waitFor();
  await page.keyboard.press('d');
  await page.getByRole('dialog', { name: 'Klart' }).waitFor();
  await axeAll(page);
  await page.keyboard.type('Ringde Anna, hon vet.');
  await page.keyboard.press('Control+Enter');
  await page.getByText('Du blev klar').waitFor();

  expect(row).toMatch(new RegExp(`Nådde ingen[^]*${world.name} · Anna Lindqvist[^]*E-post: Misslyckades`));
  await page.getByText('Ringde Anna, hon vet.').waitFor();
  await rowOf(page, task).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Klara' }).click();
  await rowOf(page, task).waitFor();
});

test('the list goes by keys alone, and the focus comes back to its row', async ({ signedIn, trouble }) => {
  const older = await trouble.notDelivered('Det första.');
  const newer = await trouble.notDelivered('Det andra.');
  const page = await signedIn('operator', '/desk/attention');
  const focused = () => page.evaluate<string>('document.activeElement.getAttribute("href")');

  await rowOf(page, newer).focus();
  await page.keyboard.press('j');
  const afterJ = await focused();
  await page.keyboard.press('k');
  await page.keyboard.press('c');
  await rowOf(page, newer).locator('.badge', { hasText: /Du$/ }).waitFor();
  await page.keyboard.press('o');
  await page.getByText('Det andra.').waitFor();
  await page.keyboard.press('u');
  await expect.poll(focused).toBe(`/desk/attention/${newer.id}`);

  expect(afterJ).toBe(`/desk/attention/${older.id}`);
  await page.getByRole('button', { name: 'Mina' }).click();
  await rowOf(page, older).waitFor({ state: 'detached' });
  await rowOf(page, newer).waitFor();
});

test('what a colleague does appears, and who was slower is told so and loses nothing', async ({
  signedIn,
  trouble,
  world,
  expecting,
}) => {
  expecting([409]);
  const [claimed, finished] = [await trouble.notDelivered('Ett.'), await trouble.notDelivered('Två.')];
  const { token } = await trouble.colleague();
  const page = await signedIn('operator', '/desk/attention');
  await rowOf(page, claimed).waitFor();
  await change(world, claimed, token, { claimed: true });

  await rowOf(page, claimed).press('c');
  await page.getByText('En kollega hann före').first().waitFor();
  await rowOf(page, claimed).getByText('Kollega').waitFor();

  await rowOf(page, finished).press('d');
  await page.getByLabel('Anteckning').fill('Jag ringde också.');
  await change(world, finished, token, { state: 'done', note: 'Ringde.' });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByText('En kollega hann bli klar före dig').waitFor();
  expect(await page.getByLabel('Anteckning').inputValue()).toBe('Jag ringde också.');
});

test('a message is sent again from there, and how it goes is seen', async ({ signedIn, trouble, world }) => {
  const task = await trouble.notDelivered('Kaklet igen.');
  const page = await signedIn('operator', `/desk/attention/${task.id}`);

  await page.getByRole('button', { name: 'Skicka igen till Anna Lindqvist' }).click();
  await page.getByText('Skickas nu till Anna Lindqvist').first().waitFor();

  const [sent] = await world.runner.untilSent(
    ({ to, text }) => to === world.anna.email && text.includes('Kaklet igen.'),
  );
  expect(sent).toBeDefined();
});

test('only a supervisor judges whether a wrong recipient was an incident', async ({ signedIn, world }) => {
  const message = await made(world.take({ staffId: world.anna.id, matter: 'Till Bo.' }));
  await made(world.call('POST', world.path(`/messages/${message.id}/misdirected`), { body: { staffId: world.bo.id } }));
  const [task] = (await world.call('GET', `/attention?clientId=${world.clientId}`)).body.items;

  const [operator, supervisor] = await Promise.all(
    ['operator', 'supervisor'].map((who) => signedIn(who, `/desk/attention/${task.id}`)),
  );

  await operator?.getByText('Bara en gruppledare').waitFor();
  expect(await operator?.getByRole('button', { name: 'Jag tar den' }).count()).toBe(0);
  await supervisor?.getByRole('button', { name: 'Jag tar den' }).waitFor();
});

test('a supervisor has what is about no message: what to do, and done without a note', async ({ signedIn, world }) => {
  expectRecipients(world.admin, world.signatory.email);
  await anErasureByHand(world);
  const page = await signedIn('supervisor', '/desk/attention');
  const row = page.locator('a.row', { hasText: world.name });
  await row.getByText('Radering behöver en hand').waitFor();

  await row.press('Enter');
  await page
    .getByText(/Säg till dataskyddsansvarig, som ser vad som är kvar/)
    .first()
    .waitFor();
  await axeAll(page);
  await page.keyboard.press('d');
  const dialog = page.getByRole('dialog', { name: 'Klart' });
  await dialog.waitFor();
  const fields = await dialog.getByRole('textbox').count();
  await axe(page);
  await dialog.getByRole('button', { name: /^Klart/ }).click();

  await page.getByText('Du blev klar').waitFor();
  await row.waitFor({ state: 'detached' });
  expect(fields).toBe(0);
});

test('it fits a telephone', async ({ signedIn, trouble }) => {
  const task = await trouble.notDelivered('Smalt.');
  const page = await signedIn('operator', '/desk/attention', { viewport: { width: 320, height: 640 } });
  const overflow = () => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
  await rowOf(page, task).waitFor();
  const list = await overflow();

  await rowOf(page, task).click();
  await page.getByText('Smalt.').waitFor();

  expect([list, await overflow()]).toEqual([0, 0]);
});

test('while the service is away the list stays readable, and nothing is shown as taken that is not', async ({
  signedIn,
  trouble,
  expecting,
}) => {
  expecting([503]);
  const task = await trouble.notDelivered('Borta.');
  const page = await signedIn('operator', '/desk/attention');
  await rowOf(page, task).waitFor();
  await page.route('**/v1/attention*', (route) => route.fulfill({ status: 503, body: '' }));
  await page.route('**/v1/attention/*', (route) => route.fulfill({ status: 503, body: '' }));

  await rowOf(page, task).press('c');
  await page.locator('.banner.urgent', { hasText: 'Något gick fel hos oss' }).waitFor();
  await page.locator('.banner.warn', { hasText: 'gamla' }).waitFor();
  const taken = await rowOf(page, task).locator('.badge', { hasText: /Du$/ }).count();
  await page.unroute('**/v1/attention*');
  await page.unroute('**/v1/attention/*');

  await page.locator('.banner.warn').waitFor({ state: 'detached' });
  expect(taken).toBe(0);
});
