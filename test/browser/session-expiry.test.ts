// The session ends in the middle of a form: it is said over the page, and nothing that was written is lost.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import { matterField, openClient, openPerson, strip, untilFound } from '#test/support/desk-page.ts';
import { openPortal } from '#test/support/portal.ts';
import type { RunnerClient } from '#test/support/runner-client.ts';
import { fillIn, INSIDE } from '#test/support/sign-in-page.ts';

/** The refresh token that the page gets next. */
async function refreshTokenOf(page: Page): Promise<string> {
  const answer = page.waitForResponse((response) => response.url().endsWith('/oidc/oauth2/token'));
  await page.reload();
  const { refresh_token: token } = (await (await answer).json()) as { refresh_token: string };
  await page.waitForSelector(INSIDE);
  return token;
}

/** Nothing can be renewed any more, and the API takes the access token no longer. */
async function endSession(page: Page, runner: RunnerClient, refreshToken: string): Promise<void> {
  await (await openPortal(runner)).revoke(refreshToken);
  await page.context().route(/\/v1\//, (route) => route.fulfill({ status: 401, json: { message: 'Unauthorized' } }));
}
const over = (page: Page) => page.getByRole('dialog', { name: 'Du behöver logga in igen' });

test('what was written on the desk is there again after the sign-in, and is sent', async ({
  signedIn,
  world,
  runner,
  expecting,
}) => {
  expecting([400, 401]);
  const page = await signedIn('operator', '/desk');
  await untilFound(world, 'Anna');
  const refreshToken = await refreshTokenOf(page);
  await openClient(page, world.number);
  await openPerson(page, 'anna');
  await matterField(page).fill('Kaklet kommer på torsdag.');
  await endSession(page, runner, refreshToken);

  await page.keyboard.press('Control+Enter');
  await over(page).waitFor();
  const stands = await page.locator('.frame').count();
  await axeAll(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await over(page).waitFor();
  await page.context().unroute(/\/v1\//);
  await over(page).getByRole('button', { name: 'Logga in' }).click();

  await strip(page).waitFor();
  expect(stands).toBe(1);
  expect(new URL(page.url()).pathname).toBe('/desk');
  const { body } = await world.call('GET', world.path('/messages'));
  expect(body.items.map(({ matter }: { matter: string }) => matter)).toEqual(['Kaklet kommer på torsdag.']);
});

test('what was begun is a draft of the same person, and of nobody else', async ({
  signedIn,
  world,
  runner,
  expecting,
}) => {
  expecting([400, 401]);
  const page = await signedIn('operator', '/desk');
  await untilFound(world, 'Anna');
  const refreshToken = await refreshTokenOf(page);
  await openClient(page, world.number);
  await openPerson(page, 'anna');
  await matterField(page).fill('Halvskrivet');
  await endSession(page, runner, refreshToken);
  await page.keyboard.press('F2');
  await page.keyboard.type('Kvarngärdet');
  await over(page).waitFor();
  await page.context().unroute(/\/v1\//);
  // The login page has forgotten the person as well.
  await page.context().clearCookies();

  await over(page).getByRole('button', { name: 'Logga in' }).click();
  await page.waitForSelector('input[name="password"]');
  await fillIn(page, 'supervisor@answeronline.example');
  await page.waitForSelector(INSIDE);
  await page.getByRole('combobox', { name: 'Nummer eller namn' }).waitFor();
  const seenBySomebodyElse = await page.getByText('Halvskrivet').count();
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.waitForSelector('input[name="password"]');
  await fillIn(page, 'operator@answeronline.example');
  await page.getByRole('button', { name: 'Fortsätt' }).or(matterField(page)).first().waitFor();
  if (await page.getByRole('button', { name: 'Fortsätt' }).count())
    await page.getByRole('button', { name: 'Fortsätt' }).click();

  await matterField(page).waitFor();
  expect(await matterField(page).inputValue()).toBe('Halvskrivet');
  expect(seenBySomebodyElse).toBe(0);
});

test('a page whose session has run out is locked when nobody is there, like any other', async ({
  signedIn,
  runner,
  expecting,
}) => {
  expecting([400, 401]);
  const page = await signedIn('operator', '/settings');
  await page.clock.install({ time: Date.now() });
  const refreshToken = await refreshTokenOf(page);
  await endSession(page, runner, refreshToken);
  await page.clock.fastForward('05:00');
  await over(page).waitFor();

  await page.clock.fastForward('10:01');

  await page.getByRole('heading', { name: 'Skärmen är låst' }).waitFor();
  expect(await page.locator('.frame').count()).toBe(0);
});
