// The agreement in the portal: read and signed by whoever may, with what proves it; and the service's side of it.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axe, axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import { type Json, made, newAddress } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';
import type { runnerClient } from '#test/support/runner-client.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

interface Unsigned {
  readonly clientId: string;
  readonly name: string;
  readonly signatory: string;
  readonly reader: string;
}

/** A client of which nobody has signed yet: an admin who may, and one who may not. */
async function anUnsigned(runner: ReturnType<typeof runnerClient>): Promise<Unsigned> {
  const token = await runner.userToken('supervisor@answeronline.example');
  const post = (path: string, body: object) => made(runner.request<Json>('POST', `/v1${path}`, { token, body }));
  const name = `Ny Kund ${newAddress('').slice(1, 6)}`;
  const { id: clientId } = await post('/clients', { name });
  const [signatory, reader] = [newAddress('vd'), newAddress('admin')];
  expectRecipients(signatory, reader);
  await post(`/clients/${clientId}/users`, { email: signatory, name: 'Åsa Holm', role: 'clientAdmin', maySign: true });
  await post(`/clients/${clientId}/users`, { email: reader, name: 'Bo Ek', role: 'clientAdmin' });
  return { clientId, name, signatory, reader };
}

test('an agreement is read and signed by whoever may, and stands there with what proves it', async ({
  signedIn,
  runner,
}) => {
  const { clientId, signatory } = await anUnsigned(runner);
  const page = await signedIn(signatory, `/c/${clientId}/messages`);
  await page.getByText('Avtalet är inte underskrivet').waitFor();
  await page.getByRole('link', { name: 'Läs och skriv under' }).click();
  await page.getByRole('heading', { name: 'Personuppgiftsbiträdesavtal', exact: true }).waitFor();
  await axeAll(page);

  await button(page, 'Skriv under').click();
  await page.getByRole('link', { name: 'Kryssa för att du har läst avtalet.' }).waitFor();
  await page.getByLabel('Din titel').fill('VD');
  await page.getByLabel('Jag har läst avtalet.').check();
  await page.getByLabel('Jag har rätt att skriva under för företaget.').check();
  await page.reload();
  await expect.poll(() => page.getByLabel('Din titel').inputValue()).toBe('VD');
  await button(page, 'Skriv under').click();

  await page.getByRole('heading', { name: 'Underskrifter' }).waitFor();
  await page.getByText('Åsa Holm').first().waitFor();
  await page.getByText('Inloggad i Mina Sidor').waitFor();
  await axe(page);
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'PDF med underskrifter').click()]);
  expect(download.suggestedFilename()).toMatch(/^agr_\w+\.pdf$/);
});

test('an admin who may not sign reads it, and is told whom to ask', async ({ signedIn, runner }) => {
  const { clientId, reader } = await anUnsigned(runner);

  const page = await signedIn(reader, `/c/${clientId}/privacy`);

  await page.getByText(/^Du får läsa avtalet men inte skriva under det/).waitFor();
  expect(await page.getByLabel('Din titel').count()).toBe(0);
});

test('a supervisor sees which clients lack one, and the privacy officer who works for the service', async ({
  signedIn,
  runner,
}) => {
  const { name } = await anUnsigned(runner);
  const page = await signedIn('supervisor', '/agreements');
  await page.getByLabel('Bara de som behöver något').check();
  await page.locator('a.row', { hasText: name }).getByText('Saknas').waitFor();
  await page.getByRole('link', { name: 'Tjänsten', exact: true }).click();
  await expect.poll(() => page.getByLabel('Firma').inputValue()).not.toBe('');
  await axe(page);

  const officer = await signedIn('privacyOfficer', '/agreements/sub-processors');
  await button(officer, 'Nytt underbiträde').click();
  await officer.getByLabel('Företag', { exact: true }).fill('Provbolaget AB');
  await button(officer, 'Avisera').click();
  await officer.getByRole('link', { name: 'Det här behövs.' }).first().waitFor();
  await axeAll(officer);
});
