// The service is away: what was written waits, survives a reload, goes by itself and once, and signing out waits for it.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { awayService, EVERYTHING, TAKING, watchKeys } from '#test/support/away.ts';
import { axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import {
  callField,
  matterField,
  openClient,
  openPerson,
  strip,
  untilFocused,
  untilFound,
} from '#test/support/desk-page.ts';
import type { Json } from '#test/support/http-world.ts';
import { fillIn, INSIDE } from '#test/support/sign-in-page.ts';
import { visit } from '#test/support/visit.ts';

const mattersOf = async (world: BrowserWorld): Promise<string[]> =>
  (await world.call('GET', world.path('/messages'))).body.items.map(({ matter }: Json) => matter).reverse();
const waits = (page: Page) => page.locator('.strip.waits');

async function write(page: Page, world: BrowserWorld, matter: string): Promise<void> {
  await openClient(page, world.number);
  await openPerson(page, 'anna');
  await matterField(page).fill(matter);
  await page.keyboard.press('Control+Enter');
  await untilFocused(page, callField(page));
}

async function untilTaken(world: BrowserWorld, matters: readonly string[]): Promise<void> {
  const giveUpAt = performance.now() + 20_000;
  while ((await mattersOf(world)).length < matters.length && performance.now() < giveUpAt)
    await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await mattersOf(world)).toEqual(matters);
}

/** The browser asks before it leaves: yes. */
const mayLeave = (page: Page) => page.on('dialog', (dialog) => void dialog.accept());

test('messages wait in order over a reload, and go by themselves under the keys that they had', async ({
  signedIn,
  world,
  expecting,
}) => {
  expecting([0]);
  const page = await signedIn('operator', '/desk');
  mayLeave(page);
  await untilFound(world, 'Anna');
  const away = await awayService(page, 'down', TAKING);

  await write(page, world, 'Det första.');
  await waits(page).getByText('(1)').waitFor();
  await write(page, world, 'Det andra.');
  await waits(page).getByText('(2)').waitFor();
  await page.reload();
  await waits(page).getByText('(2)').waitFor();
  const inVain = [...away.keys];
  const sent = watchKeys(page);
  await away.back();
  await untilTaken(world, ['Det första.', 'Det andra.']);

  await waits(page).waitFor({ state: 'detached' });
  expect(inVain.length).toBe(1);
  expect(sent[0]).toBe(inVain[0]);
  expect(new Set(sent).size).toBe(2);
});

describe.each([
  ['answers 500', 'broken' as const],
  ['takes the message, and its answer is lost', 'deaf' as const],
])('a service that %s', (_, way) => {
  test('has the message once in the end', async ({ signedIn, world, expecting }) => {
    expecting([0, 500]);
    const page = await signedIn('operator', '/desk');
    await untilFound(world, 'Anna');
    const away = await awayService(page, way, TAKING);

    await write(page, world, 'En gång.');
    await waits(page).waitFor();
    await away.back();

    await strip(page).waitFor();
    expect(await strip(page).textContent()).toContain('till Anna Lindqvist');
    expect(away.keys.length).toBe(1);
    expect(await mattersOf(world)).toEqual(['En gång.']);
  });
});

test('while nothing answers every page says so, and shows what waits', async ({ signedIn, world, expecting }) => {
  expecting([0]);
  const page = await signedIn('operator', '/desk');
  await untilFound(world, 'Anna');
  const away = await awayService(page, 'down', TAKING);
  await write(page, world, 'Det väntar.');
  await waits(page).waitFor();
  const all = await awayService(page, 'down', EVERYTHING);

  await page.locator('a.place', { hasText: 'Att åtgärda' }).click();
  const waiting = page.getByRole('region', { name: 'Ej skickat – väntar' });
  await waiting.getByText('Anna Lindqvist').waitFor();
  await page.getByText('Ingen kontakt med tjänsten just nu. Det du skriver finns kvar.').first().waitFor();
  await axeAll(page);
  await all.back();
  await away.back();
  // It may have gone by itself in the meantime.
  const tryNow = waiting.getByRole('button', { name: 'Försök nu' });
  await tryNow.click({ timeout: 5_000 }).catch(() => undefined);

  await waiting.waitFor({ state: 'detached' });
  expect(await mattersOf(world)).toEqual(['Det väntar.']);
});

test('a page that asks nothing by itself hears that the service is back', async ({ signedIn, expecting, world }) => {
  expecting([0]);
  const page = await signedIn(world.admin, `/c/${world.clientId}/staff`);
  const away = await awayService(page, 'down', EVERYTHING);
  const lost = page.getByText('Ingen kontakt med tjänsten just nu. Det du skriver finns kvar.').first();
  await visit(page, `/c/${world.clientId}/users`);
  await lost.waitFor();
  await visit(page, '/settings');

  await away.back();

  await lost.waitFor({ state: 'detached' });
});

describe('signing out with something that waits', () => {
  test('waits for it, and then signs out by itself', async ({ signedIn, world, expecting }) => {
    expecting([0]);
    const page = await signedIn('operator', '/desk');
    await untilFound(world, 'Anna');
    const away = await awayService(page, 'down', TAKING);
    await write(page, world, 'Det sista.');
    await waits(page).waitFor();

    await page.getByRole('button', { name: 'Logga ut' }).click();
    const dialog = page.getByRole('dialog', { name: 'Meddelanden väntar' });
    await axeAll(page);
    await page.evaluate(`window.print = () => { window.onPaper = document.querySelector('.printed').textContent; }`);
    await dialog.getByRole('button', { name: 'Skriv ut' }).click();
    await page.waitForSelector('.printed', { state: 'detached' });
    const onPaper = await page.evaluate('window.onPaper');
    await dialog.getByRole('button', { name: 'Vänta' }).click();
    await dialog.getByText('Du loggas ut när allt har gått iväg.').waitFor();
    await away.back();

    await page.getByRole('heading', { name: 'Du är utloggad' }).waitFor();
    expect(await mattersOf(world)).toEqual(['Det sista.']);
    for (const words of ['Anna Lindqvist', world.name, 'Det sista.', 'Innehåller personuppgifter'])
      expect(onPaper).toContain(words);
  });

  test('leaves it here if one wants to, for the same person alone', async ({ signedIn, world, expecting }) => {
    expecting([0]);
    const page = await signedIn('operator', '/desk');
    await untilFound(world, 'Anna');
    const away = await awayService(page, 'down', TAKING);
    await write(page, world, 'Det ligger kvar.');
    await waits(page).waitFor();
    await page.getByRole('button', { name: 'Logga ut' }).click();
    await page.getByRole('button', { name: 'Logga ut ändå' }).click();
    await page.getByText('Ett meddelande väntar här på att skickas').waitFor();
    await away.back();

    const sent = watchKeys(page);
    await page.getByRole('button', { name: 'Logga in' }).click();
    await page.waitForSelector('input[name="password"]');
    await fillIn(page, 'supervisor@answeronline.example');
    await page.waitForSelector(INSIDE);
    const bySomebodyElse = sent.length;
    await page.getByRole('button', { name: 'Logga ut' }).click();
    await page.getByRole('button', { name: 'Logga in' }).click();
    await page.waitForSelector('input[name="password"]');
    await fillIn(page, 'operator@answeronline.example');
    await untilTaken(world, ['Det ligger kvar.']);

    expect(bySomebodyElse).toBe(0);
    expect(sent).toEqual(away.keys);
  });
});

test('after eleven hours it is said that it will be lost, and after twelve it is gone', async ({
  signedIn,
  world,
  expecting,
}) => {
  expecting([0]);
  const page = await signedIn('operator', '/settings');
  mayLeave(page);
  await untilFound(world, 'Anna');
  // A desk that nobody locks.
  await page.route('**/config.json', async (route) => {
    const config = await (await route.fetch()).json();
    await route.fulfill({ json: { ...config, idleMinutes: { desk: 2_000, portal: 2_000 } } });
  });
  await page.clock.install({ time: Date.now() });
  await page.goto('/desk');
  await page.waitForSelector(INSIDE);
  await awayService(page, 'down', TAKING);
  await write(page, world, 'Det går aldrig iväg.');
  await page.clock.runFor(2_000);
  await waits(page).waitFor();
  // Whose answers would tell what time it is.
  await awayService(page, 'down', EVERYTHING);
  await page.route('**/oidc/**', (route) => route.abort('connectionrefused'));

  await page.clock.fastForward('11:00:00');
  await page.clock.runFor(61_000);
  const dialog = page.getByRole('dialog', { name: 'Försvinner snart' });
  await dialog.getByText('Anna Lindqvist').waitFor();
  await dialog.getByRole('button', { name: 'Jag har sett det' }).click();
  const before = await rowsOf(page);
  await page.clock.fastForward('01:00:00');
  await page.clock.runFor(61_000);

  await waits(page).waitFor({ state: 'detached' });
  expect(before).toContain('outbox');
  expect(await rowsOf(page)).not.toContain('outbox');
  expect(await mattersOf(world)).toEqual([]);
});

const rowsOf = (page: Page): Promise<string[]> =>
  page.evaluate(`new Promise((resolve) => {
    indexedDB.open('answeronline').onsuccess = ({ target: { result } }) => {
      result.transaction('kept').objectStore('kept').getAll().onsuccess = (found) => {
        result.close();
        resolve(found.target.result.map(({ kind }) => kind));
      };
    };
  })`);
