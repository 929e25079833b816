// The views that have a picture: who looks, where, and what is done before it is taken.
import type { Page } from 'playwright-core';
import type { Day } from '#test/screenshots/working-day.ts';

interface View {
  /** Of the file. */
  readonly name: string;
  readonly who: string;
  readonly size: 'wide' | 'narrow';
  readonly path: (day: Day) => string;
  readonly show?: (page: Page) => Promise<void>;
}

const admin = 'admin@nordvik.example';
const anna = 'anna@nordvik.example';

/** A call that has come so far that its message can be sent. */
async function takeCall(page: Page): Promise<void> {
  await page.keyboard.type('08-465 004 10');
  await page.keyboard.press('Enter');
  const people = page.locator('.desk-person input');
  await people.waitFor();
  await people.fill('anna');
  await page.getByRole('option', { name: /Anna Lindqvist/ }).waitFor();
  await people.press('Enter');
  await page.getByRole('textbox', { name: 'Namn', exact: true }).fill('Eva Ek');
  await page.getByRole('textbox', { name: 'Företag', exact: true }).fill('Ek Kakel');
  await page.getByRole('textbox', { name: 'Telefon', exact: true }).fill('070-174 06 30');
  await page
    .getByRole('textbox', { name: 'Ärende', exact: true })
    .fill('Kaklet till badrummet kommer på torsdag, inte onsdag.');
  await page.keyboard.press('F4');
}

export const views: readonly View[] = [
  { name: 'desk', who: 'operator', size: 'wide', path: () => '/desk', show: takeCall },
  {
    name: 'attention',
    who: 'operator',
    size: 'wide',
    path: () => '/desk/attention',
    show: (page) => page.locator('main a.row').first().click(),
  },
  { name: 'inbox', who: admin, size: 'wide', path: ({ nordvik, message }) => `/c/${nordvik}/messages/${message}` },
  { name: 'message', who: anna, size: 'narrow', path: ({ nordvik, message }) => `/c/${nordvik}/messages/${message}` },
  {
    name: 'absence',
    who: anna,
    size: 'narrow',
    path: ({ nordvik }) => `/c/${nordvik}/me`,
    show: (page) => page.getByRole('button', { name: 'Jag är borta' }).click(),
  },
  { name: 'staff', who: admin, size: 'wide', path: ({ nordvik }) => `/c/${nordvik}/staff` },
  { name: 'staff-member', who: admin, size: 'wide', path: ({ nordvik, anna: id }) => `/c/${nordvik}/staff/${id}` },
  { name: 'hours', who: admin, size: 'wide', path: ({ nordvik }) => `/c/${nordvik}/company/hours` },
  { name: 'own-desk', who: admin, size: 'wide', path: ({ nordvik }) => `/c/${nordvik}/desk-view` },
  {
    name: 'request',
    who: 'privacyOfficer',
    size: 'wide',
    path: () => '/requests',
    show: async (page) => {
      await page.locator('main a.row').first().click();
      await page.getByRole('heading', { name: 'Nästa steg' }).waitFor();
    },
  },
  {
    name: 'agreement',
    who: admin,
    size: 'wide',
    path: ({ nordvik }) => `/c/${nordvik}/privacy`,
    show: async (page) => {
      await page.getByRole('link', { name: /^Version/ }).click();
      await page.getByRole('heading', { name: 'Underskrifter' }).waitFor();
    },
  },
  { name: 'users', who: admin, size: 'wide', path: ({ nordvik }) => `/c/${nordvik}/users` },
];
