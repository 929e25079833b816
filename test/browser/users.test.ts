// Who may sign in, of a client and of the service, and the clients themselves.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axe, axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import { untilFound } from '#test/support/desk-page.ts';
import { type Json, made, newAddress } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const row = (page: Page, words: string | RegExp) => page.locator('.member', { hasText: words });

const usersOf = async (world: BrowserWorld): Promise<Json[]> =>
  (await made(world.call('GET', world.path('/users?limit=100')), 200)).items;

describe('the users of a client', () => {
  test('are invited by an admin as somebody of the register, get another role, and are withdrawn', async ({
    signedIn,
    world,
  }) => {
    const email = newAddress('bo');
    expectRecipients(email);
    await untilFound(world, 'Bo');
    const page = await signedIn(world.admin, `/c/${world.clientId}/users`);
    await row(page, world.admin).getByText('Administratör').waitFor();
    await button(page, 'Bjud in').click();
    await page.getByRole('dialog').getByLabel('Medarbetare').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Bjud in' }).click();
    await page.getByRole('link', { name: 'Välj en person i registret.' }).waitFor();
    await axeAll(page);

    await page.getByLabel('E-postadress').fill(email);
    await page.getByLabel('Namn', { exact: true }).fill('Bo Öberg');
    await page.getByRole('combobox').fill('öberg');
    await page.getByRole('option', { name: /Bo Öberg/ }).waitFor();
    await page.getByRole('combobox').press('Enter');
    await page.getByLabel('Får säga till när kollegor är borta').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Bjud in' }).click();

    await row(page, email).getByText('Medarbetare, sköter hänvisning').waitFor();
    const [invited] = (await usersOf(world)).filter((user) => user.email === email);
    expect(invited).toMatchObject({ role: 'staffMember', staffId: world.bo.id, setsAbsences: true });

    await button(page, 'Ändra Bo Öberg').click();
    await page.getByLabel('Administratör').check();
    await button(page, 'Spara').click();
    await row(page, email).getByText('Administratör').waitFor();

    await button(page, 'Ta bort Bo Öberg').click();
    await axe(page);
    await button(page, 'Ta bort').click();
    await row(page, email).waitFor({ state: 'detached' });
    expect((await usersOf(world)).map((user) => user.email)).not.toContain(email);
  });

  test('that somebody else changes meanwhile are told of, and what was chosen is saved afterwards', async ({
    signedIn,
    world,
    expecting,
  }) => {
    expecting([412]);
    const { id, email } = await world.addUser('staffMember', world.bo.id);
    const page = await signedIn(world.admin, `/c/${world.clientId}/users`);
    await row(page, email)
      .getByRole('button', { name: /^Ändra/ })
      .click();
    await page.getByLabel('Får säga till när kollegor är borta').check();
    await made(world.call('PATCH', world.path(`/users/${id}`), { body: { role: 'clientAdmin' }, ifMatch: '"1"' }), 200);

    await button(page, 'Spara').click();

    await page
      .getByText(/^Någon annan har ändrat sedan du öppnade\. Personen är nu administratör/)
      .first()
      .waitFor();
    await button(page, 'Spara').click();
    await row(page, email).getByText('sköter hänvisning').waitFor();
  });

  test('are not invited twice: what was written stays, and says why', async ({ signedIn, world, expecting }) => {
    expecting([409]);
    const page = await signedIn(world.admin, `/c/${world.clientId}/users`);
    await button(page, 'Bjud in').click();
    await page.getByLabel('E-postadress').fill(world.staffMember);
    await page.getByLabel('Namn', { exact: true }).fill('Anna');

    await page.getByRole('dialog').getByRole('button', { name: 'Bjud in' }).click();

    await page.getByRole('link', { name: /^Den här adressen är redan med/ }).waitFor();
    expect(await page.getByLabel('E-postadress').inputValue()).toBe(world.staffMember);
    await button(page, 'Stäng').click();
    await button(page, 'Bjud in').click();
    await expect.poll(() => page.getByLabel('Namn', { exact: true }).inputValue()).toBe('Anna');
  });
});

test('people of the service are invited, and the last supervisor stays', async ({ signedIn, expecting }) => {
  expecting([409]);
  const email = newAddress('telefonist');
  expectRecipients(email);
  const page = await signedIn('supervisor', '/operators');
  await row(page, 'Gunnel Söderström').getByText('Du').waitFor();
  await button(page, 'Bjud in').click();
  await page.getByLabel('E-postadress').fill(email);
  await page.getByLabel('Namn', { exact: true }).fill('Ny Telefonist');
  await page.getByRole('dialog').getByRole('button', { name: 'Bjud in' }).click();
  await row(page, email).getByText('Telefonist', { exact: true }).waitFor();

  await button(page, 'Ändra Gunnel Söderström').click();
  await page.getByLabel('Telefonist', { exact: true }).check();
  await button(page, 'Spara').click();
  await page
    .getByText(/^Det måste finnas en gruppledare/)
    .first()
    .waitFor();
  await axeAll(page);
  await button(page, 'Stäng').click();

  await button(page, 'Ta bort Ny Telefonist').click();
  await button(page, 'Ta bort').click();
  await row(page, email).waitFor({ state: 'detached' });
});

describe('clients', () => {
  test('are found by name and by number, and lead to their own page', async ({ signedIn, world }) => {
    const page = await signedIn('supervisor', '/clients');
    await page.getByLabel('Sök kund').fill(world.number);
    await page.locator('.client-row').filter({ visible: true, hasText: world.name }).waitFor();
    await page.getByLabel('Sök kund').fill('finns ingenstans');
    await page.getByText('Ingen kund stämmer med det.').waitFor();
    await page.getByLabel('Sök kund').fill(world.name);
    await axeAll(page);

    await page.locator('a.row').filter({ visible: true, hasText: world.name }).click();

    await page.waitForURL(`**/c/${world.clientId}/company`);
  });

  test('are set up by a supervisor; a number that is taken is said beside its field', async ({
    signedIn,
    world,
    expecting,
  }) => {
    expecting([409]);
    const name = `Ny Kund ${newAddress('').slice(1, 7)}`;
    const page = await signedIn('supervisor', '/clients');
    await page.getByRole('link', { name: 'Ny kund', exact: true }).click();
    await page.getByLabel('Kundens namn').fill(name);
    await page.getByLabel('Nummer som svaras').fill(world.number);
    await button(page, 'Lägg upp kunden').click();
    await page.getByRole('link', { name: 'Numret hör redan till en annan kund.' }).waitFor();
    await axe(page);

    await page.getByLabel('Nummer som svaras').fill('');
    await button(page, 'Lägg upp kunden').click();

    await page.waitForURL('**/c/cli_*/company');
    const found = await made(world.call('POST', '/clients/search', { body: { text: name } }), 200);
    expect(found.items.map((client: Json) => client.name)).toEqual([name]);
  });

  test('are read by the privacy officer, who sets up none', async ({ signedIn }) => {
    const page = await signedIn('privacyOfficer', '/clients');

    await page.locator('.client-row').first().waitFor();

    expect(await page.getByRole('link', { name: 'Ny kund', exact: true }).count()).toBe(0);
  });
});
