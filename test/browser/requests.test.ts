// What people ask for: logged by an operator, instructed by the client, searched for, reviewed, handed out and closed.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axe, axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import { untilFound } from '#test/support/desk-page.ts';
import { downloaded } from '#test/support/downloaded.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';
import { readPdf } from '#test/support/read-pdf.ts';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const dialog = (page: Page) => page.getByRole('dialog');

test('a caller’s wish is written down by an operator, told to the client, and shown by its deadline', async ({
  signedIn,
  world,
}) => {
  expectRecipients(world.admin, world.signatory.email);
  await untilFound(world, 'Anna');
  const page = await signedIn('operator', '/desk/request');
  await button(page, 'Lämna vidare').click();
  await page.getByRole('link', { name: 'Välj vilket företag det gäller.' }).waitFor();
  await axeAll(page);
  await page.getByRole('combobox', { name: 'Sök företag' }).fill(world.name);
  await page.getByRole('option', { name: world.name }).click();
  await page.getByRole('combobox', { name: 'Sök i personalen' }).fill('Anna');
  await page.getByRole('option', { name: /^Anna/ }).click();
  await axe(page);
  await page.getByLabel('Vem är det, och vad vill personen?').fill('Eva Ek vill veta vad som finns om henne.');
  await page.reload();
  await page.getByText('Det du skrev då finns kvar.').waitFor();
  await page.getByText('Anna').first().waitFor();
  await axe(page);
  await button(page, 'Lämna vidare').click();
  await page.getByRole('paragraph').filter({ hasText: 'Det är lämnat vidare.' }).waitFor();

  await button(page, 'Skriv en till').click();
  await page.getByLabel('Vem är det, och vad vill personen?').fill('Skrivet av misstag.');
  await page.reload();
  await button(page, 'Släng').click();
  await expect.poll(() => page.getByLabel('Vem är det, och vad vill personen?').inputValue()).toBe('');

  const officer = await signedIn('privacyOfficer', '/');
  await officer.locator('a.row', { hasText: world.name }).getByText('Mottagen').waitFor();
  await axeAll(officer);
  await officer.locator('a.row', { hasText: world.name }).click();
  await officer.getByText(world.anna.id).waitFor();
  await button(officer, 'Lämna till kunden').click();
  await officer.getByText('Väntar på kunden').waitFor();
  await axeAll(officer);

  const admin = await signedIn(world.admin, `/c/${world.clientId}/privacy/requests`);
  await admin.locator('a.row', { hasText: 'Registerutdrag' }).click();
  await button(admin, 'Ge instruktion').click();
  await dialog(admin).getByLabel('Avslå').check();
  await dialog(admin).getByRole('button', { name: 'Spara' }).click();
  await admin.getByRole('link', { name: 'Skriv varför.' }).waitFor();
  await axe(admin);
  await dialog(admin).getByLabel('Gör det personen ber om').check();
  await dialog(admin).getByRole('button', { name: 'Spara' }).click();
  await admin.getByText('Hos tjänsten').waitFor();
  expect(await admin.getByText('Kunden: gör det').count()).toBe(1);
});

test('an access report goes from the request to the client’s admin: found, reviewed, made, released, fetched', async ({
  signedIn,
  world,
}) => {
  expectRecipients(world.admin, world.signatory.email);
  const caller = { name: 'Eva Ek', phone: '070-174 06 30' };
  await world.take({ caller, staffId: world.anna.id, matter: 'Kaklet kommer. Bo Öberg kan ta emot det.' });
  await world.take({ caller: { name: 'Eva Ek' }, staffId: world.bo.id, matter: 'Vill bli uppringd.' });
  await untilFound(world, 'Bo');
  const admin = await signedIn(world.admin, `/c/${world.clientId}/privacy/requests/new`);
  await admin.getByLabel(/^Namn/).fill('Eva Ek');
  await admin.getByLabel(/^Telefonnummer/).fill('070-174 06 30');
  await button(admin, 'Lägg upp').click();
  await button(admin, 'Ge instruktion').click();
  await dialog(admin).getByRole('button', { name: 'Spara' }).click();
  await button(admin, 'Anteckna vem som frågar').click();
  await dialog(admin).getByRole('button', { name: 'Spara' }).click();
  await admin.getByText(/^Identitet kontrollerad/).waitFor();

  const page = await signedIn('privacyOfficer', '/requests');
  await page.locator('a.row', { hasText: world.name }).click();
  await button(page, 'Sök efter personen').click();
  await page.getByRole('heading', { name: 'Det som hittades' }).waitFor();
  await axeAll(page);
  await page.getByText('Osäker').first().waitFor();
  await button(page, 'Det är någon annan').first().click();
  await button(page, /^Andra personer nämns/).click();
  const findings = page.locator('.finding');
  await findings.filter({ hasText: 'Kaklet' }).getByRole('button', { name: 'Välj själv' }).click();
  await axe(page);
  await dialog(page).getByRole('textbox').first().focus();
  await page.keyboard.press('Control+Home');
  for (const _ of 'Kaklet') await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await dialog(page).getByRole('checkbox', { name: 'Kaklet', checked: true }).waitFor();
  await dialog(page).getByRole('button', { name: 'Dölj', exact: true }).click();
  for (const other of await findings.filter({ hasNotText: 'Kaklet' }).all())
    await other.getByRole('button', { name: 'Visa', exact: true }).click();
  await button(page, 'Gör utdraget').click();
  await button(page, 'Hämta PDF, Utdraget').waitFor();
  await button(page, 'Lämna ut till kunden').click();
  await dialog(page).getByText('följer med.').waitFor();
  await axe(page);
  await dialog(page).getByRole('button', { name: 'Lämna ut till kunden' }).click();
  await page.getByText('Lämnad till kunden').waitFor();

  await admin.reload();
  const text = (await downloaded(admin, button(admin, 'Hämta JSON, Utdraget'))).toString();
  const paper = await readPdf(await downloaded(admin, button(admin, 'Hämta PDF, Utdraget')));
  expect(JSON.parse(text)).toMatchObject({ schema: 'answeronline/access-report/1' });
  expect([text.includes('Eva Ek'), text.includes('Kaklet')]).toEqual([true, false]);
  expect([paper.text.includes('Eva Ek'), paper.text.includes('Kaklet')]).toEqual([true, false]);
  await axeAll(admin);

  await button(admin, 'Avsluta').click();
  await expect.poll(() => dialog(admin).getByLabel('Svaret till personen').inputValue()).toContain('registerutdrag');
  await axe(admin);
  await dialog(admin).getByRole('button', { name: 'Avsluta' }).click();
  await admin.getByRole('heading', { name: 'Svaret till personen' }).waitFor();
});
