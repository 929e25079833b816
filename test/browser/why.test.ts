// A supervisor who opens a protected person is asked why, in a browser; what is said stands in the audit.
import { expect } from 'vitest';
import { axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import { type Json, made } from '#test/support/http-world.ts';

test('nobody is shown without a reason; with one the person opens, and it is written down once said', async ({
  signedIn,
  world,
  expecting,
}) => {
  expecting([409]);
  const id = await world.addStaff({ name: 'Sara Skyddad', title: 'Handläggare', protected: true });
  const page = await signedIn('supervisor', `/c/${world.clientId}/staff/${id}`);
  const dialog = page.getByRole('dialog', { name: 'Ange varför' });
  await dialog.waitFor();
  const open = dialog.getByRole('button', { name: 'Fortsätt' });
  await axeAll(page);

  const before = [await open.isDisabled(), await page.getByLabel('Befattning').count()];
  await dialog.getByLabel('Kunden har bett om det').check();
  await open.click();
  await page.getByLabel('Befattning').waitFor();

  expect(before).toEqual([true, 0]);
  expect(await page.getByLabel('Befattning').inputValue()).toBe('Handläggare');
  const { items } = await made(world.call('GET', world.path('/audit')), 200);
  const readings = items.filter(({ act, recordId }: Json) => act === 'readStaffMember' && recordId === id);
  expect(readings[0]).toMatchObject({ role: 'supervisor', why: 'clientAsked' });
});

test('who lets it be is told that a reason is needed', async ({ signedIn, world, expecting }) => {
  expecting([409]);
  const id = await world.addStaff({ name: 'Sara Skyddad', protected: true });
  const page = await signedIn('supervisor', `/c/${world.clientId}/staff/${id}`);

  await page.getByRole('dialog').getByRole('button', { name: 'Avbryt' }).click();

  await page.getByText('Ange varför. Det antecknas i loggen.').first().waitFor();
  expect(await page.getByLabel('Befattning').count()).toBe(0);
});
