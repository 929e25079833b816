// Every page for everybody: axe in both languages and themes, a narrow screen, the keyboard, and who may see what.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axe, axeAll, setLanguage } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import { addressOf } from '#test/support/sign-in-page.ts';
import { visit } from '#test/support/visit.ts';
import type { Me } from '#web/api/types.ts';
import { allPlaces, mayOpen, type PlaceName, placesOf } from '#web/app/places.ts';

const NOT_FOUND = 'Sidan finns inte';
const title = (page: Page) => page.locator('main h1').first().textContent();

async function meOf(world: BrowserWorld, who: string): Promise<Me> {
  const token = await world.runner.userToken(addressOf(who));
  return (await world.call('GET', '/me', { token })).body;
}

/** With something to see: messages of each kind, one of them handled. */
async function fill(world: BrowserWorld): Promise<void> {
  const caller = { name: 'Eva Ek', company: 'Ek Kakel', phone: '070-174 06 30' };
  const matter = 'Kaklet till badrummet kommer på torsdag.';
  for (const more of [{ urgency: 'urgent', callBack: true }, { sensitive: true }, {}])
    await world.take({ caller, matter, staffId: world.anna.id, ...more });
}

type Who = (world: BrowserWorld) => string;
/** Who, and whose eyes a page is looked at with in all four ways; others look once. */
const everybody: readonly [string, Who, readonly PlaceName[]][] = [
  ['a supervisor', () => 'supervisor', ['clients', 'operators', 'agreements']],
  ['an operator', () => 'operator', ['desk', 'attention', 'logRequest']],
  ['a privacy officer', () => 'privacyOfficer', ['requests', 'erasures']],
  ['an admin of a client', ({ admin }) => admin, ['messages', 'staff', 'company', 'users', 'deskView', 'privacy']],
  ['a staff member', ({ staffMember }) => staffMember, ['myStart']],
];

test('every page is looked at in all four ways by somebody', () => {
  const looked = everybody.flatMap(([, , inFull]) => inFull);

  expect(looked.sort()).toEqual(
    allPlaces('cli_1')
      .map(({ name }) => name)
      .sort(),
  );
});

describe.each(everybody)('%s', (_, who, inFull) => {
  test('sees each page that is theirs, and of every other that it is not there', async ({ signedIn, world }) => {
    const me = await meOf(world, who(world));
    const page = await signedIn(who(world), '/settings');
    const seen: Record<string, boolean> = {};

    for (const { name, href } of allPlaces(world.clientId)) {
      await visit(page, href);
      seen[name] = (await title(page)) !== NOT_FOUND;
    }

    expect(seen).toEqual(
      Object.fromEntries(allPlaces(world.clientId).map(({ name }) => [name, mayOpen(me, name, world.clientId)])),
    );
  });

  test('meets nothing on any page that axe finds, in Swedish and English, light and dark', async ({
    signedIn,
    world,
  }) => {
    await fill(world);
    const me = await meOf(world, who(world));
    const page = await signedIn(who(world), '/settings');

    for (const { name, href } of placesOf(me, world.clientId)) {
      await visit(page, href);
      await (inFull.includes(name) ? axeAll(page) : axe(page));
    }
  });

  test('scrolls no page sideways on a telephone of 320 px', async ({ signedIn, world }) => {
    await fill(world);
    const me = await meOf(world, who(world));
    const page = await signedIn(who(world), '/settings', { viewport: { width: 320, height: 640 } });
    const tooWide: string[] = [];

    for (const href of [...placesOf(me, world.clientId).map((place) => place.href), '/settings']) {
      await visit(page, href);
      for (const language of ['en', 'sv'] as const) {
        await setLanguage(page, language);
        const width = await page.evaluate('document.scrollingElement.scrollWidth');
        if (Number(width) > 320) tooWide.push(`${href} in ${language}: ${width} px`);
      }
    }

    expect(tooWide).toEqual([]);
  });
});

test('the first stop of the keyboard leads past the menu to the content', async ({ signedIn, world }) => {
  const page = await signedIn(world.admin, '/settings');

  await page.keyboard.press('Tab');
  const first = await page.evaluate('document.activeElement.textContent.trim()');
  await page.keyboard.press('Enter');
  const landed = await page.evaluate('document.activeElement.id');
  await page.keyboard.press('Tab');

  expect([first, landed]).toEqual(['Till innehållet', 'content']);
  expect(await page.evaluate(`document.activeElement.closest('main') !== null`)).toBe(true);
});

test('the keyboard goes through the menu as it is read, and a page that is gone to takes the focus', async ({
  signedIn,
  world,
}) => {
  const page = await signedIn(world.admin, '/settings');
  const stops: string[] = [];
  await page.keyboard.press('Tab');

  for (let stop = 0; stop < 8; stop += 1) {
    await page.keyboard.press('Tab');
    stops.push(String(await page.evaluate('document.activeElement.textContent.trim()')));
  }
  await page.getByRole('link', { name: 'Personal' }).press('Enter');
  await page.waitForSelector('h1:focus');

  expect(stops).toEqual([
    'Meddelanden',
    'Personal',
    'Företaget',
    'Användare',
    'Min svarsplats',
    'Dataskydd',
    'Inställningar',
    'Logga ut',
  ]);
  expect(await title(page)).toBe('Personal');
});

test('on a telephone the rest of the menu lies behind Mer, and Esc shuts it', async ({ signedIn, world }) => {
  const page = await signedIn(world.admin, '/settings', { viewport: { width: 390, height: 780 } });
  const more = page.getByRole('button', { name: 'Mer' });

  await more.click();
  await page.getByRole('button', { name: 'Logga ut' }).waitFor();
  await axeAll(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Logga ut' }).waitFor({ state: 'hidden' });
  const focused = await page.evaluate('document.activeElement.textContent.trim()');
  await more.click();
  await page.getByRole('link', { name: 'Min svarsplats' }).click();

  await page.getByRole('button', { name: 'Logga ut' }).waitFor({ state: 'hidden' });
  expect(focused).toBe('Mer');
});

test('the settings are clean in both languages and themes', async ({ signedIn }) => {
  await axeAll(await signedIn('operator', '/settings'));
});

test('nothing moves for whoever wants no motion', async ({ signedIn }) => {
  const page = await signedIn('operator', '/settings');

  const moving = await page.evaluate(`[...document.querySelectorAll('body *')].filter((element) => {
    const { transitionDuration, animationName } = getComputedStyle(element);
    return animationName !== 'none' || transitionDuration.split(',').some((one) => parseFloat(one) > 0);
  }).length`);

  expect(moving).toBe(0);
});
