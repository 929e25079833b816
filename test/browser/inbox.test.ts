// The inbox as clients' people use it: what comes, what they do with it, and what they are told when it is gone.
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect } from 'vitest';
import { axe, axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import { type Json, made } from '#test/support/http-world.ts';
import { INSIDE } from '#test/support/sign-in-page.ts';

const eva = { name: 'Eva Ek', company: 'Ek Kakel', phone: '070-174 06 30' };
const kakel = { caller: eva, matter: 'Kaklet kommer på torsdag.' };

const inboxOf = ({ clientId }: BrowserWorld): string => `/c/${clientId}/messages`;
const takeFor = async (world: BrowserWorld, staffId: string | null, body: object = kakel): Promise<Json> =>
  made(world.take({ ...(staffId && { staffId }), ...body }));
const row = (page: Page, text: string) => page.locator('.inbox-list .row', { hasText: text });
const pane = (page: Page) => page.locator('.message-pane');
const opened = async (page: Page, name = 'Eva Ek'): Promise<void> =>
  pane(page).getByRole('heading', { name, exact: true }).waitFor();
const live = (page: Page, text: string) =>
  page.locator('[aria-live]', { hasText: text }).first().waitFor({ state: 'attached' });

/** 300 ms after the last key it lies, sealed, in the browser's store. */
const draftIsKept = `new Promise((resolve) => {
  const opening = indexedDB.open('answeronline');
  opening.onsuccess = () => {
    const counting = opening.result.transaction('kept').objectStore('kept').getAll();
    counting.onsuccess = () => {
      opening.result.close();
      resolve(counting.result.some(({ id }) => id.startsWith('draft:note:')));
    };
  };
})`;

test('an inbox without messages says so; a new one stands there within 3 s, is announced, and opens with all that was said', async ({
  signedIn,
  world,
}) => {
  const page = await signedIn(world.admin, inboxOf(world));
  await page.getByText('Inga meddelanden än').waitFor();
  await axe(page);

  await takeFor(world, world.anna.id, { ...kakel, urgency: 'urgent', callBack: true });
  const takenAtMs = performance.now();
  await row(page, 'Eva Ek').waitFor();
  const tookMs = performance.now() - takenAtMs;
  await live(page, '1 nytt meddelande');
  await row(page, 'Eva Ek').click();
  await opened(page);

  expect(tookMs).toBeLessThan(3_000);
  expect(await pane(page).getByRole('link', { name: 'Ring 070-174 06 30' }).getAttribute('href')).toBe(
    'tel:+46701740630',
  );
  for (const text of ['Brådskande', 'Vill bli uppringd', 'Ek Kakel', kakel.matter, 'Anna Lindqvist', 'Raderas'])
    expect(await pane(page).getByText(text).count(), text).toBeGreaterThan(0);
  await page.locator('.inbox-list .unread').waitFor({ state: 'detached' });
  await pane(page).getByText('Mottagarens e-postserver har tagit emot det').waitFor();
  expect(await pane(page).getByText(world.anna.email).count()).toBe(1);
  await axeAll(page);
});

test('what is corrected while it is read says so', async ({ signedIn, world }) => {
  const { id } = await takeFor(world, world.anna.id);
  const page = await signedIn(world.admin, `${inboxOf(world)}/${id}`);
  await opened(page);

  const mended = { ...kakel, matter: 'Kaklet kommer på fredag.' };
  await made(world.call('POST', world.path(`/messages/${id}/corrections`), { body: mended }));
  await page.getByRole('button', { name: 'Uppdatera' }).click();
  await page.getByText('Det som står här är den nya texten.').first().waitFor();

  await pane(page).getByText('Kaklet kommer på fredag.').waitFor();
  await live(page, 'Meddelandet har just rättats.');
  await expect.poll(async () => (await world.read(id)).corrections.length).toBe(1);
});

test('nothing has the focus when a message is loaded by its address; one that is gone to has it, shown at its heading', async ({
  signedIn,
  world,
}) => {
  await takeFor(world, world.bo.id, { caller: { name: 'Lars Berg' }, matter: 'Laddstolpen blinkar.' });
  const { id } = await takeFor(world, world.anna.id);
  const page = await signedIn(world.admin, `${inboxOf(world)}/${id}`);
  await opened(page);
  const focused = () => page.evaluate('document.activeElement?.className');
  const ring = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).outlineStyle);
  const atLoad = await focused();

  await row(page, 'Lars Berg').focus();
  await page.keyboard.press('Enter');
  await opened(page, 'Lars Berg');

  expect(atLoad).toBe('');
  expect(await focused()).toBe('message-pane');
  expect(await ring('.message-pane')).toBe('none');
  expect(await ring('.message-pane h2')).toBe('solid');
});

describe('in a list', () => {
  beforeEach<{ world: BrowserWorld }>(async ({ world }) => {
    await takeFor(world, world.bo.id, { caller: { name: 'Lars Berg' }, matter: 'Laddstolpen blinkar.' });
    await takeFor(world, world.anna.id, { ...kakel, urgency: 'urgent' });
  });

  test('filters stand in the address as ids and words of the API, and the search stands nowhere', async ({
    signedIn,
    world,
  }) => {
    const page = await signedIn(world.admin, inboxOf(world));
    await row(page, 'Lars Berg').waitFor();

    await page.getByText('Filter', { exact: true }).click();
    await page.getByLabel('Bara brådskande').check();
    await row(page, 'Lars Berg').waitFor({ state: 'detached' });
    await page.getByLabel('Person').selectOption({ label: 'Bo Öberg' });
    await page.getByText('Inget passar filtret').waitFor();
    const address = new URL(page.url());
    await axe(page);
    await page.getByRole('button', { name: 'Rensa filter' }).click();
    await row(page, 'Lars Berg').waitFor();
    await page.getByLabel('Sök').fill('0701740630');
    await row(page, 'Lars Berg').waitFor({ state: 'detached' });
    await page.getByText('1 träff bland 2 inlästa').waitFor();
    await page.getByRole('button', { name: 'Klara' }).click();

    await page.getByText('Inget av det inlästa passar').waitFor();
    expect(address.search).toBe(`?staff=${world.bo.id}&urgent=1`);
    expect(new URL(page.url()).search).toBe('?state=handled');
  });

  test('everything works from the keys: move, open, done and undone, forward, note, search, back', async ({
    signedIn,
    world,
  }) => {
    const page = await signedIn(world.admin, inboxOf(world));
    await row(page, 'Lars Berg').waitFor();
    const focused = () => page.evaluate('document.activeElement?.textContent ?? ""') as Promise<string>;

    await row(page, 'Eva Ek').focus();
    await page.keyboard.press('j');
    expect(await focused()).toContain('Lars Berg');
    await page.keyboard.press('k');
    expect(await focused()).toContain('Eva Ek');
    await page.keyboard.press('e');
    await row(page, 'Eva Ek').getByText('Klart').waitFor();
    await page.getByRole('button', { name: 'Ångra' }).click();
    await row(page, 'Eva Ek').getByText('Klart').waitFor({ state: 'detached' });
    await row(page, 'Eva Ek').focus();
    await page.keyboard.press('Enter');
    await opened(page);
    await page.keyboard.press('e');
    await pane(page).getByRole('button', { name: 'Öppna igen' }).waitFor();
    await page.keyboard.press('f');
    await page.getByRole('dialog', { name: 'Vidarebefordra' }).waitFor();
    await axeAll(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('.message-pane:focus, .message-pane :focus').waitFor();
    await page.keyboard.press('n');
    await pane(page).locator('textarea:focus').waitFor();
    await page.keyboard.type('elva: e, f och n är ord här');
    await page.keyboard.press('Control+Enter');
    await pane(page).locator('.note', { hasText: 'elva: e, f och n är ord här' }).waitFor();
    await page.keyboard.press('j');
    await opened(page, 'Lars Berg');
    await page.keyboard.press('Escape');
    await pane(page).waitFor({ state: 'detached' });
    await row(page, 'Lars Berg').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('s');

    await page.locator('input[type="search"]:focus').waitFor();
    const { items } = await made(world.call('GET', world.path('/messages')), 200);
    expect(items.map(({ state }: Json) => state)).toEqual(['handled', 'open']);
  });
});

test('a change that the service does not take is rolled back, says so, and can be tried again', async ({
  signedIn,
  world,
  expecting,
}) => {
  expecting([500]);
  await takeFor(world, world.anna.id);
  const page = await signedIn(world.admin, inboxOf(world));
  await row(page, 'Eva Ek').click();
  await opened(page);
  await page.locator('.inbox-list .unread').waitFor({ state: 'detached' });
  await page.route('**/messages/msg_*', (route) =>
    route.request().method() === 'PATCH' ? route.fulfill({ status: 500, body: '{}' }) : route.continue(),
  );

  await pane(page).getByRole('button', { name: 'Klart' }).click();
  await page.locator('.banner', { hasText: 'Något gick fel hos oss' }).waitFor();
  const back = await pane(page).getByRole('button', { name: 'Öppna igen' }).count();
  await page.unroute('**/messages/msg_*');
  await page.getByRole('button', { name: 'Försök igen' }).click();

  await pane(page).getByRole('button', { name: 'Öppna igen' }).waitFor();
  await page.route('**/messages?*', (route) => route.fulfill({ status: 500, body: '{}' }));
  await page.getByText('Uppgifterna är mindre än en minut gamla.').waitFor();
  await row(page, 'Eva Ek').getByText('Klart').waitFor();
  await axe(page);
  await page.unroute('**/messages?*');
  await page.getByText('Uppgifterna är mindre än en minut gamla.').waitFor({ state: 'detached' });
  expect(back).toBe(0);
});

describe('a note', () => {
  test('that is not saved survives a reload, and does not go over what somebody else has written meanwhile', async ({
    signedIn,
    world,
  }) => {
    const { id } = await takeFor(world, world.anna.id);
    const page = await signedIn(world.admin, `${inboxOf(world)}/${id}`);
    await opened(page);
    await pane(page).getByRole('button', { name: 'Anteckning' }).click();
    const field = pane(page).locator('textarea');
    await field.fill('Ringde 10.30, hon återkommer.');
    await expect.poll(() => page.evaluate(draftIsKept)).toBe(true);
    await page.reload();
    await page.waitForSelector(INSIDE);
    await pane(page).getByText('Osparad anteckning från').waitFor();
    const found = await field.inputValue();
    await made(world.call('PATCH', world.path(`/messages/${id}`), { body: { note: 'Anna tar det.' } }), 200);

    await pane(page).getByRole('button', { name: 'Spara anteckningen' }).click();
    await pane(page).getByText('Inget har gått förlorat').waitFor();
    await axe(page);
    await pane(page).getByRole('button', { name: 'Lägg min under deras' }).click();
    await pane(page).getByRole('button', { name: 'Spara anteckningen' }).click();
    await field.waitFor({ state: 'detached' });

    expect(found).toBe('Ringde 10.30, hon återkommer.');
    expect((await world.read(id)).note).toBe('Anna tar det.\n\nRingde 10.30, hon återkommer.');
  });
});

test('what is forwarded is on its way at once and stands in the inbox of the one who got it', async ({
  signedIn,
  world,
}) => {
  const { id } = await takeFor(world, world.bo.id);
  const [page, anna] = await Promise.all([
    signedIn(world.admin, `${inboxOf(world)}/${id}`),
    signedIn(world.staffMember, inboxOf(world)),
  ]);
  await anna.getByText('Inga meddelanden än').waitFor();
  await opened(page);

  await pane(page).getByRole('button', { name: 'Vidarebefordra' }).click();
  await page.getByRole('button', { name: 'Skicka' }).click();
  await page.getByRole('alert').or(page.locator('.banner.urgent')).getByText('Välj vem').first().waitFor();
  await page.getByLabel('Till vem').selectOption({ label: 'Anna Lindqvist, Projektledare' });
  await page.getByLabel('Till de adresser jag väljer').check();
  await page.getByLabel(world.anna.email).check();
  await page.getByRole('button', { name: 'Skicka' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await pane(page).locator('.way', { hasText: 'E-post till Anna Lindqvist' }).getByText('Levererat').waitFor();

  await anna.reload();
  await anna.waitForSelector(INSIDE);
  await row(anna, 'Eva Ek').click();
  await opened(anna);
  await anna.locator('.message-more summary').click();
  expect(await anna.getByRole('button', { name: 'Radera nu' }).count()).toBe(0);
});

describe('a message that is not here any more', () => {
  test('is taken back from a wrong recipient by an admin, and gone from there', async ({
    signedIn,
    world,
    expecting,
  }) => {
    expecting([404]);
    const { id } = await takeFor(world, world.anna.id);
    const [page, anna] = await Promise.all([
      signedIn(world.admin, `${inboxOf(world)}/${id}`),
      signedIn(world.staffMember, `${inboxOf(world)}/${id}`),
    ]);
    await Promise.all([opened(page), opened(anna)]);

    await page.locator('.message-more summary').click();
    await page.getByRole('button', { name: 'Fel mottagare' }).click();
    await page.getByLabel('Vem skulle ha det').selectOption({ label: 'Bo Öberg, Elinstallatör' });
    await page.getByRole('button', { name: 'Flytta meddelandet' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await pane(page).locator('.way').getByText('fel mottagare').waitFor();
    await anna.getByRole('button', { name: 'Klart' }).click();

    await anna.getByText('Det kan ha flyttats till rätt mottagare').waitFor();
    await row(anna, 'Eva Ek').waitFor({ state: 'detached' });
  });

  test('was erased because its time was over: on which day, and how long it was kept', async ({
    signedIn,
    world,
    expecting,
  }) => {
    expecting([410]);
    const { id, expiresAt } = await takeFor(world, world.anna.id);
    const page = await signedIn(world.admin, inboxOf(world));
    const body = { type: 'urn:answeronline:problem:erased', title: 'Erased', status: 410, code: 'erased' };
    // The clock of the runner is everybody's: the service's answer after six months, as test/http has it.
    await page.route(`**/messages/${id}`, (route) =>
      route.fulfill({ status: 410, json: { ...body, erasedAt: expiresAt, because: 'time' } }),
    );
    const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'Europe/Stockholm' });

    await row(page, 'Eva Ek').click();

    const words = `Meddelandet raderades ${day.format(new Date(expiresAt))}, när dess tid var ute (sex månader).`;
    await page.getByText(`${words} Det kan inte tas fram igen.`).waitFor();
    expect(await pane(page).getByText('Kaklet').count()).toBe(0);
  });

  test('is erased on request in two steps, and says when and why ever after', async ({
    signedIn,
    world,
    expecting,
  }) => {
    expecting([410]);
    const { id } = await takeFor(world, world.anna.id);
    const page = await signedIn(world.admin, `${inboxOf(world)}/${id}`);
    await opened(page);

    await page.locator('.message-more summary').click();
    await page.getByRole('button', { name: 'Radera nu' }).click();
    await page.getByRole('button', { name: 'Fortsätt' }).click();
    await axe(page);
    await page.getByRole('button', { name: 'Ja, radera för alltid' }).click();
    await page.getByText(/^Meddelandet raderades .*, på begäran\. Det kan inte tas fram igen\.$/).waitFor();
    await row(page, 'Eva Ek').waitFor({ state: 'detached' });
    await page.reload();

    await page.getByText(/^Meddelandet raderades .*, på begäran\. Det kan inte tas fram igen\.$/).waitFor();
    await axe(page);
  });
});

test('at 320 px there is one pane at a time, a way back, and nothing to scroll sideways', async ({
  signedIn,
  world,
}) => {
  await takeFor(world, world.anna.id, {
    caller: {
      ...eva,
      name: 'Alexandra-Wilhelmina Gyllenstierna-Hedenskog',
      email: `${'lang'.repeat(12)}@ekkakel.example`,
    },
    matter: 'Kaklet '.repeat(40),
  });
  const page = await signedIn(world.admin, inboxOf(world), { viewport: { width: 320, height: 640 } });
  const tooWide = () => page.evaluate('document.documentElement.scrollWidth > innerWidth');

  await row(page, 'Alexandra').click();
  await opened(page, 'Alexandra-Wilhelmina Gyllenstierna-Hedenskog');
  const wide = [await tooWide()];
  await axe(page);
  await pane(page).locator('summary', { hasText: 'Mer' }).click();
  const print = await pane(page).getByRole('button', { name: 'Skriv ut' }).boundingBox();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Meddelanden' }).and(page.locator('.message-back')).click();
  await row(page, 'Alexandra').and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await pane(page).waitFor();
  await page.keyboard.press('s');
  await pane(page).waitFor({ state: 'detached' });

  expect([...wide, await tooWide()]).toEqual([false, false]);
  expect(print?.x).toBeGreaterThanOrEqual(0);
  expect(print && print.x + print.width).toBeLessThanOrEqual(320);
  await page.locator('input[type="search"]:focus').waitFor();
});
