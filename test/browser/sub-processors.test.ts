// Sub-processors under change by two at once: nothing is announced to the clients of a runner that other files share.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { test } from '#test/support/browser-page.ts';
import type { Json } from '#test/support/http-world.ts';

const dialog = (page: Page) => page.getByRole('dialog');

/** The first of the list at a version of its own, which a colleague changes after it was read. */
async function overtaken(page: Page, colleague: object) {
  let version = 7;
  const sent: { ifMatch: string | undefined; body: Json }[] = [];
  let first: Json;
  await page.route(/\/v1\/sub-processors/, async (route) => {
    const request = route.request();
    if (request.method() === 'GET') {
      first ??= (await (await route.fetch()).json()).items[0];
      const current = { ...first.current, ...(version > 7 && colleague) };
      return route.fulfill({ status: 200, json: { items: [{ ...first, current, next: null, version }] } });
    }
    const ifMatch = request.headers()['if-match'];
    sent.push({ ifMatch, body: request.postDataJSON() });
    version = Math.max(version, 8);
    const json = { type: 'about:blank', title: 'It has changed', status: 412, code: 'version-conflict' };
    if (ifMatch !== `"${version}"`)
      return route.fulfill({ status: 412, contentType: 'application/problem+json', body: JSON.stringify(json) });
    return route.fulfill({ status: 200, json: {} });
  });
  return { sent, nameOf: (): string => first.current.name, end: () => page.unrouteAll({ behavior: 'ignoreErrors' }) };
}

test('a change that somebody was faster than is put together with theirs, and nothing is announced of nothing', async ({
  signedIn,
  expecting,
}) => {
  expecting([412]);
  const page = await signedIn('privacyOfficer', '/');
  const { sent, nameOf, end } = await overtaken(page, { place: 'Falun' });
  await page.getByRole('link', { name: 'Avtal', exact: true }).click();
  await page.getByRole('link', { name: 'Underbiträden' }).click();
  await page.getByRole('button', { name: /^Ändra / }).click();
  const send = () => dialog(page).getByRole('button', { name: 'Avisera' }).click();
  await send();
  await dialog(page).getByText('Inget är ändrat').waitFor();
  expect(sent).toEqual([]);

  await dialog(page).getByLabel('Adress').fill('Storgatan 2');
  await send();

  await dialog(page).waitFor({ state: 'hidden' });
  expect(sent.map(({ ifMatch }) => ifMatch)).toEqual(['"7"', '"8"']);
  expect(sent.at(-1)?.body).toMatchObject({ name: nameOf(), address: 'Storgatan 2', place: 'Falun' });
  await end();
});

test('the end of one is sent again at the version that is read after a conflict, with the day that was chosen', async ({
  signedIn,
  expecting,
}) => {
  expecting([412]);
  const page = await signedIn('privacyOfficer', '/');
  const { sent, end } = await overtaken(page, { place: 'Falun' });
  await page.getByRole('link', { name: 'Avtal', exact: true }).click();
  await page.getByRole('link', { name: 'Underbiträden' }).click();
  await page.getByRole('button', { name: /^Avsluta / }).click();
  await dialog(page)
    .getByLabel(/^Gäller från/)
    .fill('2030-01-31');
  const send = () => dialog(page).locator('button[type="submit"]').click();
  await send();
  await dialog(page)
    .getByText(/^Någon annan har ändrat/)
    .waitFor();
  await page.getByText('Falun').waitFor();
  await send();

  await dialog(page).waitFor({ state: 'hidden' });
  expect(sent).toEqual(['"7"', '"8"'].map((ifMatch) => ({ ifMatch, body: { ends: true, holdsFrom: '2030-01-31' } })));
  await end();
});
