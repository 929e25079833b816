// The focus of whoever works on a request by keys: never thrown away by what a key did.
import { expect } from 'vitest';
import { test } from '#test/support/browser-page.ts';
import { aRequest, button, dialog } from '#test/support/request-page.ts';

test('the focus stays where the work is: at what opened a dialog, or at the heading where a step is gone', async ({
  signedIn,
  world,
}) => {
  const request = await aRequest(world, 'access');
  const page = await signedIn('privacyOfficer', request.page);
  const focused = () => page.evaluate<string>('document.activeElement.textContent');
  const open = async (step: string) => {
    await button(page, step).press('Enter');
    await dialog(page).waitFor();
  };
  const shut = async (opener: string) => {
    await dialog(page).getByRole('button', { name: 'Stäng' }).press('Enter');
    await dialog(page).waitFor({ state: 'hidden' });
    await expect.poll(focused).toBe(opener);
  };
  await button(page, 'Lämna till kunden').press('Enter');
  await page.getByText('Väntar på kunden').waitFor();
  await expect.poll(focused).toMatch(/^Registerutdrag/);

  await open('Avsluta');
  await shut('Avsluta');

  await open('Anteckna vem som frågar');
  await dialog(page).getByLabel('Anteckning').fill('Ring');
  await shut('Anteckna vem som frågar');
  await open('Anteckna vem som frågar');
  await dialog(page).getByRole('button', { name: 'Släng' }).press('Enter');
  await expect.poll(() => page.evaluate<string>('document.activeElement.type')).toBe('radio');
  await shut('Anteckna vem som frågar');

  await open('Förläng tiden');
  await dialog(page).getByRole('button', { name: 'Förläng tiden' }).press('Enter');
  await dialog(page).waitFor({ state: 'hidden' });
  await expect.poll(focused).toMatch(/^Registerutdrag/);

  await open('Avsluta');
  await dialog(page).getByRole('button', { name: 'Avsluta' }).press('Enter');
  await page.getByRole('heading', { name: 'Svaret till personen' }).waitFor();
  await expect.poll(focused).toMatch(/^Registerutdrag/);
});
