// The privacy officer finds what waits for a second person, of whichever client, and what was done of one that is gone.
import { expect } from 'vitest';
import { axe, axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import { made, newAddress } from '#test/support/http-world.ts';
import { expectRecipients, isOfficer } from '#test/support/outbox-guard.ts';
import { fillIn } from '#test/support/sign-in-page.ts';

/** Ended, and to be erased as one of its admins has asked. */
async function aClientToErase({ call, runner }: BrowserWorld) {
  const name = `Brunnsborrarna ${newAddress('').slice(1, 5)}`;
  const { id: clientId } = await made(call('POST', '/clients', { body: { name } }));
  const path = `/clients/${clientId}`;
  const ifMatch = (await call('GET', path)).headers.get('etag') ?? '';
  await made(call('PATCH', path, { body: { status: 'ended' }, ifMatch }), 200);
  const email = newAddress('admin');
  await made(call('POST', `${path}/users`, { body: { email, name: 'Åke', role: 'clientAdmin' } }));
  const token = await runner.userToken(email);
  const asked = await made(call('POST', `${path}/erasures`, { body: { what: 'client' }, token }));
  const read = async () => (await call('GET', `${path}/erasures/${asked.id}`, { token })).body.state;
  await expect.poll(read, { timeout: 10_000 }).toBe('asked');
  return { clientId: clientId as string, erasureId: asked.id as string, name };
}

test('a client is confirmed by whoever finds it in the menu, and stays to be found when it is gone', async ({
  signedIn,
  world,
  expecting,
}) => {
  // The client has gone while its page stood there.
  expecting([410]);
  const { clientId, erasureId, name } = await aClientToErase(world);
  const officer = await signedIn('privacyOfficer');
  await officer.getByRole('link', { name: 'Raderingar', exact: true }).click();
  await axeAll(officer);
  await officer.getByRole('link', { name: new RegExp(`Hela kunden.*${name}.*Väntar på bekräftelse`) }).click();
  await officer.getByRole('link', { name }).waitFor();
  await axe(officer);

  await officer.getByRole('button', { name: 'Bekräfta raderingen' }).click();
  const dialog = officer.getByRole('dialog');
  await dialog.getByLabel('Jag har läst vad som försvinner.').check();
  await dialog.getByRole('button', { name: 'Bekräfta raderingen' }).click();
  await officer
    .getByText(/^Kunden är stängd/)
    .first()
    .waitFor();
  await officer.getByRole('progressbar', { name: /^Kunden är stängd/ }).waitFor();
  await officer.getByRole('link', { name: 'Alla raderingar' }).click();
  await officer.getByRole('link', { name: new RegExp(`Raderad kund ${clientId}`) }).click();

  await officer.getByText(`Raderad kund ${clientId}`).waitFor();
  expect(new URL(officer.url()).pathname).toBe(`/erasures/${clientId}/${erasureId}`);
  await axe(officer);
});

test('the letter about it leads there, through the sign-in', async ({ world, newContext }) => {
  const { clientId, erasureId, name } = await aClientToErase(world);
  const [letter] = await world.runner.untilSent(({ to, text }) => isOfficer(to) && text.includes(erasureId));
  const [link = ''] = letter?.text.match(/https?:\S+/) ?? [];

  const page = await (await newContext()).newPage();
  await page.goto(link);
  await fillIn(page, 'privacy@answeronline.example');

  await page.getByRole('heading', { name: 'Hela kunden' }).waitFor();
  await page.getByRole('link', { name }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/erasures/${clientId}/${erasureId}`);
});

test('what is done stands apart, with its certificate', async ({ signedIn, world }) => {
  const { clientId, signatory } = world;
  expectRecipients(world.admin, signatory.email);
  const token = await world.privacyOfficer();
  const { id: messageId } = await made(world.take({ staffId: world.anna.id, matter: 'Kaklet kommer.' }));
  const asked = { what: 'message', messageId, why: 'fault' };
  const { id } = await made(world.call('POST', world.path('/erasures'), { body: asked, token: signatory.token }));
  const erasure = world.path(`/erasures/${id}`);
  await made(world.call('POST', `${erasure}/confirmation`, { body: {}, token }), 200);
  const state = async () => (await world.call('GET', erasure, { token })).body.state;
  await expect.poll(state, { timeout: 10_000 }).toBe('done');

  const officer = await signedIn('privacyOfficer', '/erasures');
  await officer.getByRole('button', { name: 'Klara' }).click();
  await officer.locator(`a[href="/erasures/${clientId}/${id}"]`).click();

  await officer.getByRole('heading', { name: 'Intyg' }).waitFor();
  await officer.getByRole('link', { name: world.name }).waitFor();
});
