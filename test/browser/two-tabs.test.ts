// Two tabs of one operator: neither writes over the other, and what one leaves behind the other takes up.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { awayService, TAKING } from '#test/support/away.ts';
import { test } from '#test/support/browser-page.ts';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import { callField, matterField, openClient, openInbox, strip } from '#test/support/desk-page.ts';
import { INSIDE } from '#test/support/sign-in-page.ts';

async function write(page: Page, world: BrowserWorld, matter: string): Promise<void> {
  await page.bringToFront();
  await callField(page).focus();
  await openClient(page, world.number);
  await openInbox(page);
  await matterField(page).fill(matter);
}

async function otherTab(page: Page): Promise<Page> {
  const other = await page.context().newPage();
  await other.goto('/desk');
  await other.waitForSelector(INSIDE);
  return other;
}

async function reloaded(page: Page): Promise<string> {
  await page.reload();
  await matterField(page).waitFor();
  return matterField(page).inputValue();
}

test('each tab finds its own after a reload, and what a closed one has left waits in the other', async ({
  signedIn,
  world,
}) => {
  const one = await signedIn('operator', '/desk');
  const other = await otherTab(one);
  await write(one, world, 'Från den första');
  await write(other, world, 'Från den andra');

  const found = [await reloaded(one), await reloaded(other)];
  await one.close();
  await reloaded(other);
  await other.getByRole('button', { name: 'Fortsätt' }).click();

  expect(found).toEqual(['Från den första', 'Från den andra']);
  await expect.poll(() => matterField(other).inputValue()).toBe('Från den första');
  expect(await other.locator('.strip.draft').count()).toBe(1);
});

test('a copy of a tab begins with an empty desk, and takes nothing from the first', async ({ signedIn, world }) => {
  const one = await signedIn('operator', '/desk');
  await write(one, world, 'Halvskrivet');
  const tab = await one.evaluate<string>("sessionStorage.getItem('ao.tab')");
  const copy = await one.context().newPage();
  await copy.addInitScript({
    content: `if (!sessionStorage.getItem('ao.tab')) sessionStorage.setItem('ao.tab', '${tab}')`,
  });
  await copy.goto('/desk');
  await copy.getByText('Senaste kunder').or(copy.locator('.resting')).first().waitFor();

  expect(await matterField(copy).count()).toBe(0);
  expect(await copy.evaluate("sessionStorage.getItem('ao.tab')")).not.toBe(tab);
  expect(await reloaded(one)).toBe('Halvskrivet');
});

test('signing out in one tab asks about what the other waits with, and it is sent after the next sign-in', async ({
  signedIn,
  world,
  expecting,
}) => {
  expecting([0]);
  const one = await signedIn('operator', '/desk');
  const other = await otherTab(one);
  const away = await awayService(one, 'down', TAKING);
  await write(one, world, 'Kaklet kommer på torsdag.');
  await one.keyboard.press('Control+Enter');
  await one.getByText('Ej skickat').first().waitFor();

  await other.bringToFront();
  await other.getByRole('button', { name: 'Logga ut' }).click();
  await other.getByRole('button', { name: 'Logga ut ändå' }).click();
  await other.getByRole('button', { name: 'Logga in' }).waitFor();
  await one.close();
  await away.back();
  await other.getByRole('button', { name: 'Logga in' }).click();
  await other.waitForSelector('input[name="password"]');
  await other.fill('input[name="email"]', 'operator@answeronline.example');
  await other.fill('input[name="password"]', 'local');
  await other.press('input[name="password"]', 'Enter');

  await strip(other).waitFor();
  const { body } = await world.call('GET', world.path('/messages'));
  expect(body.items.map(({ matter }: { matter: string }) => matter)).toEqual(['Kaklet kommer på torsdag.']);
});

test('what a closed tab waits with goes out from the one that is left', async ({ signedIn, world, expecting }) => {
  expecting([0]);
  const one = await signedIn('operator', '/desk');
  const other = await otherTab(one);
  const away = await awayService(one, 'down', TAKING);
  await write(one, world, 'Kaklet kommer på fredag.');
  await one.keyboard.press('Control+Enter');
  await one.getByText('Ej skickat').first().waitFor();

  await one.close();
  await away.back();
  await other.bringToFront();
  await other.evaluate("dispatchEvent(new Event('focus'))");

  await strip(other).waitFor();
  const { body } = await world.call('GET', world.path('/messages'));
  expect(body.items.map(({ matter }: { matter: string }) => matter)).toEqual(['Kaklet kommer på fredag.']);
});
