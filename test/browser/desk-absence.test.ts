// Somebody who is away tells the operator: two keys at the desk, and the register has it.
import { expect } from 'vitest';
import { axe } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import { callField, openClient, openPerson, untilFocused, untilFound } from '#test/support/desk-page.ts';
import { made } from '#test/support/http-world.ts';

test('a person who is at lunch is set away by two keys, and the desk says so', async ({ signedIn, world }) => {
  const page = await signedIn('operator', '/desk');
  await untilFound(world, 'Anna');
  await untilFocused(page, callField(page));
  await openClient(page, world.number);
  await openPerson(page, 'anna');

  await page.getByRole('button', { name: 'Är borta' }).press('Enter');
  await page.getByRole('dialog', { name: 'Anna Lindqvist är borta' }).waitFor();
  await axe(page);
  await page.keyboard.press('2');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Ändra frånvaron' }).or(page.getByText(/Lunch/)).first().waitFor();

  const anna = await made(world.call('GET', world.path(`/staff/${world.anna.id}`)), 200);
  expect(anna.absences).toMatchObject([{ reason: 'lunch' }]);
});
