// The agreement in the portal: read and signed by whoever may, with what proves it; and the service's side of it.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axe, axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import { downloaded } from '#test/support/downloaded.ts';
import { type Json, made, newAddress } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';
import { readPdf } from '#test/support/read-pdf.ts';
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
  const paper = await readPdf(await downloaded(page, button(page, 'PDF med underskrifter')));
  expect([paper.text.includes('Åsa Holm'), paper.text.includes('Bevis om undertecknandet')]).toEqual([true, true]);
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

/** What the API answers, changed: nothing is announced to all clients of a runner that other files share. */
const answering = (page: Page, address: RegExp, change: (body: Json) => void) =>
  page.route(address, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const response = await route.fetch();
    const body = await response.json();
    change(body);
    await route.fulfill({ response, json: body });
  });

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a new version counts down on the pages of the company, and says so when its day is over', async ({
  signedIn,
  world,
}) => {
  let signBefore = inDays(12);
  const page = await signedIn(world.signatory.email, `/c/${world.clientId}/messages`);
  await answering(page, /\/agreements\?/, ({ items, draft }) => {
    items[0].signBefore = signBefore;
    draft.newVersion = true;
  });
  await page.getByRole('link', { name: 'Företaget' }).click();
  await page.getByText('Det finns en ny version av avtalet').waitFor();
  await page.getByText(/om 12 dagar/).waitFor();
  await axeAll(page);
  await page.getByRole('link', { name: 'Läs och skriv under' }).click();
  await page.getByText(/om 12 dagar/).waitFor();
  await axeAll(page);
  await button(page, 'Läs och skriv under').click();
  await page.getByLabel('Din titel').waitFor();
  await axe(page);

  signBefore = inDays(-2);
  await page.reload();

  await page.getByText(/^Den skulle ha skrivits under senast/).waitFor();
  await axe(page);
});

test('an admin objects to a sub-processor that is announced, and sees that it is said', async ({ signedIn, world }) => {
  const page = await signedIn(world.signatory.email, '/');
  const sent: Json[] = [];
  await answering(page, /\/v1\/sub-processors/, ({ items }) => {
    const details = { ...items[0].current, name: 'Provbolaget AB' };
    items.push({
      ...items[0],
      id: 'spr_01M8HYRHC4A8W00H2339BPSHEE',
      current: null,
      next: { details, holdsFrom: inDays(40) },
    });
  });
  await page.route(/\/objections$/, async (route) => {
    const { subProcessorId, text } = route.request().postDataJSON();
    sent.push({ subProcessorId, text });
    const address = route
      .request()
      .url()
      .replace(/\/objections$/, '');
    const read = await route.fetch({ url: address, method: 'GET' });
    const objection = { subProcessorId, text, at: new Date().toISOString(), by: 'Åke Öhman' };
    await route.fulfill({ status: 201, json: { ...(await read.json()), objections: [objection] } });
  });
  await page.getByRole('link', { name: 'Dataskydd' }).click();
  await page.getByText(/^Provbolaget AB börjar arbeta åt tjänsten/).waitFor();
  await axeAll(page);

  await button(page, 'Invänd mot Provbolaget AB').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Skicka invändningen' }).click();
  await dialog.getByRole('link', { name: 'Skriv vad ni invänder mot.' }).waitFor();
  await axe(page);
  await dialog.getByLabel('Varför').fill('De ligger utanför EU.');
  await dialog.getByRole('button', { name: 'Skicka invändningen' }).click();

  await page.getByText(/^Ni invände .* De ligger utanför EU\.$/).waitFor();
  expect(sent).toEqual([{ subProcessorId: 'spr_01M8HYRHC4A8W00H2339BPSHEE', text: 'De ligger utanför EU.' }]);
  await axe(page);
});
