// The client's own page in a browser: rules, notices, numbers, what is agreed; by the admin, by the supervisor, by two at once.
import { describe, expect } from 'vitest';
import { axe, axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import { answeringOf, change, companyPath, hours, save, saved, sideways, summary } from '#test/support/company-page.ts';
import { type Json, made } from '#test/support/http-world.ts';

const clientOf = (world: BrowserWorld): Promise<Json> => made(world.call('GET', world.path()), 200);

const rule = (name: string, days: string[]) => ({
  kind: 'greeting',
  name,
  when: { days, times: { from: '12:00', until: '13:00' } },
  text: { sv: `${name}: vi är åter klockan ett.`, en: null },
});

describe('rules', () => {
  test('that tie are refused, and each says with which', async ({ signedIn, world, expecting }) => {
    expecting([400]);
    await change(world, '/answering', { rules: [rule('Lunch', ['mon', 'tue'])] });
    const page = await signedIn(world.admin, companyPath(world, 'rules'));
    await page.getByRole('button', { name: 'Lägg till en regel' }).click();
    await page.keyboard.type('Möte');
    await page.getByLabel('tis', { exact: true }).check();
    await page.getByLabel('ons', { exact: true }).check();
    await page.getByLabel('Från klockan').fill('12');
    await page.getByLabel('Till klockan').fill('13');
    await page.getByLabel('Text på svenska').fill('Alla sitter i möte.');
    await save(page);

    await summary(page).waitFor();
    const words = await summary(page).getByRole('listitem').allTextContents();
    const atRules = await page.locator('.when .field-error').allTextContents();
    await axeAll(page);
    await summary(page).getByRole('link').first().click();
    const focused = await page.evaluate('document.activeElement.textContent');
    await page.locator('.rule-editor').last().getByLabel('tis', { exact: true }).uncheck();
    await save(page);
    await saved(page);

    expect(words).toHaveLength(2);
    expect(words[0]).toMatch(/^”Lunch” och ”Möte” kan gälla samtidigt/);
    expect(words[1]).toMatch(/^”Möte” och ”Lunch” kan gälla samtidigt/);
    expect(atRules).toEqual(words);
    expect(focused).toContain('”Lunch” och ”Möte”');
    expect((await answeringOf(world)).rules).toMatchObject([
      { name: 'Lunch' },
      { name: 'Möte', when: { days: ['wed'], times: { from: '12:00', until: '13:00' } } },
    ]);
  });

  test('without a time or words say what is missing, at the field', async ({ signedIn, world, expecting }) => {
    expecting([400]);
    const page = await signedIn(world.admin, companyPath(world, 'rules'));
    await page.getByRole('button', { name: 'Lägg till en regel' }).click();
    await save(page);

    await summary(page).waitFor();
    await page.locator('.when .field-error', { hasText: 'välj minst en dag' }).waitFor();
    await page.locator('.field.wrong', { hasText: 'Text på svenska' }).waitFor();
    expect(await page.locator('.field.wrong').count()).toBe(3);
  });
});

test('a notice is put up until a day, changed, made longer and taken down', async ({ signedIn, world }) => {
  const page = await signedIn(world.admin, companyPath(world, 'notices'));
  const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await page.getByText('Inga notiser just nu').waitFor();
  await page.getByLabel('Ny notis').fill('Hissen står.');
  await page.getByLabel('Till och med').fill(until);
  await page.getByRole('button', { name: 'Sätt upp' }).click();
  const notice = page.locator('.notices > li');
  await notice.getByText('Hissen står.').waitFor();
  await axeAll(page);

  const [first] = (await answeringOf(world)).notices;
  expect(first.until).toMatch(new RegExp(`^${until}T2[12]:59`));
  expect(await notice.textContent()).toContain('Skriven av dig för mindre än en minut sedan');
  await notice.getByRole('button', { name: 'Ändra' }).click();
  await page.getByLabel('Ändra notisen').fill('Hissen går igen.');
  await save(page);
  await notice.getByText('Hissen går igen.').waitFor();
  await notice.getByRole('button', { name: 'Förläng 30 dagar' }).click();
  await page.getByText('Notisen gäller 30 dagar till.').waitFor({ state: 'attached' });
  await expect.poll(async () => (await answeringOf(world)).notices[0].until > first.until).toBe(true);
  await notice.getByRole('button', { name: 'Ta bort' }).click();
  await page.getByText('Inga notiser just nu').waitFor();
  expect((await answeringOf(world)).notices).toEqual([]);
});

test('a greeting is changed, and seen on the desk as the operator has it, with nothing to press', async ({
  signedIn,
  world,
}) => {
  const page = await signedIn(world.admin, companyPath(world, 'numbers'));
  await page.getByLabel('Så svarar vi').fill('Kvarngärdet, god middag!');
  expect(await page.getByRole('button', { name: 'Lägg till ett nummer' }).count()).toBe(0);
  await axeAll(page);
  await save(page);
  await saved(page);

  await page.getByRole('link', { name: 'Min svarsplats' }).click();
  await page.getByText('Kvarngärdet, god middag!').waitFor();
  await page.getByRole('combobox', { name: 'Sök person, som telefonisten gör' }).fill('anna');
  await page.getByRole('option', { name: /Anna Lindqvist/ }).waitFor();
  await page.keyboard.press('Enter');
  const card = page.getByRole('article', { name: 'Anna Lindqvist' });
  await card.getByText('070-174 06 10').waitFor();
  await axe(page, 'with a person');

  // What callers may be told, and no more: her address is told, though the admin would see it anyway.
  expect(await card.textContent()).toContain('Projektledare');
  expect(await card.getByRole('button').count()).toBe(0);
});

describe('who may change what', () => {
  test('an admin reads what is agreed, and changes the rest', async ({ signedIn, world }) => {
    const page = await signedIn(world.admin, companyPath(world));
    await page.getByText('Det här ändrar bara telefonpassningen').waitFor();
    await page.getByRole('textbox', { name: 'Ort' }).fill('Knivsta');
    await page.getByRole('button', { name: 'Lägg till en kontaktperson' }).click();
    await page.keyboard.type('Åsa Ek');
    const kept = page.getByLabel('Hur länge meddelanden sparas');
    await kept.selectOption({ label: '1 månad' });
    await page.getByLabel('Gäller också meddelanden som redan finns').check();
    await kept.selectOption({ label: '3 månader' });
    expect(await page.getByLabel('Gäller också meddelanden som redan finns').isChecked()).toBe(false);
    await axe(page, 'with changes');
    await save(page);
    await saved(page);

    expect(await page.getByLabel('Organisationsnummer').count()).toBe(0);
    expect(await clientOf(world)).toMatchObject({
      town: 'Knivsta',
      retention: { months: 3 },
      contacts: [{ name: 'Åsa Ek' }],
    });
  });

  test('a supervisor changes that too, and a number that is somebody’s is said at its field', async ({
    signedIn,
    world,
    expecting,
  }) => {
    expecting([409]);
    const page = await signedIn('supervisor', companyPath(world));
    await page.getByLabel('Organisationsnummer').fill('402000-0107');
    await page.getByLabel('Uppdraget').selectOption({ label: 'Pausat' });
    await save(page);
    await saved(page);
    await page.getByRole('link', { name: 'Nummer' }).click();
    await page.getByRole('button', { name: 'Lägg till ett nummer' }).click();
    await page.keyboard.type('08-465 004 10');
    await save(page);
    await page.locator('.field.wrong', { hasText: 'Numret hör redan till en annan kund.' }).waitFor();

    expect(await clientOf(world)).toMatchObject({ organisationNumber: '402000-0107', status: 'paused' });
  });

  test('a privacy officer reads, and has nothing to save', async ({ signedIn, world }) => {
    await change(world, '/answering', { hours });
    const page = await signedIn('privacyOfficer', companyPath(world, 'hours'));
    await page.getByText('Du kan läsa här, men inte ändra.').waitFor();

    expect(await page.getByLabel('måndag från').isDisabled()).toBe(true);
    expect(await page.getByRole('link', { name: 'Samtal' }).count()).toBe(0);
  });
});

test('a field that two change at once is asked for, and nothing is lost', async ({ signedIn, world, expecting }) => {
  expecting([412]);
  const page = await signedIn(world.admin, companyPath(world));
  await page.getByRole('textbox', { name: 'Ort' }).fill('Knivsta');
  await change(world, '', { town: 'Gävle', legalName: 'Kvarngärdets El AB' });
  await save(page);
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Inget har gått förlorat').waitFor();
  await axe(page, 'with the question');
  await dialog.getByLabel('Ditt: Knivsta').waitFor();
  await dialog.getByLabel('Deras: Gävle').check();
  await dialog.getByLabel('Ditt: Knivsta').check();
  await dialog.getByRole('button', { name: 'Spara så här' }).click();
  await saved(page);

  expect(await clientOf(world)).toMatchObject({ town: 'Knivsta', legalName: 'Kvarngärdets El AB' });
});

test('what is typed outlives an answer of 500 and a reload, and is saved then', async ({
  signedIn,
  world,
  expecting,
}) => {
  expecting([500]);
  const page = await signedIn(world.admin, companyPath(world, 'callers'));
  await page.getByLabel('Kort svar i telefon, svenska').fill('Vi sparar ditt ärende i sex månader.');
  await page.route('**/answering', (route) =>
    route.request().method() === 'PATCH' ? route.fulfill({ status: 500, body: '' }) : route.continue(),
  );
  await save(page);
  await page.getByText('Något gick fel hos oss').waitFor();
  await axeAll(page);
  await page.unroute('**/answering');
  await page.reload();
  await page.getByText('det är inte sparat än').waitFor();
  await save(page);
  await saved(page);

  expect((await answeringOf(world)).callerNotice.text.sv).toBe('Vi sparar ditt ärende i sex månader.');
  const link = page.getByRole('link', { name: /Se sidan för den som ringer/ });
  const { status, text } = await world.runner.request('GET', (await link.getAttribute('href')) ?? '');
  expect([status, text.includes('Vi sparar ditt ärende')]).toEqual([200, true]);
});

test('whom to ask is found, put in order and saved', async ({ signedIn, world }) => {
  await change(world, '/answering', { alternatives: [world.anna.id] });
  const page = await signedIn(world.admin, companyPath(world, 'alternatives'));
  await page.getByText('Anna Lindqvist').waitFor();
  await page.getByRole('combobox', { name: 'Lägg till en person eller funktion' }).fill('ekon');
  await page.getByRole('option', { name: /Ekonomi/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Flytta upp Ekonomi' }).click();
  await axeAll(page);
  await save(page);
  await saved(page);

  expect((await answeringOf(world)).alternatives).toEqual([world.ekonomi.id, world.anna.id]);
});

test('calls without a message are a table with sums', async ({ signedIn, world }) => {
  const { line } = (await clientOf(world)).numbers[0];
  for (const outcome of ['connected', 'connected', 'salesCall'])
    await made(world.call('POST', world.path('/calls'), { body: { outcome, line } }), 204);
  const page = await signedIn(world.admin, companyPath(world, 'calls'));
  const sums = page.locator('.sums tfoot');
  await sums.waitFor();
  await axeAll(page);

  expect(await sums.locator('td').allTextContents()).toEqual(['2', '0', '1', '0', '3']);
});

test('at 320 px nothing of any part is beside the page', async ({ signedIn, world }) => {
  await change(world, '/answering', { hours, rules: [rule('Lunch', ['mon', 'tue'])], alternatives: [world.anna.id] });
  const page = await signedIn(world.admin, companyPath(world), { viewport: { width: 320, height: 640 } });
  const tabs = page.getByRole('navigation', { name: 'Delar av företagets sida' }).getByRole('link');
  const found: [string, unknown][] = [];
  for (let n = 0; n < (await tabs.count()); n += 1) {
    const name = (await tabs.nth(n).textContent()) ?? '';
    await tabs.nth(n).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.locator('.section-fields, .notice-form, .empty').first().waitFor();
    if (name === 'Hur vi svarar') await page.getByRole('button', { name: /Lunch/ }).click();
    found.push([name, await sideways(page)]);
  }

  expect(found.map(([, beside]) => beside)).toEqual(Array.from({ length: 8 }, () => 0));
});
