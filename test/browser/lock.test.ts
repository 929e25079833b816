// A screen that nobody touches: it asks, locks, shows nothing of what was there, and opens by a sign-in alone.
import type { Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import { awayService, TAKING } from '#test/support/away.ts';
import { axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import { callField, matterField, openClient, openPerson, untilFocused, untilFound } from '#test/support/desk-page.ts';
import { fillIn, INSIDE } from '#test/support/sign-in-page.ts';

/** Under a clock of the test's own; nothing is touched from here on. */
async function atClock(page: Page): Promise<Page> {
  await page.clock.install({ time: Date.now() });
  await page.reload();
  await page.waitForSelector(INSIDE);
  return page;
}
const locked = (page: Page) => page.getByRole('heading', { name: 'Skärmen är låst' });
const asks = (page: Page) => page.getByRole('dialog', { name: 'Är du kvar?' });

test('a desk asks after eight minutes, and any key is an answer', async ({ signedIn }) => {
  const page = await atClock(await signedIn('operator', '/settings'));

  await page.clock.fastForward('08:01');
  await asks(page).waitFor();
  const said = await page.locator('[role="alert"]').textContent();
  await axeAll(page);
  await page.keyboard.press('Shift');
  await asks(page).waitFor({ state: 'hidden' });
  await page.clock.fastForward('07:00');

  expect(said).toContain('låses om två minuter');
  expect(await page.locator('.frame').count()).toBe(1);
});

test('after ten minutes it is locked: nothing is left to see, and only a sign-in opens it, at the same place', async ({
  signedIn,
}) => {
  const page = await atClock(await signedIn('operator', '/settings'));
  const revoked = page.waitForRequest((request) => request.url().endsWith('/oidc/oauth2/revoke'));

  await page.clock.fastForward('10:01');
  await locked(page).waitFor();
  await revoked;
  await page.waitForURL((url) => url.pathname === '/');
  await locked(page).waitFor();
  const seen = [await page.title(), await page.locator('.frame').count()];
  await axeAll(page);
  await page.getByRole('button', { name: 'Lås upp' }).click();
  await page.waitForSelector('input[name="password"]');
  await fillIn(page, 'operator@answeronline.example');
  await page.waitForSelector(INSIDE);

  expect(seen).toEqual(['Skärmen är låst – AnswerOnline', 0]);
  expect(new URL(page.url()).pathname).toBe('/settings');
});

test('Mina Sidor waits for half an hour', async ({ signedIn, world }) => {
  const page = await atClock(await signedIn(world.admin, '/settings'));

  await page.clock.fastForward('27:59');
  await page.clock.runFor(2_000);
  await asks(page).waitFor();
  await page.clock.fastForward('02:01');

  await locked(page).waitFor();
});

test('windows of one browser are one: who works in one is not locked out of the other, and they lock together', async ({
  signedIn,
}) => {
  const page = await atClock(await signedIn('operator', '/settings'));
  const second = await page.context().newPage();
  await second.goto('/settings');
  await second.waitForSelector(INSIDE);

  // One clock for both.
  await page.clock.fastForward('07:00');
  await second.keyboard.press('Shift');
  await page.clock.fastForward('07:00');
  await page.clock.runFor(2_000);
  const asked = [await asks(page).count(), await page.locator('.frame').count()];
  await page.clock.fastForward('03:01');

  await Promise.all([locked(page).waitFor(), locked(second).waitFor()]);
  expect(asked).toEqual([0, 1]);
});

test('what stood on the desk is there again when it is unlocked, and the locked screen says what waits', async ({
  signedIn,
  world,
  expecting,
}) => {
  expecting([0]);
  const page = await signedIn('operator', '/desk');
  await untilFound(world, 'Anna');
  await atClock(page);
  const away = await awayService(page, 'down', TAKING);
  await openClient(page, world.number);
  await openPerson(page, 'anna');
  await matterField(page).fill('Det väntar.');
  await page.keyboard.press('Control+Enter');
  await page.clock.runFor(2_000);
  await untilFocused(page, callField(page));
  await openClient(page, world.number);
  await openPerson(page, 'bo');
  await matterField(page).fill('Halvskrivet');

  await page.clock.fastForward('10:01');
  await locked(page).waitFor();
  await page.getByText('Ett meddelande väntar här på att skickas').waitFor();
  const seen = await page.getByText('Halvskrivet').count();
  await away.back();
  await page.getByRole('button', { name: 'Lås upp' }).click();
  await locked(page).waitFor({ state: 'detached' });
  await page.waitForSelector('input[name="password"]');
  await fillIn(page, 'operator@answeronline.example');

  await matterField(page).waitFor();
  expect(await matterField(page).inputValue()).toBe('Halvskrivet');
  expect(seen).toBe(0);
  await expect
    .poll(async () => (await world.call('GET', world.path('/messages'))).body.items.length, { timeout: 15_000 })
    .toBe(1);
});

test('while the service is away the screen is locked in its place, and the login ends when it is back', async ({
  signedIn,
  expecting,
}) => {
  expecting([0]);
  const page = await atClock(await signedIn('operator', '/settings'));
  const down = (route: Route) => route.abort('connectionrefused');
  await page.context().route('**/oidc/**', down);

  await page.clock.fastForward('10:01');
  await locked(page).waitFor();
  await page.clock.runFor(20_000);
  const path = new URL(page.url()).pathname;
  await page.context().unroute('**/oidc/**', down);
  const ended = page.waitForURL((url) => url.pathname === '/');
  await page.clock.runFor(16_000);

  await ended;
  await locked(page).waitFor();
  expect(path).toBe('/settings');
});
