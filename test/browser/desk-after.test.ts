// What the desk does around a message: counting a call, correcting and taking back the last one, a late call, keys, paper.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axe, axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import {
  callField,
  matterField,
  openClient,
  openPerson,
  personSearch,
  strip,
  untilFocused,
  untilFound,
} from '#test/support/desk-page.ts';
import { type Json, made } from '#test/support/http-world.ts';
import { dayOf, inStockholm } from '#test/support/stockholm-clock.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const messages = async (world: BrowserWorld): Promise<Json[]> =>
  (await made(world.call('GET', world.path('/messages')), 200)).items;

/** A message to Anna from the desk; the focus is in the empty call field again. */
async function sendOne(page: Page, world: BrowserWorld): Promise<void> {
  await untilFound(world, 'Anna');
  await openClient(page, world.number);
  await openPerson(page, 'anna');
  await matterField(page).fill('Kaklet kommer på torsdag.');
  await page.keyboard.press('Control+Enter');
  await strip(page).waitFor();
  await untilFocused(page, callField(page));
}

test('a call without a message is counted by one key, once the dialog has the focus, and the desk clears itself', async ({
  signedIn,
  world,
}) => {
  const page = await signedIn('operator', '/desk');
  await openClient(page, world.number);
  await page.keyboard.press('Escape');
  await dialog(page).waitFor();
  await axeAll(page);

  await page.keyboard.press('3');
  await untilFocused(page, callField(page));

  const today = dayOf(Date.parse(await world.runner.now()));
  const counts = async () =>
    (await made(world.call('GET', world.path(`/calls?from=${today}&until=${today}`)), 200)).days;
  await expect.poll(counts, { timeout: 10_000 }).toMatchObject([{ salesCall: 1, connected: 0, hungUp: 0 }]);
  expect(await messages(world)).toEqual([]);
});

test('digits that are typed into a field count nothing', async ({ signedIn, world }) => {
  const page = await signedIn('operator', '/desk');
  await openClient(page, world.number);
  await page.keyboard.press('Escape');
  await dialog(page).waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });

  await untilFocused(page, personSearch(page));
  await page.keyboard.type('3');

  expect(await personSearch(page).inputValue()).toBe('3');
});

test('the last message is corrected with one key, and the new text goes out', async ({ signedIn, world, runner }) => {
  const page = await signedIn('operator', '/desk');
  await sendOne(page, world);

  await page.keyboard.press('ArrowUp');
  await untilFocused(page, dialog(page).getByLabel('Namn'));
  await axeAll(page);
  await dialog(page).getByLabel('Ärende').fill('Kaklet kommer på fredag.');
  await page.keyboard.press('Control+Enter');
  await dialog(page).waitFor({ state: 'detached' });

  await untilFocused(page, callField(page));
  await runner.untilSent(({ to, text }) => to === world.anna.email && text.includes('Kaklet kommer på fredag.'));
  const [message] = await messages(world);
  expect(message).toMatchObject({ matter: 'Kaklet kommer på fredag.', corrections: [{}] });
});

test('a correction that says nothing is refused in words, and one that is begun is there again', async ({
  signedIn,
  world,
}) => {
  const page = await signedIn('operator', '/desk');
  await sendOne(page, world);
  await page.keyboard.press('ArrowUp');
  await dialog(page).getByLabel('Ärende').fill('');
  await page.keyboard.press('Control+Enter');
  await dialog(page).getByRole('link', { name: 'Skriv ett ärende' }).waitFor();

  await dialog(page).getByLabel('Ärende').fill('Kaklet kommer på');
  await page.keyboard.press('Escape');
  await untilFocused(page, callField(page));
  await page.keyboard.press('ArrowUp');
  await dialog(page).getByText('Din påbörjade rättelse').waitFor();

  expect(await dialog(page).getByLabel('Ärende').inputValue()).toBe('Kaklet kommer på');
});

test('while the service is away a correction waits, and goes out by itself', async ({ signedIn, world, expecting }) => {
  expecting([503]);
  const page = await signedIn('operator', '/desk');
  await sendOne(page, world);
  await page.keyboard.press('ArrowUp');
  await dialog(page).getByLabel('Ärende').fill('Kaklet kommer på lördag.');
  await page.route('**/corrections', (route) => route.fulfill({ status: 503, body: '' }));
  await page.keyboard.press('Control+Enter');
  await page.getByRole('status').filter({ hasText: 'inte skickad än' }).waitFor({ state: 'attached' });

  await page.unroute('**/corrections');

  await expect
    .poll(async () => (await messages(world))[0].matter, { timeout: 15_000 })
    .toBe('Kaklet kommer på lördag.');
});

test('the last message is taken back with one key and given to the right one', async ({ signedIn, world, runner }) => {
  const page = await signedIn('operator', '/desk');
  await untilFound(world, 'Bo');
  await sendOne(page, world);

  await page.keyboard.press('Delete');
  await untilFocused(page, dialog(page).getByRole('combobox'));
  await axeAll(page);
  await page.keyboard.type('bo');
  await dialog(page).getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'detached' });

  await runner.untilSent(({ to, text }) => to === world.bo.email && text.includes('Kaklet kommer på torsdag.'));
  expect((await messages(world))[0].staffId).toBe(world.bo.id);
});

test('a supervisor erases the last message in two steps and says why; operators are not asked', async ({
  signedIn,
  world,
  expecting,
}) => {
  expecting([409]);
  const [operator, page] = [await signedIn('operator', '/desk'), await signedIn('supervisor', '/desk')];
  await sendOne(operator, world);
  await operator.keyboard.press('Delete');
  await dialog(operator).getByRole('radio', { name: 'Skicka till rätt person' }).waitFor();
  const forOperators = await dialog(operator).getByRole('radio', { name: 'Radera det nu' }).count();
  await sendOne(page, world);

  await page.keyboard.press('Delete');
  await dialog(page).getByRole('radio', { name: 'Radera det nu' }).check();
  await dialog(page).getByRole('button', { name: 'Fortsätt' }).click();
  await dialog(page).getByRole('button', { name: 'Radera för alltid' }).click();
  const why = page.getByRole('dialog', { name: 'Ange varför' });
  await why.getByLabel('Ett fel ska hittas').check();
  await why.getByRole('button', { name: 'Fortsätt' }).click();
  await dialog(page).waitFor({ state: 'detached' });

  expect(forOperators).toBe(0);
  expect(await messages(world)).toHaveLength(1);
});

test('a supervisor writes in a call of yesterday, under a banner that says so', async ({ signedIn, world }) => {
  const yesterday = dayOf(Date.parse(await world.runner.now()) - 24 * 3_600_000);
  const page = await signedIn('supervisor', '/desk');
  await untilFound(world, 'Anna');
  await page.getByRole('button', { name: 'Samtal i efterhand' }).click();
  await untilFocused(page, dialog(page).getByLabel('Klockslag'));
  await page.keyboard.press('Enter');
  await dialog(page).getByText('Välj dag och klockslag.').waitFor();
  await axe(page);

  await dialog(page).getByLabel('Dag').fill(yesterday);
  await dialog(page).getByLabel('Klockslag').fill('12:10');
  await page.keyboard.press('Enter');
  await page.getByText(/^Samtal \d+ \p{L}+ 12\.10$/u).waitFor();
  await untilFocused(page, callField(page));
  await openClient(page, world.number);
  await openPerson(page, 'anna');
  await page.getByText(/^Samtal \d+ \p{L}+ 12\.10$/u).waitFor();
  await matterField(page).fill('Kaklet kom.');
  await page.keyboard.press('Control+Enter');
  await strip(page).waitFor();

  const [message] = await messages(world);
  expect(inStockholm(Date.parse(message.takenAt))).toBe(`${yesterday} 12:10`);
  expect(message.enteredAt).not.toBeNull();
});

test('the sheet of keys comes and goes by its key, and the focus with it', async ({ signedIn }) => {
  const page = await signedIn('operator', '/desk');
  await untilFocused(page, callField(page));

  await page.keyboard.press('F1');
  await dialog(page).getByText('Ctrl+Enter').waitFor();
  await axe(page);
  await page.keyboard.press('Escape');

  await untilFocused(page, callField(page));
});

test('the empty form is one sheet of paper, knows the clients of the shift, and needs no service', async ({
  signedIn,
  world,
  expecting,
}) => {
  expecting([503]);
  const page = await signedIn('operator', '/desk');
  await openClient(page, world.number);
  await page.waitForLoadState('networkidle');
  await page.route(/\/(v1|assets)\//, (route) => route.fulfill({ status: 503, body: '' }));
  await page.getByRole('link', { name: 'Tom blankett' }).click();
  await page.getByLabel('Kund').selectOption({ label: world.name });
  // Both languages are looked at: the other one's words are a file of their own.
  await page.unroute(/\/(v1|assets)\//);
  await axeAll(page);
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');

  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  await page.emulateMedia({ media: 'print' });

  expect(overflow).toBe(0);
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
  expect(await page.locator('nav').isVisible()).toBe(false);
  expect(await page.locator('.sheet').textContent()).toContain(world.name);
});
