// A message that was begun is neither cut nor dropped without a word: too long a text, and signing out in the middle.
import { expect } from 'vitest';
import { axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import { matterField, openClient, openInbox, strip } from '#test/support/desk-page.ts';

test('signing out in the middle of a message asks first, and whoever stays goes on writing', async ({
  signedIn,
  world,
}) => {
  const page = await signedIn('operator', '/desk');
  const dialog = page.getByRole('dialog', { name: 'Påbörjade meddelanden' });
  await openClient(page, world.number);
  await openInbox(page);
  await matterField(page).fill('Halvskrivet');

  await page.getByRole('button', { name: 'Logga ut' }).click();
  await dialog.waitFor();
  await axeAll(page);
  await dialog.getByRole('button', { name: 'Stanna kvar' }).click();
  const stays = await matterField(page).inputValue();
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await dialog.getByRole('button', { name: 'Logga ut ändå' }).click();
  await page.getByRole('heading', { name: 'Du är utloggad' }).waitFor();

  expect(stays).toBe('Halvskrivet');
});

test('a text that is too long is not cut off: it is said by how much, and it goes out when it is shorter', async ({
  signedIn,
  world,
}) => {
  const page = await signedIn('operator', '/desk');
  await openClient(page, world.number);
  await openInbox(page);

  await matterField(page).focus();
  await page.keyboard.insertText('K'.repeat(4_012));
  await page.keyboard.press('Control+Enter');
  await page.getByText('Ärendet är 12 tecken för långt.').first().waitFor();
  const whole = (await matterField(page).inputValue()).length;
  await matterField(page).fill('K'.repeat(4_000));
  await page.keyboard.press('Control+Enter');
  await strip(page).waitFor();

  expect(whole).toBe(4_012);
});
