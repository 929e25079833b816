// The staff register in a browser: found, added, changed by two at once, tried, erased; nothing that was typed is lost.
import type { Page } from 'playwright-core';
import { describe, expect, vi } from 'vitest';
import { axe, axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import { type Json, made } from '#test/support/http-world.ts';

const pathOf = (world: BrowserWorld, id = ''): string => `/c/${world.clientId}/staff${id && `/${id}`}`;
const recordOf = (world: BrowserWorld, id: string): Promise<Json> =>
  made(world.call('GET', world.path(`/staff/${id}?why=clientAsked`)), 200);
const changeOf = async (world: BrowserWorld, id: string, body: object): Promise<Json> => {
  const { headers } = await world.call('GET', world.path(`/staff/${id}?why=clientAsked`));
  return made(world.call('PATCH', world.path(`/staff/${id}`), { body, ifMatch: headers.get('etag') ?? '' }), 200);
};

const rows = (page: Page) => page.locator('.list .row');
const keywords = (page: Page) => page.getByRole('textbox', { name: 'Nyckelord' });
const save = (page: Page) => page.getByRole('button', { name: 'Spara', exact: true }).click();
const saved = (page: Page) => page.locator('.staff-bar', { hasText: 'Sparat' }).waitFor();

const countKept = `new Promise((resolve) => {
  indexedDB.open('answeronline').onsuccess = ({ target: { result: db } }) => {
    db.transaction('kept').objectStore('kept').getAll().onsuccess = ({ target }) =>
      resolve(target.result.filter(({ kind }) => kind === 'draft').length);
  };
})`;
/** A draft is sealed a moment after the last key. */
const draftsKept = (page: Page, count: number) =>
  vi.waitFor(async () => expect(await page.evaluate(countKept)).toBe(count), { timeout: 5_000, interval: 50 });

async function openAnna(page: Page): Promise<Page> {
  await page.getByLabel('Befattning').waitFor();
  return page;
}

describe('the list', () => {
  test('finds by name, title and keyword as one types, and opens by keyboard', async ({ signedIn, world }) => {
    const page = await signedIn(world.admin, pathOf(world));
    const search = page.getByLabel('Sök namn, befattning eller nyckelord');
    await rows(page).nth(2).waitFor();
    await axeAll(page);

    const found: string[][] = [];
    for (const text of ['oberg', 'elinst', 'faktura', '7406', 'ingen alls']) {
      await search.fill(text);
      found.push(await rows(page).allTextContents());
    }
    const empty = await page.locator('.empty').textContent();
    await search.fill('anna');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await openAnna(page);

    expect(found.map((hits) => hits.map((hit) => /Bo Öberg|Ekonomi|Anna Lindqvist/.exec(hit)?.[0]))).toEqual([
      ['Bo Öberg'],
      ['Bo Öberg'],
      ['Ekonomi'],
      ['Anna Lindqvist'],
      [],
    ]);
    expect(found[1]?.[0]).toContain('På plats · Fråga först');
    expect(found[2]?.[0]).toContain('Funktion');
    expect(empty).toContain('Ingen stämmer med de orden');
  });

  test('says who is away, protected and inactive, and is one column at 320 px', async ({ signedIn, world }) => {
    const until = new Date(Date.now() + 3_600_000).toISOString();
    await made(
      world.call('PUT', world.path(`/staff/${world.anna.id}/absence`), { body: { reason: 'lunch', until } }),
      200,
    );
    await changeOf(world, world.bo.id, { protected: true, active: false });

    const page = await signedIn(world.admin, pathOf(world), { viewport: { width: 320, height: 640 } });
    await rows(page).nth(2).waitFor();

    expect(await rows(page).filter({ hasText: 'Anna' }).textContent()).toMatch(/Lunch, åter /);
    expect(await rows(page).filter({ hasText: 'Bo' }).textContent()).toMatch(/Skyddad.*Inaktiv/);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });
});

describe('somebody new', () => {
  test('is added by keyboard: what is wrong is said first, and keywords are words of their own', async ({
    signedIn,
    world,
    expecting,
  }) => {
    expecting([400]);
    const page = await signedIn(world.admin, pathOf(world));
    await page.getByRole('link', { name: 'Lägg till' }).click();
    await page.getByRole('button', { name: 'Lägg till ett nummer' }).click();
    await page.getByRole('textbox', { name: 'Nummer' }).fill('070-12');
    await keywords(page).focus();
    await page.keyboard.type('värme,golv');
    await page.keyboard.press('Enter');
    await page.keyboard.type('fel');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('kök');
    await save(page);

    const summary = page.getByRole('region', { name: 'Det är något att rätta' });
    await summary.waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('SECTION');
    const title = await page.title();
    const lines = await summary.getByRole('listitem').allTextContents();
    await axe(page, 'with errors');
    await summary.getByRole('link', { name: /namn/ }).click();
    await page.keyboard.type('Disa Åström');
    await summary.getByRole('link', { name: /telefonnummer/ }).click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('070-174 06 31');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Disa Åström' }).waitFor();

    expect(title).toMatch(/^Fel: /);
    expect(lines).toEqual([
      'Skriv ett namn, högst 200 tecken',
      'Nummer 1: Skriv ett helt telefonnummer, till exempel 070-174 06 30',
    ]);
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(await recordOf(world, id)).toMatchObject({
      name: 'Disa Åström',
      phones: [{ number: '+46701740631' }],
      keywords: ['värme', 'golv', 'kök'],
    });
    await page.getByRole('link', { name: '‹ Personal' }).click();
    await rows(page).filter({ hasText: 'Disa Åström' }).waitFor();
  });

  test('whose answer was lost is there once', async ({ signedIn, world, expecting }) => {
    expecting([]);
    const page = await signedIn(world.admin, pathOf(world, 'new'));
    await page.getByLabel('Namn', { exact: true }).fill('Ture Ek');
    let isLost = true;
    await page.route('**/v1/clients/*/staff', async (route) => {
      if (route.request().method() !== 'POST' || !isLost) return route.continue();
      isLost = false;
      await route.fetch();
      await route.fulfill({ status: 503, body: '' });
    });
    expecting([503]);
    await save(page);
    await page.getByText('Något gick fel hos oss').waitFor();
    await page.getByLabel('Befattning').fill('Snickare');
    await save(page);
    await page.getByRole('heading', { name: 'Ture Ek' }).waitFor();

    const { items } = await made(world.call('GET', world.path('/staff')), 200);
    expect(items.filter(({ name }: Json) => name === 'Ture Ek')).toMatchObject([{ title: 'Snickare' }]);
  });
});

describe('a change while somebody else changes', () => {
  test('elsewhere is put together and saved by itself', async ({ signedIn, world, expecting }) => {
    expecting([412]);
    const [first, second] = await Promise.all([
      signedIn(world.admin, pathOf(world, world.anna.id)),
      signedIn('supervisor', pathOf(world, world.anna.id)),
    ]);
    await openAnna(first);
    await openAnna(second);
    await first.getByLabel('Befattning').fill('Projektchef');
    await keywords(first).fill('våtrum');
    await save(first);
    await saved(first);
    await second.getByLabel('Avdelning').fill('Service');
    await keywords(second).fill('kakel');
    await save(second);
    await second.getByText('båda ändringarna är med').first().waitFor();

    expect(await recordOf(world, world.anna.id)).toMatchObject({
      title: 'Projektchef',
      department: 'Service',
      keywords: ['kök', 'badrum', 'kakel', 'våtrum'],
    });
    expect(await second.getByLabel('Befattning').inputValue()).toBe('Projektchef');
  });

  test('the same is explained, chosen among, and nothing is lost', async ({ signedIn, world, expecting }) => {
    expecting([412]);
    const page = await signedIn(world.admin, pathOf(world, world.anna.id));
    await openAnna(page);
    await changeOf(world, world.anna.id, { title: 'Chef', pronunciation: 'Anna', department: 'Nybyggnad' });
    await page.getByLabel('Befattning').fill('Projektchef');
    await page.getByLabel('Avdelning').fill('Service');
    await page.getByLabel('Kallas också').fill('Annie');
    await save(page);

    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    const said = await dialog.textContent();
    await axe(page, 'with a clash');
    await dialog.getByRole('group', { name: 'Avdelning' }).getByLabel(/Deras/).check();
    await dialog.getByRole('button', { name: 'Spara så här' }).click();
    await dialog.waitFor({ state: 'detached' });
    await saved(page);

    expect(said).toMatch(/Någon annan sparade .*Inget har gått förlorat/);
    expect(said).toContain('Ditt Projektchef');
    expect(said).toContain('Deras Chef');
    expect(said).toContain('Bara deras ändring, tas med: Uttal');
    expect(await recordOf(world, world.anna.id)).toMatchObject({
      title: 'Projektchef',
      department: 'Nybyggnad',
      pronunciation: 'Anna',
      alsoKnownAs: ['Annie'],
    });
  });
});

describe('what is typed', () => {
  test('is there after a reload, and saves on the record it was made of', async ({ signedIn, world, expecting }) => {
    expecting([412]);
    const page = await signedIn(world.admin, pathOf(world, world.anna.id));
    await openAnna(page);
    await page.getByLabel('Befattning').fill('Projektchef');
    await draftsKept(page, 1);
    await page.reload();
    await page.getByText(/Ditt utkast från/).waitFor();
    const restored = await page.getByLabel('Befattning').inputValue();
    await changeOf(world, world.anna.id, { department: 'Service' });
    await save(page);
    await saved(page);
    await draftsKept(page, 0);
    await page.reload();
    await openAnna(page);

    expect(restored).toBe('Projektchef');
    expect(await recordOf(world, world.anna.id)).toMatchObject({ title: 'Projektchef', department: 'Service' });
    expect(await page.getByText(/Ditt utkast från/).count()).toBe(0);
  });

  test('stays when the service fails, comes back when it was thrown away, and is sent', async ({
    signedIn,
    world,
    expecting,
  }) => {
    expecting([500]);
    const page = await signedIn(world.admin, pathOf(world, world.anna.id));
    await openAnna(page);
    await page.getByLabel('Befattning').fill('Projektchef');
    await page.route('**/v1/clients/*/staff/*', (route) => route.fulfill({ status: 500, body: '{}' }), { times: 1 });
    await save(page);
    await page.getByRole('alert').filter({ hasText: 'Något gick fel hos oss' }).waitFor();
    const kept = await page.getByLabel('Befattning').inputValue();
    await page.getByRole('button', { name: 'Släng ändringarna' }).click();
    const discarded = await page.getByLabel('Befattning').inputValue();
    await page.getByRole('button', { name: 'Ångra' }).click();
    await save(page);
    await saved(page);

    expect([kept, discarded]).toEqual(['Projektchef', 'Projektledare']);
    expect(await recordOf(world, world.anna.id)).toMatchObject({ title: 'Projektchef' });
  });
});

describe('the rest of the form', () => {
  test('a plan, quiet hours, an absence and an answer are written, and axe finds nothing', async ({
    signedIn,
    world,
  }) => {
    const page = await signedIn(world.admin, pathOf(world, world.bo.id), { viewport: { width: 320, height: 720 } });
    await openAnna(page);
    await page.getByRole('button', { name: 'Lägg till ett steg' }).last().click();
    const step = page.getByRole('group', { name: 'Steg 2, om det inte gick' });
    await step.getByLabel('Till', { exact: true }).selectOption({ label: 'Anna Lindqvist' });
    await step.getByLabel(/Vänta så många/).fill('5');
    await page.getByLabel('Tysta timmar').check();
    await page.getByRole('button', { name: 'Lägg till återkommande' }).click();
    await page.getByLabel('Från', { exact: true }).first().fill('12:00');
    await page.getByLabel('Till', { exact: true }).first().fill('13:00');
    await page.getByRole('button', { name: 'Lägg till ett svar' }).click();
    await page.getByLabel('Vad som ska sägas').fill('Ring på måndag.');
    await page.getByRole('group', { name: 'Dagar' }).first().getByLabel('fre').check();
    await page.getByLabel('Skyddad person').check();
    await save(page);
    await saved(page);
    await axeAll(page);

    expect(await recordOf(world, world.bo.id)).toMatchObject({
      protected: true,
      delivery: {
        urgent: [{ channels: ['email'] }, { channels: ['sms'], waitMinutes: 5, to: { staffId: world.anna.id } }],
        quietHours: { from: '20:00', until: '07:00' },
      },
      absences: [{ reason: 'lunch', recurring: { times: { from: '12:00', until: '13:00' } } }],
      answerNotes: [{ when: { days: ['fri'] }, text: 'Ring på måndag.' }],
    });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  test('a test goes out by the plan, and its way is seen until it has arrived', async ({ signedIn, world }) => {
    const page = await signedIn(world.admin, pathOf(world, world.anna.id));
    await openAnna(page);
    await page.getByRole('button', { name: 'Skicka ett test' }).click();

    const way = page.getByRole('region', { name: 'Så gick testet' });
    await way.getByText('Levererat', { exact: false }).first().waitFor();

    expect(await way.textContent()).toContain(`E-post ${world.anna.email}`);
    const [mail] = await world.runner.untilSent(({ to }) => to === world.anna.email);
    expect(mail).toBeDefined();
    await axe(page, 'after a test');
  });

  test('an address that came back is stopped, and lifted', async ({ signedIn, world }) => {
    await world.runner.setFaults({ email: 'bounce', count: 1 });
    const message = await made(world.take({ staffId: world.anna.id, matter: 'Ring mig' }));
    await world.untilDone(message.id);
    const page = await signedIn(world.admin, pathOf(world, world.anna.id));
    await page.getByText('Stoppad: adressen finns inte').waitFor();

    await page.getByRole('button', { name: `Häv stoppet för ${world.anna.email}` }).click();
    await page.getByText('är hävt').first().waitFor();

    expect(await page.getByText('Stoppad: adressen finns inte').count()).toBe(0);
    expect((await made(world.call('GET', world.path('/suppressions')), 200)).items).toEqual([]);
  });
});

test('somebody is erased after a look at what names them, and messages go to whoever stands in', async ({
  signedIn,
  world,
}) => {
  await changeOf(world, world.bo.id, {
    delivery: { normal: [{ channels: ['email'] }, { channels: ['sms'], to: { staffId: world.anna.id } }] },
  });
  const page = await signedIn(world.admin, pathOf(world, world.anna.id));
  await openAnna(page);
  await page.getByRole('button', { name: 'Ta bort Anna Lindqvist …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ta bort Anna Lindqvist för alltid?' });
  await dialog.getByText('1 plan skickar vidare hit: Bo Öberg').waitFor();
  await dialog.getByText('1 användare är kopplad hit').waitFor();
  await axe(page, 'before an erasure');
  await dialog.getByLabel('Till en kollega').check();
  await dialog.getByLabel('Välj en kollega').selectOption({ label: 'Bo Öberg' });
  await dialog.getByLabel('Skriv ”Anna” för att bekräfta').fill('Ann');
  await page.keyboard.press('Enter');
  await dialog.getByText('Skriv ”Anna” precis så.').waitFor();
  await page.keyboard.type('a');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Anna Lindqvist är borttagen').first().waitFor();

  const { status } = await world.call('GET', world.path(`/staff/${world.anna.id}`));
  const message = await made(world.take({ staffId: world.anna.id, matter: 'Ring mig' }));
  expect(status).toBe(410);
  expect(message.staffId).toBe(world.bo.id);
  expect(new URL(page.url()).pathname).toBe(pathOf(world));
  expect(await rows(page).filter({ hasText: 'Anna' }).count()).toBe(0);
});
