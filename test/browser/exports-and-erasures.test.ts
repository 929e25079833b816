// The register and messages taken out as a file, and erased for good by two people, with a certificate.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axe, axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import { downloaded } from '#test/support/downloaded.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';
import { readPdf } from '#test/support/read-pdf.ts';
import { aWishToBeForgotten } from '#test/support/wish-to-be-forgotten.ts';

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
  const bytes = await downloaded(page, button(page, 'Hämta ZIP, Exporten'));

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
  const certificate = await downloaded(officer, button(officer, 'Intyg, JSON'));
  const paper = await readPdf(await downloaded(officer, button(officer, 'Intyg, PDF')));

  expect(JSON.parse(certificate.toString())).toMatchObject({ what: 'register', signature: expect.any(String) });
  expect([paper.language, paper.text.includes('Intyg')]).toEqual(['sv-SE', true]);
  await axeAll(officer);
});

test('a person is erased when a second person confirms it, and what only people can change waits for them', async ({
  signedIn,
  world,
}) => {
  expectRecipients(world.admin, world.signatory.email);
  const requestId = await aWishToBeForgotten(world);
  const officer = await signedIn('privacyOfficer', `/c/${world.clientId}/privacy/requests/${requestId}`);
  await button(officer, 'Sök efter personen').click();
  await officer.getByRole('heading', { name: 'Det som hittades' }).waitFor();
  await officer.getByText('Osäker').first().waitFor();
  for (const left = officer.getByRole('button', { name: 'Det är personen', exact: true }); (await left.count()) > 0; )
    await left.first().click();
  await button(officer, 'Begär radering av det som är personens').click();
  await button(officer, 'Bekräfta raderingen').waitFor();
  await axe(officer);

  const admin = await signedIn(world.admin, new URL(officer.url()).pathname);
  await admin.getByText(/^En dataskyddsansvarig behöver bekräfta/).waitFor();
  expect(await button(admin, 'Bekräfta raderingen').count()).toBe(0);
  await axe(admin);

  await button(officer, 'Bekräfta raderingen').click();
  await dialog(officer).getByText('Du är den andra personen: kundens instruktion').waitFor();
  await dialog(officer).getByRole('button', { name: 'Bekräfta raderingen' }).click();
  await dialog(officer).getByText('Kryssa för att du har läst det.').first().waitFor();
  await axe(officer);
  await dialog(officer).getByLabel('Jag har läst vad som försvinner.').check();
  await dialog(officer).getByRole('button', { name: 'Bekräfta raderingen' }).click();
  await officer.getByRole('heading', { name: 'Det här behöver en människa göra' }).waitFor();
  await officer.getByText('Kunden är den som underrättar').waitFor();
  await axeAll(officer);
  await admin.reload();
  await admin.getByText(/^Så svarar vi/).waitFor();
  await axe(admin);
  await admin.getByText('Det är ni som underrättar').waitFor();
  await admin.getByRole('link', { name: /^Gå dit: Så svarar vi/ }).click();
  await admin.getByText('Eva Ek hämtar nycklarna.').waitFor();

  const erasure = new URL(officer.url()).pathname;
  await officer.goto(new URL(`/c/${world.clientId}/privacy/requests/${requestId}`, officer.url()).href);
  await officer.getByText(/^Raderingen är begärd, så träffarna/).waitFor();
  expect(await button(officer, 'Det är personen').count()).toBe(0);
  await officer.goto(new URL(erasure, officer.url()).href);
  await officer.getByLabel(/^Så svarar vi/).selectOption({ label: 'Det är någon annan' });
  await button(officer, 'Gå vidare').click();
  await officer.getByRole('heading', { name: 'Intyg' }).waitFor();
  const paper = await readPdf(await downloaded(officer, button(officer, 'Intyg, PDF')));

  expect(paper.text).toContain('person');
  expect(paper.text).not.toContain('Eva');
  await axeAll(officer);
});
