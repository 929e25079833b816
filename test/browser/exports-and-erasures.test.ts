// The register and messages taken out as a file, and erased for good by two people, with a certificate.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axe, axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = (page: Page) => page.getByRole('dialog');

test('an export is made, opened in the browser and saved', async ({ signedIn, world }) => {
  await world.take({ caller: { name: 'Eva Ek' }, staffId: world.anna.id, matter: 'Kaklet kommer.' });
  const page = await signedIn(world.admin, `/c/${world.clientId}/privacy/exports`);
  await axeAll(page);
  await button(page, 'Ny export').click();
  await axeAll(page);
  await dialog(page).getByRole('button', { name: 'Gör exporten' }).click();

  await page.getByText('3 personer').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Hämta ZIP, Exporten').click()]);
  const bytes = Buffer.concat(await (await download.createReadStream()).toArray());

  expect(bytes.subarray(0, 2).toString()).toBe('PK');
  await axe(page);
});

test('a register is erased when a second person confirms it, and certified', async ({ signedIn, world }) => {
  expectRecipients(world.admin, world.signatory.email);
  const admin = await signedIn(world.admin, `/c/${world.clientId}/privacy/erasures`);
  await axeAll(admin);
  await button(admin, 'Radera hela registret').click();
  await axe(admin);
  await dialog(admin).getByRole('button', { name: 'Begär raderingen' }).click();
  await admin.getByText('Någon annan än den som begärde det behöver bekräfta.').waitFor();
  await axeAll(admin);

  const officer = await signedIn('privacyOfficer', new URL(admin.url()).pathname);
  await button(officer, 'Bekräfta raderingen').click();
  await dialog(officer).getByLabel('Jag har läst vad som försvinner.').check();
  await axe(officer);
  await dialog(officer).getByRole('button', { name: 'Bekräfta raderingen' }).click();
  await officer.getByRole('heading', { name: 'Intyg' }).waitFor();
  const [download] = await Promise.all([officer.waitForEvent('download'), button(officer, 'Intyg, JSON').click()]);
  const text = (await (await download.createReadStream()).toArray()).map(String).join('');

  expect(JSON.parse(text)).toMatchObject({ what: 'register', signature: expect.any(String) });
  await axeAll(officer);
});
