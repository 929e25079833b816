// Opening hours in a browser: typed as people write them, copied, seen on the calendar before they are saved, and kept by two at once.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axe, axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import {
  answeringOf,
  change,
  companyPath,
  hours,
  office,
  save,
  saved,
  sideways,
  summary,
  week,
} from '#test/support/company-page.ts';

const day = (page: Page, date: string) => page.locator(`.day:has(time[datetime="${date}"])`);
const shown = (page: Page, date: string, text: string) =>
  day(page, date).locator('.day-text', { hasText: text }).waitFor();

/** The Christmas that comes: the calendar opens on today's month. */
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
    const page = await signedIn(world.admin, companyPath(world, 'hours'));
    await page.getByLabel('måndag från').fill('7.30');
    await page.getByLabel('måndag till').fill('16');
    await page.getByRole('button', { name: 'Kopiera, måndag' }).click();
    await page.getByRole('group', { name: 'Kopiera till' }).getByLabel('fre').uncheck();
    await page.getByRole('group', { name: 'Kopiera till' }).getByRole('button').click();
    await page.getByRole('group', { name: 'Aftnar' }).getByLabel('Andra tider').check();
    const year = await toDecember(page);
    await shown(page, `${year}-12-24`, '8–12');
    const said = await Promise.all(
      ['24', '25'].map((date) => day(page, `${year}-12-${date}`).locator('.unseen').textContent()),
    );
    await axeAll(page);
    const before = (await answeringOf(world)).hours;
    await save(page);
    await saved(page);

    expect(said[0]).toMatch(/24 dec, Julafton, 8–12, afton$/);
    expect(said[1]).toMatch(/25 dec, Juldagen, Stängt, helgdag$/);
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
    const page = await signedIn(world.admin, companyPath(world, 'hours'));
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
    const page = await signedIn(world.admin, companyPath(world, 'hours'));
    const year = await toDecember(page);
    await day(page, `${year}-12-18`).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Stängt hela dagen').check();
    await axe(page, 'with the day');
    await dialog.getByLabel('Vad dagen kallas').fill('Julfest');
    await page.keyboard.press('Enter');
    await saved(page);
    await shown(page, `${year}-12-18`, 'Stängt');

    expect(await day(page, `${year}-12-18`).locator('.unseen').textContent()).toMatch(
      /18 dec, Julfest, Stängt, egen tid$/,
    );
    expect((await answeringOf(world)).hours.specialDays).toMatchObject([
      { date: `${year}-12-18`, name: 'Julfest', spans: [] },
    ]);
    await day(page, `${year}-12-18`).click();
    await dialog.getByRole('button', { name: 'Ta bort den egna tiden' }).click();
    await shown(page, `${year}-12-18`, '8–17');
    await expect.poll(async () => (await answeringOf(world)).hours.specialDays).toEqual([]);
  });

  test('at 320 px the days that differ are a list, and nothing is beside the page', async ({ signedIn, world }) => {
    await change(world, '/answering', {
      hours: { ...hours, seasons: [{ name: 'Året', from: '01-01', until: '12-31', week: { ...week, mon: [] } }] },
    });
    const page = await signedIn(world.admin, companyPath(world, 'hours'), { viewport: { width: 320, height: 640 } });
    const list = page.locator('.calendar .list .row');
    await list.first().waitFor();

    expect(await list.first().textContent()).toMatch(/måndag .*Året · Stängt · säsong/);
    expect(await page.getByRole('grid').isVisible()).toBe(false);
    expect(await sideways(page)).toBe(0);
    await list.first().click();
    await page.getByRole('dialog').waitFor();
    expect(await sideways(page)).toBe(0);
  });
});

test('hours that two change at different places keep both changes, and it is said', async ({
  signedIn,
  world,
  expecting,
}) => {
  expecting([412]);
  await change(world, '/answering', { hours });
  const page = await signedIn(world.admin, companyPath(world, 'hours'));
  await page.getByLabel('måndag från').fill('9');
  await change(world, '/answering', { hours: { ...hours, week: { ...week, tue: [] } } });
  await save(page);
  await saved(page, 'båda ändringarna är med');

  const after = (await answeringOf(world)).hours.week;
  expect([after.mon, after.tue]).toEqual([[{ from: '09:00', until: '17:00' }], []]);
  await page.getByRole('group', { name: 'tisdag', exact: true }).getByText('Stängt').waitFor();
});
