// The audit in the portal: a client reads who has done what with its data, the officer sees the same, and files of it can be checked.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import { downloaded } from '#test/support/downloaded.ts';
import { made } from '#test/support/http-world.ts';

const HOUR_MS = 3_600_000;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const rows = (page: Page) => page.locator('.audit-day .ledger-row');
const addressOf = ({ clientId }: BrowserWorld) => `/c/${clientId}/privacy/audit`;

async function saved(page: Page, label: string): Promise<{ items: { id: string }[]; clientId?: string }> {
  return JSON.parse((await downloaded(page, button(page, label))).toString());
}

test('an admin reads who did what, when and why, and follows it to the record; the officer sees the same', async ({
  signedIn,
  world,
}) => {
  const sara = await world.addStaff({ name: 'Sara Skyddad', protected: true });
  await made(world.call('GET', world.path(`/staff/${sara}?why=complaint`)), 200);
  await made(
    world.call('PUT', world.path(`/staff/${world.bo.id}/absence`), {
      body: { reason: 'lunch', until: new Date(Date.parse(await world.runner.now()) + HOUR_MS).toISOString() },
      token: await world.runner.userToken(world.admin),
    }),
    200,
  );
  const page = await signedIn(world.admin, `/c/${world.clientId}/privacy`);
  await page.getByRole('link', { name: 'Granskningslogg' }).click();
  const absence = rows(page).filter({ hasText: 'Angav att någon är borta' });
  await absence.waitFor();
  await absence.getByText('Du, administratör').waitFor();
  const opened = rows(page).filter({ hasText: 'Öppnade en skyddad person' });
  await opened.getByText('Gruppledare').waitFor();
  await opened.getByText('Skäl: ett klagomål eller en fråga i efterhand.').waitFor();
  await axeAll(page);

  const officer = await signedIn('privacyOfficer', addressOf(world));
  await rows(officer).filter({ hasText: 'Öppnade en skyddad person' }).waitFor();
  await axeAll(officer);
  expect(await rows(officer).getByRole('link', { name: world.bo.id }).count()).toBe(0);

  await absence.getByRole('link', { name: world.bo.id }).click();
  await page.waitForURL(`**/c/${world.clientId}/staff/${world.bo.id}`);
});

test('a period shows its days alone; one that cannot be is said, one of nothing is calm', async ({
  signedIn,
  world,
}) => {
  const page = await signedIn(world.admin, addressOf(world));
  await rows(page).first().waitFor();

  await page.getByLabel('Till och med').fill('2025-01-02');
  await page.getByText('Inget hände de dagarna.').waitFor();
  await axeAll(page);
  await page.getByLabel('Från och med').fill('2025-02-01');
  await page.getByText('Sista dagen är före den första.').waitFor();
  await axeAll(page);
  await button(page, 'Visa allt').click();

  await rows(page).first().waitFor();
  expect(await page.getByLabel('Till och med').inputValue()).toBe('');
});

test('older rows come below, and all of them are saved to be checked, with the days', async ({ signedIn, world }) => {
  const { id } = await made(world.take({ staffId: world.anna.id, matter: 'Kaklet.' }));
  for (let turn = 0; turn < 45; turn += 1)
    await made(world.call('PATCH', world.path(`/messages/${id}`), { body: { read: turn % 2 === 0 } }), 200);
  const page = await signedIn(world.admin, addressOf(world));
  await rows(page).first().waitFor();
  const first = await rows(page).count();

  await button(page, 'Visa fler').click();
  await rows(page).filter({ hasText: 'Skrev under avtalet' }).waitFor();
  const all = await rows(page).count();
  const [{ items, clientId }, days] = [await saved(page, 'Spara raderna'), await saved(page, 'Spara dagarna')];

  expect(first).toBe(50);
  expect(new Set(items.map((item) => item.id)).size).toBe(all);
  expect(clientId).toBe(world.clientId);
  expect(days.items).toEqual(expect.any(Array));
});

test('while the service is away the page says so, and tries again', async ({ signedIn, world, expecting }) => {
  expecting([503]);
  const page = await signedIn(world.admin, `/c/${world.clientId}/privacy`);
  await page.route(/\/audit(\?|$)/, (route) => route.fulfill({ status: 503, body: '' }));
  await page.getByRole('link', { name: 'Granskningslogg' }).click();
  await page.getByText('Något gick fel hos oss').waitFor();
  await axeAll(page);

  await page.unroute(/\/audit(\?|$)/);
  await button(page, 'Försök igen').click();

  await rows(page).first().waitFor();
});
