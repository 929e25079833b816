// The review of what a search has found: read on to the last hit, decided many at once, hidden passage by passage, released.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { axeAll } from '#test/support/axe.ts';
import { test } from '#test/support/browser-page.ts';
import type { BrowserWorld } from '#test/support/browser-world.ts';
import { type Json, made } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

const PHONE = '070-174 06 30';

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const findings = (page: Page) => page.locator('.finding');

/** Asked by the client, and searched for. @returns the path of the request in the portal. */
async function searched(world: BrowserWorld): Promise<string> {
  expectRecipients(world.admin, world.signatory.email);
  const token = await world.privacyOfficer();
  const body = { kind: 'access', by: 'client', who: { names: ['Eva Ek'], phones: [PHONE] } };
  const { id } = await made(world.call('POST', world.path('/subject-requests'), { body, token }));
  const path = world.path(`/subject-requests/${id}`);
  const client = await world.runner.userToken(world.admin);
  const steps = [
    { body: { step: 'identify', method: 'calledBack' }, token },
    { body: { step: 'instruct', decision: 'carryOut' }, token: client },
    { body: { step: 'prepare' }, token },
  ];
  for (const step of steps) await made(world.call('POST', `${path}/steps`, step), 200);
  const standing = async (): Promise<Json> => made(world.call('GET', `${path}/report`, { token }), 200);
  await expect.poll(async () => (await standing()).searchedAt, { timeout: 30_000 }).not.toBeNull();
  return `/requests/${world.clientId}/${id}`;
}

test('a hit behind a whole page of others is shown, not an empty view', async ({ signedIn, world }) => {
  const sure = { caller: { phone: PHONE }, matter: 'Ring om kaklet' };
  for (let n = 0; n < 26; n += 1) await made(world.take(sure));
  await made(world.take({ caller: { name: 'Eva Ek' }, matter: 'Vill bli uppringd' }));

  const page = await signedIn('privacyOfficer', await searched(world));

  await button(page, 'Att ta ställning till (1)').waitFor();
  await findings(page).filter({ hasText: 'Vill bli uppringd' }).waitFor();
  await axeAll(page);
  await button(page, /^Är personen/).click();
  await button(page, 'Visa fler').click();
  await expect.poll(() => findings(page).filter({ hasText: 'Ring om kaklet' }).count()).toBe(26);
  expect(await button(page, 'Visa fler').count()).toBe(0);
});

test('many are decided at once, and of those only what has something marked is hidden', async ({ signedIn, world }) => {
  for (const matter of ['Ring 08-410 700 91', 'Nås på 08-410 700 92', 'Gäller Karins provsvar'])
    await made(world.take({ caller: { name: 'Eva Ek' }, matter }));
  const page = await signedIn('privacyOfficer', await searched(world));

  await button(page, 'Det är personen, alla 3').click();
  await button(page, 'Att ta ställning till (0)').waitFor();
  await axeAll(page);
  await button(page, /^Andra personer nämns/).click();
  await button(page, 'Andra personer nämns (3)').waitFor();
  await button(page, 'Dölj det markerade i 2').click();
  await button(page, 'Andra personer nämns (1)').waitFor();

  const open = findings(page).filter({ hasText: 'provsvar' });
  const chosen = async () => {
    const pressed = await findings(page).getByRole('button', { pressed: true }).allTextContents();
    return pressed.filter((name) => name !== 'Det är personen');
  };
  expect(await open.getByRole('button', { pressed: true }).allTextContents()).toEqual(['Det är personen']);
  await button(page, /^Är personen/).click();
  // Of that view alone: what follows is as the service has it now.
  await findings(page).filter({ hasText: 'posten är personens egen' }).waitFor();
  await expect.poll(chosen).toEqual(['Dölj det markerade', 'Dölj det markerade']);
  await open.getByRole('button', { name: 'Visa', exact: true }).click();
  await button(page, 'Andra personer nämns (0)').waitFor();
  await button(page, 'Gör utdraget').waitFor();
});

test('another search shows what has come since, without the page being loaded anew', async ({ signedIn, world }) => {
  await made(world.take({ caller: { phone: PHONE }, matter: 'Ring om kaklet' }));
  const page = await signedIn('privacyOfficer', await searched(world));
  await findings(page).filter({ hasText: 'kaklet' }).waitFor();
  await made(world.take({ caller: { phone: PHONE }, matter: 'Ring om hissen' }));

  await button(page, 'Sök efter personen').click();

  await findings(page).filter({ hasText: 'hissen' }).waitFor();
  await axeAll(page);
});
