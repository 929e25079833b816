// The client's own page in a browser: hours and their calendar, rules, notices, numbers; by the admin, by the supervisor, by two at once.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axe, axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import { type Json, made } from '#test/support/http-world.ts';

const pathOf = (world: BrowserWorld, tab = ''): string => `/c/${world.clientId}/company${tab && `/${tab}`}`;
const answeringOf = (world: BrowserWorld): Promise<Json> => made(world.call('GET', world.path('/answering')), 200);
const clientOf = (world: BrowserWorld): Promise<Json> => made(world.call('GET', world.path()), 200);

async function change(world: BrowserWorld, path: string, body: object): Promise<Json> {
  const { headers } = await world.call('GET', world.path(path));
  return made(world.call('PATCH', world.path(path), { body, ifMatch: headers.get('etag') ?? '' }), 200);
}

const office = [{ from: '08:00', until: '17:00' }];
/** Open on all days, so that a holiday differs whatever weekday it is. */
const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, office]));
const hours = { week, holidays: 'closed', eves: 'asWeek', seasons: [], specialDays: [] };
const rule = (name: string, days: string[]) => ({
  kind: 'greeting',
  name,
  when: { days, times: { from: '12:00', until: '13:00' } },
  text: { sv: `${name}: vi är åter klockan ett.`, en: null },
});

const save = (page: Page) => page.getByRole('button', { name: 'Spara', exact: true }).click();
const saved = (page: Page, text = 'Sparat.') => page.locator('.toast', { hasText: text }).waitFor();
const summary = (page: Page) => page.getByRole('region', { name: 'Det är något att rätta' });
const day = (page: Page, date: string) => page.locator(`.day:has(time[datetime="${date}"])`);
const noOverflow = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth');

/** The Christmas that comes, as the calendar opens on today's month. */
async function toDecember(page: Page): Promise<number> {
  const today = (await page.locator('.day[aria-current="date"] time').getAttribute('datetime')) ?? '';
  await page.locator('.day[aria-current="date"]').focus();
  for (let month = Number(today.slice(5, 7)); month < 12; month += 1) await page.keyboard.press('PageDown');
  const year = Number(today.slice(0, 4));
  await day(page, `${year}-12-24`).locator('.day-text').waitFor();
  return year;
}

describe('opening hours', () => {
  test('are typed as people write them, copied, and the calendar shows holiday and eve before they are saved', async ({
    signedIn,
    world,
  }) => {
    await change(world, '/answering', { hours });
    const page = await signedIn(world.admin, pathOf(world, 'hours'));
    await page.getByLabel('måndag från').fill('7.30');
    await page.getByLabel('måndag till').fill('16');
    await page.getByRole('button', { name: 'Kopiera, måndag' }).click();
    await page.getByRole('group', { name: 'Kopiera till' }).getByLabel('fre').uncheck();
    await page.getByRole('group', { name: 'Kopiera till' }).getByRole('button').click();
    await page.getByRole('group', { name: 'Aftnar' }).getByLabel('Andra tider').check();
    const year = await toDecember(page);
    await day(page, `${year}-12-24`).locator('.day-text', { hasText: '8–12' }).waitFor();
    const shown = await Promise.all(
      ['24', '25'].map((date) => day(page, `${year}-12-${date}`).locator('.unseen').textContent()),
    );
    await axeAll(page);
    const before = (await answeringOf(world)).hours;
    await save(page);
    await saved(page);

    expect(shown[0]).toMatch(/24 dec, Julafton, 8–12, afton$/);
    expect(shown[1]).toMatch(/25 dec, Juldagen, Stängt, helgdag$/);
    expect(before.week.mon).toEqual(office);
    const after = (await answeringOf(world)).hours;
    expect([after.week.mon, after.week.thu, after.week.fri]).toEqual([
      [{ from: '07:30', until: '16:00' }],
      [{ from: '07:30', until: '16:00' }],
      office,
    ]);
    expect(after.eves).toEqual([{ from: '08:00', until: '12:00' }]);
  });

  test('a time that cannot be is said at its day, and refused there too', async ({ signedIn, world, expecting }) => {
    expecting([400]);
    await change(world, '/answering', { hours });
    const page = await signedIn(world.admin, pathOf(world, 'hours'));
    await page.getByLabel('tisdag till').fill('7');
    await page.keyboard.press('Enter');

    await summary(page).waitFor();
    const group = page.getByRole('group', { name: 'tisdag', exact: true });
    await group.getByText('Sluttiden ska vara efter starttiden.').waitFor();
    await summary(page).getByRole('link').first().click();

    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('tisdag till');
    expect(await page.title()).toMatch(/^Fel: /);
    expect((await answeringOf(world)).hours.week.tue).toEqual(office);
  });

  test('a day gets its own time in two steps from the calendar, by keyboard, and loses it again', async ({
    signedIn,
    world,
  }) => {
    await change(world, '/answering', { hours });
    const page = await signedIn(world.admin, pathOf(world, 'hours'));
    const year = await toDecember(page);
    await day(page, `${year}-12-18`).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Stängt hela dagen').check();
    await axe(page, 'with the day');
    await dialog.getByLabel('Vad dagen kallas').fill('Julfest');
    await page.keyboard.press('Enter');
    await saved(page);
    await day(page, `${year}-12-18`).locator('.day-text', { hasText: 'Stängt' }).waitFor();

    expect(await day(page, `${year}-12-18`).locator('.unseen').textContent()).toMatch(
      /18 dec, Julfest, Stängt, egen tid$/,
    );
    expect((await answeringOf(world)).hours.specialDays).toMatchObject([
      { date: `${year}-12-18`, name: 'Julfest', spans: [] },
    ]);
    await day(page, `${year}-12-18`).click();
    await dialog.getByRole('button', { name: 'Ta bort den egna tiden' }).click();
    await day(page, `${year}-12-18`).locator('.day-text', { hasText: '8–17' }).waitFor();
    await expect.poll(async () => (await answeringOf(world)).hours.specialDays).toEqual([]);
  });

  test('at 320 px the days that differ are a list, and nothing is beside the page', async ({ signedIn, world }) => {
    await change(world, '/answering', {
      hours: { ...hours, seasons: [{ name: 'Året', from: '01-01', until: '12-31', week: { ...week, mon: [] } }] },
    });
    const page = await signedIn(world.admin, pathOf(world, 'hours'), { viewport: { width: 320, height: 640 } });
    const list = page.locator('.calendar .list .row');
    await list.first().waitFor();

    expect(await list.first().textContent()).toMatch(/måndag .*Året · Stängt · säsong/);
    expect(await page.getByRole('grid').isVisible()).toBe(false);
    expect(await noOverflow(page)).toBe(0);
    await list.first().click();
    await page.getByRole('dialog').waitFor();
    expect(await noOverflow(page)).toBe(0);
  });
});

describe('rules', () => {
  test('that tie are refused, and each says with which', async ({ signedIn, world, expecting }) => {
    expecting([400]);
    await change(world, '/answering', { rules: [rule('Lunch', ['mon', 'tue'])] });
    const page = await signedIn(world.admin, pathOf(world, 'rules'));
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
    const page = await signedIn(world.admin, pathOf(world, 'rules'));
    await page.getByRole('button', { name: 'Lägg till en regel' }).click();
    await save(page);

    await summary(page).waitFor();
    await page.locator('.when .field-error', { hasText: 'välj minst en dag' }).waitFor();
    await page.locator('.field.wrong', { hasText: 'Text på svenska' }).waitFor();
    expect(await page.locator('.field.wrong').count()).toBe(3);
  });
});

test('a notice is put up until a day, changed, made longer and taken down', async ({ signedIn, world }) => {
  const page = await signedIn(world.admin, pathOf(world, 'notices'));
  const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await page.getByText('Inga notiser just nu').waitFor();
  await page.getByLabel('Ny notis').fill('Hissen står.');
  await page.getByLabel('Till och med').fill(until);
  await page.getByRole('button', { name: 'Sätt upp' }).click();
  const notice = page.locator('.notices > li');
  await notice.getByText('Hissen står.').waitFor();
  await axeAll(page);

  const [made] = (await answeringOf(world)).notices;
  expect(made.until).toMatch(new RegExp(`^${until}T2[12]:59`));
  expect(await notice.textContent()).toContain('Skriven av dig för mindre än en minut sedan');
  await notice.getByRole('button', { name: 'Ändra' }).click();
  await page.getByLabel('Ändra notisen').fill('Hissen går igen.');
  await save(page);
  await notice.getByText('Hissen går igen.').waitFor();
  await notice.getByRole('button', { name: 'Förläng 30 dagar' }).click();
  await page.getByText('Notisen gäller 30 dagar till.').waitFor({ state: 'attached' });
  await expect.poll(async () => (await answeringOf(world)).notices[0].until > made.until).toBe(true);
  await notice.getByRole('button', { name: 'Ta bort' }).click();
  await page.getByText('Inga notiser just nu').waitFor();
  expect((await answeringOf(world)).notices).toEqual([]);
});

test('a greeting is changed, and seen on the desk as the operator has it, with nothing to press', async ({
  signedIn,
  world,
}) => {
  const page = await signedIn(world.admin, pathOf(world, 'numbers'));
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
    const page = await signedIn(world.admin, pathOf(world));
    await page.getByText('Det här ändrar bara telefonpassningen').waitFor();
    await page.getByRole('textbox', { name: 'Ort' }).fill('Knivsta');
    await page.getByRole('button', { name: 'Lägg till en kontaktperson' }).click();
    await page.keyboard.type('Åsa Ek');
    await page.getByLabel('Hur länge meddelanden sparas').selectOption({ label: '3 månader' });
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
    const page = await signedIn('supervisor', pathOf(world));
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
    const page = await signedIn('privacyOfficer', pathOf(world, 'hours'));
    await page.getByText('Du kan läsa här, men inte ändra.').waitFor();

    expect(await page.getByLabel('måndag från').isDisabled()).toBe(true);
    expect(await page.getByRole('link', { name: 'Samtal' }).count()).toBe(0);
  });
});

describe('changed in two windows', () => {
  test('at different places both changes are kept, and it is said', async ({ signedIn, world, expecting }) => {
    expecting([412]);
    await change(world, '/answering', { hours });
    const page = await signedIn(world.admin, pathOf(world, 'hours'));
    await page.getByLabel('måndag från').fill('9');
    await change(world, '/answering', { hours: { ...hours, week: { ...week, tue: [] } } });
    await save(page);
    await saved(page, 'båda ändringarna är med');

    const after = (await answeringOf(world)).hours.week;
    expect([after.mon, after.tue]).toEqual([[{ from: '09:00', until: '17:00' }], []]);
    await page.getByRole('group', { name: 'tisdag', exact: true }).getByText('Stängt').waitFor();
  });

  test('at the same place it is asked, and nothing is lost', async ({ signedIn, world, expecting }) => {
    expecting([412]);
    const page = await signedIn(world.admin, pathOf(world));
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
});

test('what is typed outlives an answer of 500 and a reload, and is saved then', async ({
  signedIn,
  world,
  expecting,
}) => {
  expecting([500]);
  const page = await signedIn(world.admin, pathOf(world, 'callers'));
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
  const page = await signedIn(world.admin, pathOf(world, 'alternatives'));
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
  const page = await signedIn(world.admin, pathOf(world, 'calls'));
  const sums = page.locator('.sums tfoot');
  await sums.waitFor();
  await axeAll(page);

  expect(await sums.locator('td').allTextContents()).toEqual(['2', '0', '1', '0', '3']);
});

test('at 320 px nothing of any part is beside the page', async ({ signedIn, world }) => {
  await change(world, '/answering', { hours, rules: [rule('Lunch', ['mon', 'tue'])], alternatives: [world.anna.id] });
  const page = await signedIn(world.admin, pathOf(world), { viewport: { width: 320, height: 640 } });
  const tabs = page.getByRole('navigation', { name: 'Delar av företagets sida' }).getByRole('link');
  const found: [string, unknown][] = [];
  for (let n = 0; n < (await tabs.count()); n += 1) {
    const name = (await tabs.nth(n).textContent()) ?? '';
    await tabs.nth(n).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.locator('.section-fields, .notice-form, .empty').first().waitFor();
    if (name === 'Hur vi svarar') await page.getByRole('button', { name: /Lunch/ }).click();
    found.push([name, await noOverflow(page)]);
  }

  expect(found.map(([, beside]) => beside)).toEqual(Array.from({ length: 8 }, () => 0));
});
