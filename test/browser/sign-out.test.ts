// Signing out, being refused, and what must not come of it: a circle, a token that still holds, a number in an address.
import { expect } from 'vitest';
import { test } from '#test/support/browser-page.ts';
import { openPortal } from '#test/support/portal.ts';
import { INSIDE } from '#test/support/sign-in-page.ts';

const stored = `(async () => {
  const databases = await indexedDB.databases();
  const rows = await Promise.all(databases.map(({ name }) => new Promise((resolve) => {
    indexedDB.open(name).onsuccess = ({ target: { result } }) => {
      const all = [...result.objectStoreNames].map((store) => new Promise((done) => {
        result.transaction(store).objectStore(store).count().onsuccess = (counted) => done(counted.target.result);
      }));
      void Promise.all(all).then((counts) => { result.close(); resolve(counts); });
    };
  })));
  return { rows: rows.flat(), session: Object.keys(sessionStorage), local: Object.keys(localStorage), cookies: document.cookie };
})()`;

test('signing out ends the tokens and the session of the login page, and leaves nothing behind', async ({
  signedIn,
  runner,
}) => {
  const page = await signedIn('operator');
  const asked = page.waitForRequest((request) => request.url().endsWith('/oidc/oauth2/revoke'));

  await page.getByRole('button', { name: 'Logga ut' }).click();
  // By the login pages' own way out, and back.
  await page.waitForURL((url) => url.pathname === '/');
  await page.getByRole('heading', { name: 'Du är utloggad' }).waitFor();

  const revoked = new URLSearchParams((await asked).postData() ?? '');
  const again = await (await openPortal(runner)).refresh(revoked.get('token') ?? '');
  const left = await page.evaluate(stored);
  await page.getByRole('button', { name: 'Logga in' }).click();
  await page.waitForSelector('input[name="password"]');
  expect(again.body.error).toBe('invalid_grant');
  expect(left).toMatchObject({ rows: [0, 0], local: [], cookies: '' });
  expect((left as { session: string[] }).session.sort()).toEqual(['ao.out', 'ao.tab']);
});

test('a page that is loaded again and again is let in unseen each time', async ({ signedIn }) => {
  const page = await signedIn('operator', '/settings');

  for (let times = 0; times < 3; times += 1) {
    await page.reload();
    await page.waitForSelector(INSIDE);
  }

  expect(page.url()).toMatch(/\/settings$/);
});

test('every window of the browser is signed out with the first', async ({ signedIn }) => {
  const page = await signedIn('operator');
  const second = await page.context().newPage();
  await second.goto('/settings');
  await second.waitForSelector(INSIDE);

  await page.getByRole('button', { name: 'Logga ut' }).click();

  await second.getByRole('heading', { name: 'Du är utloggad' }).waitFor();
  expect(await second.locator('.frame').count()).toBe(0);
});

test('a no of the login pages is said in words, and asked again only by a button', async ({ page }) => {
  await page.goto('/?error=access_denied&error_description=x&state=nobodys');

  await page.getByRole('heading', { name: 'Inloggningen blev inte klar' }).waitFor();

  expect(page.url()).toMatch(/\/$/);
  await page.getByRole('button', { name: 'Försök igen' }).click();
  await page.waitForSelector('input[name="password"]');
});

test('a code that nobody here asked for lets nobody in', async ({ page }) => {
  const redeemed: string[] = [];
  page.on('request', (request) => request.url().endsWith('/oauth2/token') && redeemed.push(request.url()));

  await page.goto('/?code=stolen&state=somebodys');

  await page.getByRole('heading', { name: 'Inloggningen blev inte klar' }).waitFor();
  expect(redeemed).toEqual([]);
});

test('login pages that send everybody back are asked once', async ({ page }) => {
  let asked = 0;
  await page.route('**/oidc/oauth2/authorize**', (route) => {
    asked += 1;
    const { searchParams } = new URL(route.request().url());
    return route.fulfill({
      status: 302,
      headers: { location: `/?error=server_error&state=${searchParams.get('state')}` },
    });
  });

  await page.goto('/desk');

  await page.getByRole('heading', { name: 'Inloggningen blev inte klar' }).waitFor();
  expect(asked).toBe(1);
});

test('the number of a call comes through the sign-in, and stands in no address that is sent or kept', async ({
  page,
  expecting,
}) => {
  // The way back leads to a sign-in that has ended.
  expecting([400]);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')));

  await page.goto('/desk#nummer=0846500410&fran=0701740630');
  await page.waitForSelector('input[name="password"]');
  const kept = await page.evaluate(`JSON.stringify([{ ...sessionStorage }, { ...localStorage }])`);
  await page.fill('input[name="email"]', 'operator@answeronline.example');
  await page.fill('input[name="password"]', 'local');
  await page.press('input[name="password"]', 'Enter');
  await page.waitForSelector(INSIDE);

  expect(kept).toContain('ao.signIn');
  expect(kept).not.toMatch(/46500410|701740630/);
  await page.waitForSelector('.greeting');
  expect(new URL(page.url())).toMatchObject({ pathname: '/desk', hash: '' });
  expect(sent.filter((one) => one.includes('46500410') && !one.includes('/v1/'))).toEqual([]);
  await page.goBack();
  expect(page.url()).not.toContain('46500410');
});
