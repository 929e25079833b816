// A person's own start: absence in two taps, what is refused, what is planned, colleagues, other companies, messages.
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { axe, axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import { openClient, untilFound } from '#test/support/desk-page.ts';
import { type Json, made, newAddress } from '#test/support/http-world.ts';
import { changePerson, readPerson } from '#test/support/person-calls.ts';
import { signClient } from '#test/support/signed-client.ts';

const telephone = { viewport: { width: 390, height: 844 } };

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const state = (page: Page, words: string | RegExp) => page.locator('.own-state', { hasText: words }).waitFor();

/** How an operator finds the person while a caller waits. */
async function seenByOperator(world: BrowserWorld, name: string): Promise<Json> {
  const token = await world.operator();
  const found = await made(world.call('POST', world.path('/staff/search'), { token, body: { text: name } }), 200);
  return found.items[0].availability;
}

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

describe('absence', () => {
  test('is set in two taps on a telephone, seen by operators at once, undone, set again and ended', async ({
    signedIn,
    world,
  }) => {
    await untilFound(world, 'Anna');
    const page = await signedIn(world.staffMember, '/', telephone);
    await state(page, 'På plats');

    await button(page, 'Jag är borta').click();
    await axeAll(page);
    await button(page, /^Möte/).click();

    await state(page, /^Möte, åter /);
    expect(await seenByOperator(world, 'Anna')).toMatchObject({ state: 'away', reason: 'meeting' });
    await page.locator('.own-said', { hasText: 'Anna Lindqvist sitter i möte' }).waitFor();
    await axeAll(page);

    await button(page, 'Ångra').click();
    await state(page, 'På plats');
    expect(await seenByOperator(world, 'Anna')).toMatchObject({ state: 'in' });

    await button(page, 'Jag är borta').click();
    await button(page, /^Resten av dagen/).click();
    await state(page, 'Gått för dagen');
    await button(page, 'Jag är åter').click();
    await state(page, 'På plats');
    expect(await seenByOperator(world, 'Anna')).toMatchObject({ state: 'in' });
  });

  test('stands on the desk when somebody asks for the person', async ({ signedIn, world }) => {
    await untilFound(world, 'Anna');
    const page = await signedIn(world.staffMember, '/', telephone);
    await button(page, 'Jag är borta').click();
    await button(page, /^Möte/).click();
    await state(page, /^Möte/);

    const desk = await signedIn('operator', '/desk');
    await openClient(desk, world.number);
    await desk.keyboard.type('anna');

    await desk.getByRole('option', { name: /Anna Lindqvist.*Möte/ }).waitFor();
  });

  test('with words of illness is refused in place, and nothing that was written is lost', async ({
    signedIn,
    world,
    expecting,
  }) => {
    expecting([400]);
    await untilFound(world, 'Anna');
    const page = await signedIn(world.staffMember);
    await button(page, 'Jag är borta').click();
    await button(page, /^Annat/).click();
    await page.getByLabel('Till klockan').fill('23:59');
    await page.getByLabel('Till dag').fill('2040-01-02');
    await page.getByLabel('Text till den som ringer').fill('Vabbar i dag');

    await button(page, 'Spara hänvisningen').click();

    await page.getByRole('link', { name: /^Ord om sjukdom/ }).click();
    const note = page.getByLabel('Text till den som ringer');
    expect(await note.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
    expect(await note.inputValue()).toBe('Vabbar i dag');
    await axeAll(page);

    await button(page, 'Stäng').click();
    await button(page, 'Jag är borta').click();
    await note.fill('Ring växeln');
    await button(page, 'Spara hänvisningen').click();
    await state(page, /^Borta, åter /);
    expect((await seenByOperator(world, 'Anna')).note).toBe('Ring växeln');
  });

  test('that cannot be saved says so, and the same press saves it later', async ({ signedIn, world, expecting }) => {
    expecting([500]);
    await untilFound(world, 'Anna');
    const page = await signedIn(world.staffMember);
    await page.route('**/absence', (route) => route.fulfill({ status: 500, body: '{}' }));
    await button(page, 'Jag är borta').click();
    await button(page, /^Möte/).click();
    await page.locator('dialog .banner.urgent').waitFor();
    expect(await seenByOperator(world, 'Anna')).toMatchObject({ state: 'in' });

    await page.unroute('**/absence');
    await button(page, /^Möte/).click();

    await state(page, /^Möte/);
  });

  test('is planned and recurs, beside what somebody else plans at the same time', async ({
    signedIn,
    world,
    expecting,
  }) => {
    expecting([412]);
    const page = await signedIn(world.staffMember);
    await button(page, 'Planera hänvisning').click();
    await page.getByLabel('Återkommer').check();
    await button(page, 'Spara hänvisningen').click();
    await page.getByRole('link', { name: 'Välj minst en dag.' }).waitFor();
    await axe(page);
    await page.getByLabel('Orsak').selectOption('lunch');
    await page.getByLabel('måndag').check();
    await page.getByLabel('Från klockan').fill('12:00');
    await page.getByLabel('Till klockan').fill('13:00');
    await changePerson(world, world.anna.id, {
      absences: [{ reason: 'course', from: '2040-03-01T08:00:00Z', until: '2040-03-02T08:00:00Z' }],
    });

    await button(page, 'Spara hänvisningen').click();

    await page.locator('.own-line', { hasText: 'mån 12.00–13.00' }).waitFor();
    const { absences } = await readPerson(world, world.anna.id);
    expect(absences.map(({ reason }: Json) => reason)).toEqual(['course', 'lunch']);

    await button(page, /^Ta bort Lunch/).click();
    await page.locator('.own-line', { hasText: 'mån 12.00–13.00' }).waitFor({ state: 'detached' });
    expect((await readPerson(world, world.anna.id)).absences).toHaveLength(1);
  });
});

test('whoever looks after absences says when colleagues are away and back', async ({ signedIn, world }) => {
  const email = newAddress('vaxel');
  const body = { email, name: 'Anna Lindqvist', role: 'staffMember', staffId: world.anna.id, setsAbsences: true };
  await made(world.call('POST', world.path('/users'), { body }));
  await untilFound(world, 'Bo');
  const page = await signedIn(email);

  await button(page, 'Bo Öberg är borta').click();
  await button(page, /^Lunch/).click();

  await page.locator('.own-line', { hasText: /Bo Öberg.*Lunch, åter/ }).waitFor();
  expect(await seenByOperator(world, 'Bo')).toMatchObject({ state: 'away', reason: 'lunch' });
  await axe(page);
  await button(page, 'Bo Öberg är åter').click();
  await page.locator('.own-line', { hasText: /Bo Öberg.*På plats/ }).waitFor();
  expect(await seenByOperator(world, 'Bo')).toMatchObject({ state: 'in' });
});

test('whoever works at two companies is away from both with one press more', async ({ signedIn, world }) => {
  const other = await made(world.call('POST', '/clients', { body: { name: 'Andra Firman' } }));
  await signClient(world.runner, other.id, world.supervisor);
  const path = `/clients/${other.id}`;
  const { id: staffId } = await made(world.call('POST', `${path}/staff`, { body: { name: 'Anna Lindqvist' } }));
  const user = { email: world.staffMember, name: 'Anna', role: 'clientAdmin', staffId };
  await made(world.call('POST', `${path}/users`, { body: user }));
  const page = await signedIn(world.staffMember, `/c/${world.clientId}/me`);
  await button(page, 'Jag är borta').click();
  await button(page, /^Möte/).click();

  await button(page, 'Samma hänvisning hos Andra Firman').click();

  await page.locator('.own-line', { hasText: /Andra Firman.*Möte, åter/ }).waitFor();
  const there = await made(world.call('GET', `${path}/staff/${staffId}`), 200);
  expect(there.absence.reason).toBe('meeting');
  await page.locator('.own-line').getByRole('link', { name: 'Andra Firman' }).click();
  await page.waitForURL(`**/c/${other.id}/me`);
  await state(page, /^Möte/);
});

test('a message that comes stands among the newest, and leads to the inbox', async ({ signedIn, world }) => {
  const page = await signedIn(world.staffMember);
  await page.getByText('Inga meddelanden än.').waitFor();
  await made(world.take({ staffId: world.anna.id, caller: { name: 'Eva Ek' }, matter: 'Kaklet kommer.' }));

  await page.getByRole('link', { name: 'Alla meddelanden' }).click();
  await page.getByRole('link', { name: 'Min start' }).click();
  await page.locator('.own-message', { hasText: 'Eva Ek' }).click();

  await page.waitForURL(`**/c/${world.clientId}/messages/msg_*`);
});

test('nothing has to be scrolled sideways on the narrowest page', async ({ signedIn, world }) => {
  const page = await signedIn(world.staffMember, '/', { viewport: { width: 320, height: 640 } });
  await state(page, 'På plats');
  const start = await scrollsSideways(page);
  await button(page, 'Jag är borta').click();
  const sheet = await scrollsSideways(page);
  await button(page, 'Stäng').click();
  await page.getByRole('link', { name: 'Ändra nummer och e-post' }).click();
  await button(page, 'Lägg till nummer').waitFor();

  expect([start, sheet, await scrollsSideways(page)]).toEqual([false, false, false]);
});
